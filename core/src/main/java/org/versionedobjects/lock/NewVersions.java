package org.versionedobjects.lock;

import java.util.List;
import java.util.NavigableMap;
import org.versionedobjects.Version;

/** Looks at the versions in the making: whether each is new enough for what happens in it, and whether anything does. */
final class NewVersions {
    private final TypeSides sides;
    private final List<FieldLife> fields;

    NewVersions(TypeSides sides, List<FieldLife> fields) {
        this.sides = sides;
        this.fields = fields;
    }

    private NavigableMap<Version, LockedVersion> versions() {
        return sides.is().versions().tailMap(sides.released(), false);
    }

    /** Tells of what peers would have to be served, but that happens in a Z, which they read as it is. */
    void comparePatches() {
        for (LockedVersion each : versions().values()) {
            if (each.version().minor() == sides.released().minor()) {
                compare(each.version(), each.step().hasOwnCode());
            }
        }
    }

    private void compare(Version patch, boolean hasStep) {
        for (FieldLife life : fields) {
            if (patch.equals(life.goneBy(patch))) {
                add(patch, life.last().name(), "which no longer has it", ".removedIn");
            }
            LockedField now = life.forms().get(patch);
            if (now == null || life.first().equals(patch)) {
                continue;
            }
            if (life.renamesBy(patch).containsKey(patch)) {
                add(patch, now.name(), "which calls it otherwise", ".renamedFrom");
            }
            if (life.changesBy(patch).containsKey(patch)) {
                add(patch, now.name(), "which has another type there", ".changedIn");
            } else if (TypeChange.between(life.before(patch).type(), now.type()) != null) {
                add(patch, now.name(), "which has more values there", ".added");
            }
        }
        if (hasStep) {
            add(patch, "", "which takes a step", "step");
        }
    }

    private void add(Version patch, String path, String told, String call) {
        sides.add(
                patch,
                path,
                LockDifference.Needed.Y,
                "peers of " + sides.released() + " read " + patch + " as it is, " + told,
                "declare " + call + " with \"" + sides.next().next() + "\" in place of \"" + patch + "\""
                        + sides.next().bump());
    }

    /** Tells of a new Y in which nothing happens. */
    void compareNewest() {
        LockedVersion newest = sides.is().newest();
        if (!sides.next().isAhead()
                || versions().values().stream().anyMatch(each -> !each.step().isEmpty())) {
            return;
        }
        LockedVersion released = sides.is().at(sides.released()).orElseThrow();
        if (isSame(released, newest)) {
            sides.add(
                    newest.version(),
                    "",
                    LockDifference.Needed.NONE,
                    newest.version() + " is for peers what " + sides.released() + " was",
                    "put version(\"" + sides.released() + "\"), or version(\""
                            + sides.next().patch() + "\") for a change that peers cannot see");
        }
    }

    private static boolean isSame(LockedVersion one, LockedVersion other) {
        return one.fields().keySet().equals(other.fields().keySet())
                && one.fields().values().stream().allMatch(each -> {
                    LockedField same = other.fields().get(each.name());
                    return same != null
                            && TypeChange.between(each.type(), same.type()) == null
                            && WireType.answers(each.type(), one.version())
                                    .equals(WireType.answers(same.type(), other.version()));
                });
    }
}
