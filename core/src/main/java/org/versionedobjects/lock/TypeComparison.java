package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Version;

/** Compares one type that both the lock and the code have, and of which a version is released. */
final class TypeComparison {
    private final TypeSides sides;
    private final Declarations declarations;
    private final List<FieldComparison> fields = new ArrayList<>();

    TypeComparison(LockedType was, LockedType is, Version released, Function<LockedType.Id, Version> planned) {
        this.sides =
                new TypeSides(was, is, new NextVersion(released, is.newest().version()), planned);
        this.declarations = new Declarations(sides);
    }

    List<LockDifference> found() {
        return sides.found();
    }

    private boolean isComparable() {
        return !sides.next().code().isBefore(sides.released())
                && sides.is().newest().isList() == sides.recorded().isList();
    }

    /** Returns the version that the type will have once what was found so far is cured. */
    Version planned() {
        boolean isBumped = sides.found().stream().anyMatch(each -> each.needed() == LockDifference.Needed.Y);
        return isBumped ? sides.next().next() : sides.next().code();
    }

    /** Compares what peers see, but for the versions of the objects in it. */
    void compareFields() {
        if (!isComparable()) {
            addIncomparable();
            return;
        }
        FieldLives was = FieldLives.of(sides.was(), sides.released());
        FieldLives is = FieldLives.of(sides.is(), sides.next().code());
        Set<FieldLife> matched = Collections.newSetFromMap(new IdentityHashMap<>());
        List<FieldLife> gone = new ArrayList<>();
        for (FieldLife each : was.all()) {
            FieldLife same = match(each, is, sides.next().code(), matched);
            if (same == null) {
                gone.add(each);
            } else {
                matched.add(same);
                FieldComparison field = new FieldComparison(sides, declarations, each, same);
                field.compare(sides.versions());
                fields.add(field);
            }
        }
        List<FieldLife> came = is.all().stream()
                .filter(each -> !matched.contains(each) && !each.first().isAfter(sides.released()))
                .toList();
        new UnmatchedFields(sides, declarations).compare(gone, came);
        compareSteps();
        new NewVersions(sides, is.all()).comparePatches();
    }

    private static @Nullable FieldLife match(FieldLife was, FieldLives is, Version newest, Set<FieldLife> matched) {
        for (Map.Entry<Version, LockedField> each : was.forms().descendingMap().entrySet()) {
            FieldLife same = is.find(each.getKey(), each.getValue().name());
            if (same != null && !matched.contains(same)) {
                return same;
            }
        }
        FieldLife later = is.find(newest, was.last().name());
        return later == null || matched.contains(later) ? null : later;
    }

    private void addIncomparable() {
        Version code = sides.next().code();
        Version released = sides.released();
        if (code.isBefore(released)) {
            sides.forbid(
                    released,
                    "",
                    released + " was released, and the code is at " + code,
                    "put version(\"" + released + "\") or a later one");
        } else {
            sides.add(
                    released,
                    "",
                    LockDifference.Needed.X,
                    released + " was released as " + kind(sides.recorded().isList()) + ", and the code has "
                            + kind(sides.is().newest().isList()),
                    "put version(\"" + (released.major() + 1) + ".0\") and keep " + released
                            + " registered beside it, or retire that in the lock");
        }
    }

    private static String kind(boolean isList) {
        return isList ? "a list object" : "an object with fields of its own";
    }

    private void compareSteps() {
        for (Version each : sides.versions()) {
            boolean was = hasStep(sides.was(), each);
            boolean is = hasStep(sides.is(), each);
            if (was && !is) {
                sides.forbid(
                        each,
                        "",
                        each + " was released with a step of the whole type, and the code has none",
                        "declare step(\"" + each + "\", down, up)");
            } else if (is && !was) {
                sides.forbid(
                        each,
                        "",
                        each + " was released without a step of the whole type",
                        "declare step(\"" + sides.next().next() + "\", down, up) in its place"
                                + sides.next().bump());
            }
        }
    }

    private static boolean hasStep(LockedType type, Version version) {
        LockedVersion at = type.versions().get(version);
        return at != null && at.step().hasOwnCode();
    }

    /** Compares the rest: objects in fields, what peers cannot see, and whether there is anything new at all. */
    void compareRest(Function<LockedType.Id, @Nullable Version> ofChildren) {
        if (!isComparable()) {
            return;
        }
        new ChildComparison(sides, ofChildren).compare();
        if (sides.next().code().equals(sides.released())) {
            LocalComparison local = new LocalComparison(sides);
            local.compare(sides.recorded(), sides.is().newest());
            fields.forEach(each -> each.compareLocally(local));
        }
        if (sides.found().isEmpty()) {
            new NewVersions(sides, List.of()).compareNewest();
        }
    }
}
