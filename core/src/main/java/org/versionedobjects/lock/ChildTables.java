package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;

/**
 * Compares the {@code child} tables of the code with what a lock records of the releases: each version of a parent goes with
 * the version of the child that went out with it. Fields that need no table, since all peers say what they read, have none;
 * {@link #required} says that all need one.
 *
 * <p>Immutable and thread-safe.
 */
public final class ChildTables {
    private final VersionLock lock;
    private final ObjectRegistry code;
    private final boolean isRequired;

    private ChildTables(VersionLock lock, ObjectRegistry code, boolean isRequired) {
        this.lock = Objects.requireNonNull(lock, "lock");
        this.code = Objects.requireNonNull(code, "code");
        this.isRequired = isRequired;
    }

    /** Returns the tables of the code's types, and what a lock says of them. */
    public static ChildTables of(VersionLock lock, ObjectRegistry code) {
        return new ChildTables(lock, code, false);
    }

    /** Returns the same, with a problem for each field of objects without a table: for peers that send no manifest. */
    public ChildTables required() {
        return new ChildTables(lock, code, true);
    }

    /** A field of objects, what stands in it, and which version went with each version of the parent. */
    private record Place(
            ObjectType<?> type,
            Field<?> field,
            NestedReference reference,
            ObjectType<?> child,
            SortedMap<Version, Version> versions,
            SortedMap<Version, String> sources) {
        ChildTable table() {
            return ChildTable.of(
                    type.qualifiedName(),
                    field.name(),
                    child.qualifiedName(),
                    versions,
                    !reference.children().isEmpty());
        }

        Facts problem(String problem) {
            return Facts.problem(problem).withObject(type).withPath(field.name());
        }

        /** Z makes no difference to peers. */
        boolean isOf(Version version, Version wanted) {
            return !version.isNewerMinorThan(wanted) && !wanted.isNewerMinorThan(version);
        }
    }

    /**
     * Returns what is wrong with the tables, a sentence each with the table to declare; empty if nothing is. By type, then by
     * field, both in the order of the code.
     */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Place place : places()) {
            List<Facts> found = new ArrayList<>();
            if (!place.reference().children().isEmpty()) {
                checkRows(place, found);
                checkReleases(place, found);
            } else if (isRequired) {
                found.add(place.problem("the field has no child table"));
            }
            String advice = "declare " + place.table().toJava();
            found.forEach(each -> problems.add((each.advice() == null ? each.withAdvice(advice) : each).sentence()));
        }
        return Collections.unmodifiableList(problems);
    }

    /** Returns the table that each field of objects should have, whether it has one or needs one, in the code's order. */
    public List<ChildTable> proposals() {
        return places().stream().map(Place::table).toList();
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (ObjectType<?> type : code.types()) {
            for (Field<?> field : type.fields()) {
                for (NestedReference reference : field.type().references()) {
                    code.types().stream()
                            .filter(reference::isExactly)
                            .max(Comparator.comparing(ObjectType::version))
                            .ifPresent(child -> places.add(place(type, field, reference, child)));
                }
            }
        }
        return places;
    }

    /** Of several releases with the same version of the parent the lowest version of the child is safe for all. */
    private Place place(ObjectType<?> type, Field<?> field, NestedReference reference, ObjectType<?> child) {
        Place place = new Place(type, field, reference, child, new TreeMap<>(), new TreeMap<>());
        for (LockedRelease release : lock.releases()) {
            Version parent = release.version(LockBuilder.id(type)).orElse(null);
            Version with = release.version(LockBuilder.id(child)).orElse(null);
            Version before = parent == null ? null : place.versions().get(parent);
            if (parent != null && with != null && (before == null || with.isBefore(before))) {
                put(place, parent, with, "release " + release.name());
            }
        }
        lock.find(LockBuilder.id(type))
                .ifPresent(locked -> locked.versions().forEach((version, recorded) -> {
                    Version with = recorded.nested().get(child.qualifiedName());
                    if (with != null && with.isSameMajor(child.version()) && !version.equals(type.version())) {
                        putIfAbsent(place, version, with, "the lock");
                    }
                }));
        putIfAbsent(place, type.version(), child.version(), "the code");
        return place;
    }

    private static void putIfAbsent(Place place, Version parent, Version child, String source) {
        if (!place.versions().containsKey(parent)) {
            put(place, parent, child, source);
        }
    }

    private static void put(Place place, Version parent, Version child, String source) {
        if (!NestedTypes.references(place.type(), place.field(), parent).isEmpty()) {
            place.versions().put(parent, child);
            place.sources().put(parent, source);
        }
    }

    private static void checkRows(Place place, List<Facts> found) {
        Version before = null;
        for (Map.Entry<Version, Version> row :
                ChildRows.of(place.reference().children()).byParent().entrySet()) {
            String text = "the row " + ChildRows.call(row.getKey(), row.getValue()) + " ";
            if (!exists(place.type(), row.getKey())) {
                found.add(place.problem(text + "is of a version that the type does not have"));
            }
            if (!exists(place.child(), row.getValue())) {
                found.add(place.problem(text + "leads to a version that " + place.child() + " does not have"));
            }
            if (before != null && row.getValue().isBefore(before)) {
                found.add(place.problem(text + "goes back from " + before));
            }
            before = row.getValue();
        }
    }

    private static boolean exists(ObjectType<?> type, Version version) {
        return version.isSameMajor(type.version()) && !version.isAfter(type.version());
    }

    private void checkReleases(Place place, List<Facts> found) {
        place.versions().forEach((parent, child) -> {
            Version row = NestedTypes.row(place.reference(), parent);
            if (row == null || !place.isOf(row, child)) {
                found.add(place.problem("the child table " + says(place, parent, row) + ", but "
                        + place.sources().get(parent) + " has " + child));
            }
        });
        Version newest = NestedTypes.row(place.reference(), place.type().version());
        Version own = place.child().version();
        Version released = place.versions().get(place.type().version());
        if (newest != null && released != null && own.isNewerMinorThan(released) && place.isOf(newest, released)) {
            Version next = Version.of(
                    place.type().version().major(), place.type().version().minor() + 1);
            place.versions().put(next, own);
            found.add(place.problem("the child is at " + own + " now, but this version went out with " + released)
                    .withAdvice("put version(\"" + next + "\") and declare "
                            + place.table().toJava()));
        }
    }

    private static String says(Place place, Version parent, @Nullable Version row) {
        String child = place.child().qualifiedName();
        return row == null
                ? "has no " + child + " for " + parent
                : "says that " + parent + " goes with " + child + " " + row;
    }
}
