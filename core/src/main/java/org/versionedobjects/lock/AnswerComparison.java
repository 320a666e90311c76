package org.versionedobjects.lock;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;

/**
 * Compares what older peers get: for a value they do not know, for null, for a field that is gone, for a child. Each has a
 * path below the field: {@code [].added.new}, {@code .nullDown}, {@code .fill}, {@code .child}. An answer where there was
 * none is told, and takes nothing: no peer was promised anything else.
 */
final class AnswerComparison {
    private final FieldReport report;
    private final FieldLife was;
    private final FieldLife is;
    private final Set<String> told = new HashSet<>();

    AnswerComparison(FieldReport report, FieldLife was, FieldLife is) {
        this.report = report;
        this.was = was;
        this.is = is;
    }

    /** Compares the answers of versions that have the field on both sides, those of values only if the types agree. */
    void compare(SortedSet<Version> versions, boolean isOfValues) {
        for (Version each : versions) {
            boolean isSame =
                    was.at(each).map(LockedField::type).equals(is.at(each).map(LockedField::type));
            if (!isSame || was.changesBy(each).containsKey(each)) {
                compare(each, answers(was, each, isOfValues), answers(is, each, isOfValues));
            }
        }
        Version released = report.sides().released();
        Version gone = was.goneBy(released);
        if (gone != null && gone.equals(is.goneBy(released))) {
            compare(gone, paths(was.ending()), paths(is.ending()));
        }
    }

    private SortedMap<String, @Nullable Object> answers(FieldLife life, Version version, boolean isOfValues) {
        TypeDescription type = life.at(version).orElseThrow().type();
        SortedMap<String, @Nullable Object> answers = WireType.answers(type, version);
        if (!isOfValues) {
            answers.keySet().removeIf(AnswerComparison::isOfValue);
        }
        if (was.changesBy(version).containsKey(version)) {
            answers.putAll(paths(life.changesBy(version).get(version)));
        }
        return answers;
    }

    private static SortedMap<String, @Nullable Object> paths(@Nullable SortedMap<String, @Nullable Object> facts) {
        SortedMap<String, @Nullable Object> paths = new TreeMap<>();
        if (facts != null) {
            facts.forEach((name, value) -> paths.put("." + name, value));
        }
        return paths;
    }

    private void compare(
            Version version, SortedMap<String, @Nullable Object> before, SortedMap<String, @Nullable Object> now) {
        SortedSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(now.keySet());
        paths.removeIf(path ->
                before.containsKey(path) == now.containsKey(path) && Objects.equals(before.get(path), now.get(path)));
        for (String path : paths) {
            String key = isOfTable(path) || isOfValue(path) ? path : path + " of " + version;
            if (!told.add(key)) {
                continue;
            }
            String where = was.at(version).orElseGet(was::last).name() + path;
            String code = now.containsKey(path) ? "says " + literal(version, path, now.get(path)) : "says nothing";
            if (before.containsKey(path)) {
                String then = literal(version, path, before.get(path));
                String what = version + " was released with " + then + " here, and the code " + code;
                report.forbid(version, where, what, cure(version, path, before.get(path), now.get(path)));
            } else {
                String what = "the code " + code + " here, where " + version + " said nothing";
                report.addNote(version, where, what, "no peer was promised anything else");
            }
        }
    }

    private static boolean isOfValue(String path) {
        return path.contains("." + WireType.ADDED + ".");
    }

    private static boolean isOfTable(String path) {
        return path.endsWith("." + WireType.CHILD);
    }

    private String literal(Version version, String path, @Nullable Object value) {
        if (isOfTable(path)) {
            return String.valueOf(value);
        }
        if (isOfValue(path)) {
            return JavaText.quoted(value);
        }
        LockedField field =
                path.equals(".nullDown") ? was.before(version) : was.at(version).orElseGet(was::last);
        return JavaText.literal(field.type(), value);
    }

    private String cure(Version version, String path, @Nullable Object before, @Nullable Object now) {
        if (isOfTable(path)) {
            return row(version, String.valueOf(before), now);
        }
        return "declare "
                + (isOfValue(path) ? added(version, path) : path + "(" + literal(version, path, before) + ")");
    }

    private String row(Version version, String before, @Nullable Object now) {
        NextVersion next = report.sides().next();
        String row = "declare " + ChildRows.call(version, before);
        if (now instanceof String child && Version.parse(child).isAfter(Version.parse(before))) {
            return row + " and " + ChildRows.call(next.next(), child) + next.bump();
        }
        return row;
    }

    private @Nullable String added(Version version, String path) {
        String value = path.substring(path.indexOf("." + WireType.ADDED + ".") + WireType.ADDED.length() + 2);
        TypeDescription type = was.at(version).orElseThrow().type();
        while (type.element() != null) {
            type = type.element();
        }
        return JavaText.added(type, value);
    }
}
