package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;

/**
 * What the code says otherwise than the lock of versions that are released. What peers see is compared for every released
 * version; what they cannot see (defaults, read-only, transitions and the like) only for the newest one, and only while the
 * code is still at that very version. Versions in the making may change freely.
 */
public final class LockDiff {
    private final SortedMap<LockedType.Id, LockedType> lock;
    private final SortedMap<LockedType.Id, LockedType> code;
    private final CheckCommands commands;
    private final Map<LockedType.Id, Version> released = new HashMap<>();
    private final SortedMap<LockedType.Id, TypeComparison> comparisons = new TreeMap<>();
    private @Nullable Map<Map<String, TypeDescription>, LockedType> newTypes;

    private LockDiff(VersionLock lock, VersionLock code, CheckCommands commands) {
        this.commands = commands;
        this.lock = lock.types();
        this.code = code.types();
        for (LockedRelease release : lock.releases()) {
            release.versions()
                    .forEach((id, version) ->
                            released.merge(id, version, (one, other) -> one.isBefore(other) ? other : one));
        }
    }

    /**
     * Returns the differences, sorted; none if every released version is as it was recorded.
     *
     * @throws org.versionedobjects.UnknownObjectException if a field refers to a type that is not registered
     */
    public static List<LockDifference> of(VersionLock lock, ObjectRegistry code) {
        return of(lock, code, CheckCommands.MAIN_CLASS);
    }

    /** Returns the differences, with other commands in their cures. */
    static List<LockDifference> of(VersionLock lock, ObjectRegistry code, CheckCommands commands) {
        Objects.requireNonNull(lock, "lock");
        return new LockDiff(lock, VersionLock.of(code), commands).differences();
    }

    private List<LockDifference> differences() {
        List<LockDifference> found = new ArrayList<>();
        for (LockedType each : lock.values()) {
            Version newest = released.get(each.id());
            if (newest != null && code.containsKey(each.id())) {
                comparison(each.id());
            } else if (newest != null && !each.isRetired()) {
                found.add(missing(each, newest));
            }
        }
        comparisons.values().forEach(each -> each.compareRest(this::childVersion));
        comparisons.values().forEach(each -> found.addAll(each.found()));
        return found.stream().distinct().sorted().toList();
    }

    /** Returns the comparison of a type, whose parent was compared before; null if none of its versions is released. */
    private @Nullable TypeComparison comparison(LockedType.Id id) {
        TypeComparison known = comparisons.get(id);
        LockedType was = lock.get(id);
        LockedType is = code.get(id);
        Version newest = released.get(id);
        if (known != null || was == null || is == null || newest == null) {
            return known;
        }
        TypeComparison made = new TypeComparison(was, is, newest, this::planned);
        comparisons.put(id, made);
        made.compareFields();
        return made;
    }

    private Version planned(LockedType.Id parent) {
        TypeComparison comparison = comparison(parent);
        return comparison == null ? codeVersion(parent) : comparison.planned();
    }

    private Version codeVersion(LockedType.Id id) {
        return Objects.requireNonNull(code.get(id), "a registered type")
                .newest()
                .version();
    }

    private @Nullable Version childVersion(LockedType.Id child) {
        return code.containsKey(child) ? planned(child) : null;
    }

    private LockDifference missing(LockedType was, Version newest) {
        return new LockDifference(
                was.id(),
                newest,
                "",
                LockDifference.Needed.X,
                newest + " was released, and the code has " + instead(was, newest),
                "keep it registered, or, if no peer sends it any more, retire it in the lock: "
                        + commands.retiring(was.id()));
    }

    private String instead(LockedType was, Version newest) {
        LockedType.Id id = was.id();
        List<LockedType> majors = new ArrayList<>(code.subMap(
                        new LockedType.Id(id.namespace(), id.name(), 0),
                        new LockedType.Id(id.namespace(), id.name(), Integer.MAX_VALUE))
                .values());
        if (!majors.isEmpty()) {
            return "only version " + majors.get(majors.size() - 1).newest().version() + " of it, which is another type";
        }
        LockedType moved = newTypes().get(shape(was.at(newest).orElseThrow()));
        return moved == null
                ? "no such type"
                : "no such type but " + moved.id().qualifiedName()
                        + ", which looks the same and is another type for peers";
    }

    /** Returns the types of the code that the lock does not have, by what peers see of their newest version. */
    private Map<Map<String, TypeDescription>, LockedType> newTypes() {
        Map<Map<String, TypeDescription>, LockedType> made = newTypes;
        if (made == null) {
            made = new HashMap<>();
            for (LockedType each : code.values()) {
                if (!lock.containsKey(each.id())) {
                    made.putIfAbsent(shape(each.newest()), each);
                }
            }
            newTypes = made;
        }
        return made;
    }

    private static Map<String, TypeDescription> shape(LockedVersion version) {
        Map<String, TypeDescription> shape = new TreeMap<>();
        version.fields().forEach((name, field) -> shape.put(name, WireType.of(field.type())));
        return shape;
    }
}
