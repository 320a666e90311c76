package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;

/** Writes what to declare of the fields of one type, each where it comes from. */
final class Declarations {
    private final TypeSides sides;
    private final LockedVersion code;

    Declarations(TypeSides sides) {
        this.sides = sides;
        this.code = sides.is().newest();
    }

    /** Returns whether a field is the parent's: neither the type's own nor of a mixin that it includes itself. */
    boolean isInherited(LockedField field) {
        return field.from() != null && code.parent() != null && !code.mixins().containsKey(field.from());
    }

    /** Returns the mixin that the code includes a field by, null if it does not. */
    @Nullable
    String mixin(LockedField field) {
        return field.from() != null && code.mixins().containsKey(field.from()) ? field.from() : null;
    }

    /** Returns a mixin that the code has and the newest released version has not, by which a field came; null if none. */
    @Nullable
    String newMixin(LockedField field) {
        String mixin = mixin(field);
        LockedVersion released =
                sides.was().versions().floorEntry(sides.released()).getValue();
        return mixin == null || released.mixins().containsKey(mixin) ? null : mixin;
    }

    /** Returns the call that lets a field be there from a version on. */
    String since(LockedField field, Version version) {
        String mixin = newMixin(field);
        if (mixin != null) {
            return "include(" + mixin + ".MIXIN, \"" + version + "\")";
        }
        return ".since(\"" + version + "\")" + where(field)
                + (mixin(field) == null
                        ? ""
                        : ", or include it by a mixin of its own that joins at \"" + version + "\""
                                + sides.next().comma());
    }

    /** Returns the cure for a field that came, by the code, in another version than the one it was recorded in. */
    String born(Version recorded, FieldLife now) {
        LockedField field = now.last();
        String mixin = mixin(field);
        boolean isFirst = recorded.minor() == 0 && recorded.patch() == 0;
        if (mixin != null && now.first().equals(code.mixins().get(mixin))) {
            return "declare include(" + mixin + ".MIXIN" + (isFirst ? ")" : ", \"" + recorded + "\")");
        }
        String since = isFirst ? "take .since(\"" + now.first() + "\") away" : "declare .since(\"" + recorded + "\")";
        return since + where(field);
    }

    /** Returns where to declare something of a field, if not in the type itself. */
    String where(LockedField field) {
        String mixin = mixin(field);
        return mixin == null ? "" : " at the field of " + mixin;
    }

    /**
     * Rows that say which version of the parent belongs to which of the type.
     *
     * @param calls the rows, one call after the other
     * @param isNew whether the last of them is of the next version
     */
    record ParentRows(String calls, boolean isNew) {}

    /** Returns the rows that were recorded, and one for the parent's newer version; null if the parent is to blame itself. */
    @Nullable
    ParentRows inherits() {
        String parent = code.parent();
        if (parent == null) {
            return null;
        }
        StringBuilder rows = new StringBuilder();
        Version last = null;
        boolean isAsRecorded = true;
        for (LockedVersion each :
                sides.was().versions().headMap(sides.released(), true).values()) {
            Version recorded = parentVersion(each);
            if (recorded != null && !recorded.equals(last)) {
                rows.append(row(each.version(), recorded));
                last = recorded;
            }
        }
        for (Version each : sides.versions()) {
            isAsRecorded &= Objects.equals(parentVersion(sides.was(), each), parentVersion(sides.is(), each));
        }
        Version planned = sides.planned().apply(parentId(parent));
        boolean isNew = !planned.equals(last);
        if (last == null || (isAsRecorded && !isNew)) {
            return null;
        }
        return new ParentRows(isNew ? rows + row(sides.next().next(), planned) : rows.toString(), isNew);
    }

    private static @Nullable Version parentVersion(LockedType type, Version version) {
        return type.at(version).map(Declarations::parentVersion).orElse(null);
    }

    private static String row(Version own, Version parents) {
        return ".inherits(\"" + own + "\", \"" + parents + "\")";
    }

    private static @Nullable Version parentVersion(LockedVersion version) {
        String parent = version.parent();
        return parent == null ? null : Version.parse(parent.substring(parent.lastIndexOf(' ') + 1));
    }

    /** Returns the name of the parent that a version has, null if it has none. */
    static @Nullable String parentName(LockedVersion version) {
        String parent = version.parent();
        return parent == null ? null : parent.substring(0, parent.lastIndexOf(' '));
    }

    private static LockedType.Id parentId(String parent) {
        int space = parent.lastIndexOf(' ');
        int dot = parent.lastIndexOf('.', space);
        return new LockedType.Id(
                parent.substring(0, dot),
                parent.substring(dot + 1, space),
                Version.parse(parent.substring(space + 1)).major());
    }

    /** Returns the declaration of a field that the code no longer has, gone in a version. */
    static String whole(FieldLife life, Version gone) {
        LockedField last = life.last();
        StringBuilder calls = new StringBuilder("DEFINE.field(")
                .append(JavaText.quoted(last.name()))
                .append(", ")
                .append(typeOf(life, gone));
        if (last.isReadOnly()) {
            calls.append(".readOnly()");
        }
        if (last.isSecret() && !Boolean.TRUE.equals(last.type().option("secret"))) {
            calls.append(".secret()");
        }
        if (life.first().minor() > 0 || life.first().patch() > 0) {
            calls.append(".since(\"").append(life.first()).append("\")");
        }
        life.renamesBy(gone).forEach((version, before) -> calls.append(renamedFrom(before, version)));
        return calls.append(removedIn(life, gone)).append(')').toString();
    }

    /** Returns the last type with all that it was before, each as its own peers knew it last. */
    private static String typeOf(FieldLife life, Version newest) {
        NavigableMap<Version, SortedMap<String, @Nullable Object>> changes = life.changesBy(newest);
        String made = "";
        for (Map.Entry<Version, SortedMap<String, @Nullable Object>> each : changes.entrySet()) {
            TypeDescription before = life.before(each.getKey()).type();
            Version later = changes.higherKey(each.getKey());
            TypeDescription after = (later == null ? life.last() : life.before(later)).type();
            String older = JavaText.of(before) + made;
            made = changedIn(each.getKey(), older, before, after, each.getValue());
        }
        return JavaText.of(life.last().type()) + made;
    }

    /** Returns the call that says that a field is gone, with what was recorded of older peers. */
    static String removedIn(FieldLife life, Version gone) {
        SortedMap<String, @Nullable Object> ending = life.ending();
        String fill = ending.containsKey("fill")
                ? ".fill(" + JavaText.literal(life.last().type(), ending.get("fill")) + ")"
                : "";
        return ".removedIn(\"" + gone + "\")" + fill;
    }

    /** Returns the call that says what a field was called before a version. */
    static String renamedFrom(String before, Version version) {
        return ".renamedFrom(" + JavaText.quoted(before) + ", \"" + version + "\")";
    }

    /** Returns the call that says what a field was before a version; {@code nulls} tells what stands for null, if recorded. */
    static String changedIn(
            Version version, TypeDescription before, TypeDescription after, SortedMap<String, @Nullable Object> nulls) {
        return changedIn(version, JavaText.of(before), before, after, nulls);
    }

    private static String changedIn(
            Version version,
            String older,
            TypeDescription before,
            TypeDescription after,
            SortedMap<String, @Nullable Object> nulls) {
        String functions = isAsBeforeButForNull(before, after) ? "value -> value, value -> value" : "down, up";
        List<String> calls = new ArrayList<>();
        if (after.isNullable() && !before.isNullable()) {
            calls.add(nulls("nullDown", before, nulls));
        }
        if (before.isNullable() && !after.isNullable()) {
            calls.add(nulls("nullUp", after, nulls));
        }
        String start = ".changedIn(\"" + version + "\", ";
        if (calls.isEmpty()) {
            return start + older + ", " + functions + ")";
        }
        String newerClass = JavaText.classOf(after);
        String olderClass = JavaText.classOf(before);
        String classes = newerClass == null || olderClass == null ? "" : "<" + newerClass + ", " + olderClass + ">";
        return start + "ValueChange." + classes + "of(" + older + ", " + functions + ")" + String.join("", calls) + ")";
    }

    private static boolean isAsBeforeButForNull(TypeDescription before, TypeDescription after) {
        return before.isNullable() != after.isNullable()
                && WireType.of(before).orNull().equals(WireType.of(after).orNull());
    }

    private static String nulls(String name, TypeDescription type, SortedMap<String, @Nullable Object> recorded) {
        return "." + name + "("
                + (recorded.containsKey(name) ? JavaText.literal(type, recorded.get(name)) : "valueForNull") + ")";
    }
}
