package org.versionedobjects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes histories of the options of fields, and notes what is wrong with them. Confined to one definition. */
final class HistoryResolver {
    private final Version newest;
    private final Version first;
    private final Problems problems;

    HistoryResolver(Version newest, Problems problems) {
        this.newest = newest;
        this.first = Version.of(newest.major(), 0);
        this.problems = problems;
    }

    /** Returns the history of a type's own field. */
    <T extends @Nullable Object> FieldHistory own(Field<T> field) {
        FieldSpec<T> spec = field.spec();
        Version since = version(field, "since(\"" + spec.since() + "\")", spec.since());
        return resolved(field, since == null ? first : since, true);
    }

    /** Returns the history of a field of a mixin that joined at a version; what was before does not matter to the type. */
    <T extends @Nullable Object> FieldHistory mixedIn(Field<T> field, @Nullable String joined) {
        Version since = version(
                field, "since(\"" + field.spec().since() + "\")", field.spec().since());
        Version join = version(field, "include(…, \"" + joined + "\")", joined);
        Version own = since == null ? first : since;
        return resolved(field, join == null || join.isBefore(own) ? own : join, false);
    }

    private <T extends @Nullable Object> FieldHistory resolved(Field<T> field, Version since, boolean isWhole) {
        FieldSpec<T> spec = field.spec();
        if (since.isAfter(newest) || !since.isSameMajor(newest)) {
            problems.add("the field " + field.name() + " is there since " + since + ", but the type is at " + newest
                    + "; set version(\"" + since + "\") or an earlier since");
        }
        Version removedIn = removedIn(field, since, isWhole);
        if (removedIn == null && spec.hasFill()) {
            problems.add("the field " + field.name() + " has a fill, but is not removed; declare removedIn, too");
        }
        List<FieldHistory.Rename> renames = renames(field, since, removedIn, isWhole);
        List<FieldHistory.Change> changes = new ArrayList<>();
        addChanges(changes, field, field.type(), spec.past(), new Span(since, removedIn, isWhole));
        checkTypes(field, changes);
        return new FieldHistory(since, removedIn, renames, changes);
    }

    /** The versions in which a field was there, and whether what lies before is a mistake. */
    private record Span(Version since, @Nullable Version removedIn, boolean isWhole) {
        boolean has(Version version) {
            return version.isAfter(since) && (removedIn == null || version.isBefore(removedIn));
        }

        String describe() {
            return "after " + since + (removedIn == null ? "" : " and before " + removedIn);
        }
    }

    private @Nullable Version removedIn(Field<?> field, Version since, boolean isWhole) {
        String text = field.spec().removedIn();
        Version removedIn = version(field, "removedIn(\"" + text + "\")", text);
        if (removedIn != null && isWhole && !removedIn.isAfter(since)) {
            problems.add(
                    "the field " + field.name() + " is removed in " + removedIn + ", but is there only since " + since);
        }
        return removedIn;
    }

    private List<FieldHistory.Rename> renames(
            Field<?> field, Version since, @Nullable Version removedIn, boolean isWhole) {
        Span span = new Span(since, removedIn, isWhole);
        List<FieldHistory.Rename> renames = new ArrayList<>();
        Set<Version> seen = new HashSet<>();
        for (FieldSpec.Renamed each : field.spec().renames()) {
            String call = "renamedFrom(\"" + each.before() + "\", \"" + each.version() + "\")";
            Names.checkField(each.before(), problems);
            Version version = version(field, call, each.version());
            if (version == null || isOutside(field, call, version, span)) {
                continue;
            }
            if (!seen.add(version)) {
                problems.add("the field " + field.name() + " is renamed twice in " + version);
            }
            renames.add(new FieldHistory.Rename(version, each.before()));
        }
        renames.sort(Comparator.comparing(FieldHistory.Rename::version).reversed());
        return renames;
    }

    private <T extends @Nullable Object> void addChanges(
            List<FieldHistory.Change> changes,
            Field<?> field,
            FieldType<T> after,
            FieldSpec.@Nullable Past<T> past,
            Span span) {
        if (past == null) {
            return;
        }
        String call = "changedIn(\"" + past.version() + "\", …)";
        Version version = version(field, call, past.version());
        if (version == null || isOutside(field, call, version, span)) {
            return;
        }
        if (!changes.isEmpty()
                && !version.isBefore(changes.get(changes.size() - 1).version())) {
            problems.add(call + " of the field " + field.name() + " is inside a change in "
                    + changes.get(changes.size() - 1).version() + ", and so has to be of an earlier version");
            return;
        }
        addChange(changes, field, after, past.change(), version, span);
    }

    private <T extends @Nullable Object, S extends @Nullable Object> void addChange(
            List<FieldHistory.Change> changes,
            Field<?> field,
            FieldType<T> after,
            ValueChange<T, S> conversion,
            Version version,
            Span span) {
        FieldSpec<S> before = conversion.before();
        before.type()
                .problems()
                .forEach(problem -> problems.add("the field " + field.name() + " before " + version + ": " + problem));
        if (before.type().isNullable() && !after.isNullable() && conversion.nullAfter() == null) {
            problems.add("the field " + field.name() + " could be null before " + version
                    + " and cannot be since; say what null becomes by ValueChange.nullUp");
        }
        changes.add(new FieldHistory.Change(version, after, before.type(), conversion));
        addChanges(changes, field, before.type(), before.past(), span);
    }

    private void checkTypes(Field<?> field, List<FieldHistory.Change> changes) {
        checkValues(field, field.type());
        changes.forEach(each -> checkValues(field, each.before()));
    }

    private void checkValues(Field<?> field, FieldType<?> type) {
        for (Version each : type.versions()) {
            if (each.isAfter(newest) || !each.isSameMajor(newest)) {
                problems.add("the field " + field.name() + " has values added in " + each + ", but the type is at "
                        + newest);
            }
        }
    }

    private boolean isOutside(Field<?> field, String call, Version version, Span span) {
        if (span.has(version)) {
            return false;
        }
        if (span.isWhole()) {
            problems.add(call + " of the field " + field.name() + " has to be of a version " + span.describe());
        }
        return true;
    }

    /** Returns the version that an option names; null if it names none, or one that the type has not. */
    private @Nullable Version version(Field<?> field, String call, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Version version = Version.tryParse(text);
        if (version == null) {
            problems.add(call + " of the field " + field.name() + " is not X.Y or X.Y.Z");
        } else if (!call.startsWith("since")
                && !call.startsWith("include")
                && (version.isAfter(newest) || !version.isSameMajor(newest))) {
            problems.add(call + " of the field " + field.name()
                    + " is of a version that the type does not have; it is at " + newest);
            return null;
        }
        return version;
    }
}
