package org.versionedobjects.lock;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;

/** Compares what the lock and the code say of one field that both have: of every released version, and what happened there. */
final class FieldComparison {
    private final TypeSides sides;
    private final FieldReport report;
    private final String where;
    private final FieldLife was;
    private final FieldLife is;
    private final Version released;
    private final NavigableMap<Version, TypeChange> typeChanges = new TreeMap<>();
    private final NavigableSet<Version> shared = new TreeSet<>();

    FieldComparison(TypeSides sides, Declarations declarations, FieldLife was, FieldLife is) {
        this.sides = sides;
        this.report = new FieldReport(sides, declarations, declarations.isInherited(is.last()));
        this.where = declarations.where(is.last());
        this.was = was;
        this.is = is;
        this.released = sides.released();
    }

    void compare(SortedSet<Version> versions) {
        for (Version each : versions) {
            LockedField before = was.at(each).orElse(null);
            LockedField now = is.at(each).orElse(null);
            if (before != null && now != null) {
                shared.add(each);
                TypeChange change = TypeChange.between(before.type(), now.type());
                if (change != null) {
                    typeChanges.put(each, change);
                }
            }
        }
        compareBirth();
        compareEnd();
        compareNames();
        compareTypes();
        new AnswerComparison(report, was, is).compare(shared, typeChanges.isEmpty());
    }

    /** Compares what peers cannot see of the newest released version. */
    void compareLocally(LocalComparison local) {
        local.compare(was.at(released).orElse(null), is.at(released).orElse(null));
    }

    private String name(Version version) {
        return was.at(version)
                .or(() -> is.at(version))
                .map(LockedField::name)
                .orElseGet(() -> was.last().name());
    }

    private void compareBirth() {
        if (was.first().equals(is.first())) {
            return;
        }
        boolean isEarlier = is.first().isBefore(was.first());
        Version wrong = isEarlier ? is.first() : was.first();
        String told = isEarlier
                ? wrong + " was released without it; it came with " + was.first()
                : wrong + " was released with it, and the code has it only since " + is.first();
        report.forbid(wrong, name(wrong), told, report.declarations().born(was.first(), is));
    }

    private void compareEnd() {
        Version before = was.goneBy(released);
        Version now = is.goneBy(released);
        if (Objects.equals(before, now)) {
            return;
        }
        if (before == null) {
            Version wrong = Objects.requireNonNull(now);
            String cure = "declare .removedIn(\"" + sides.next().next() + "\")" + where;
            report.forbidEarly(wrong, name(wrong), wrong + " was released with it", cure);
        } else {
            report.forbid(
                    before,
                    was.last().name(),
                    before + " was released without it, and a field that is gone does not come back",
                    "declare " + Declarations.removedIn(was, before) + where
                            + (now == null ? ", and a field of another name if you need one" : ""));
        }
    }

    private void compareNames() {
        NavigableMap<Version, String> before = was.renamesBy(released);
        NavigableMap<Version, String> now = is.renamesBy(released);
        before.forEach((version, name) -> {
            if (!name.equals(now.get(version))) {
                report.forbid(
                        version,
                        name(version),
                        "it was called " + name + " before " + version,
                        "declare " + Declarations.renamedFrom(name, version) + where);
            }
        });
        now.forEach((version, name) -> {
            if (!before.containsKey(version) && was.at(version).isPresent()) {
                Version next = sides.next().next();
                report.forbidEarly(
                        version,
                        name(version),
                        version + " was released with it under this name, and not as "
                                + is.at(version).orElseThrow().name(),
                        "declare " + Declarations.renamedFrom(name(released), next) + where);
            }
        });
    }

    private void compareTypes() {
        Set<Version> early = new TreeSet<>(is.changesBy(released).keySet());
        early.removeAll(was.changesBy(released).keySet());
        Set<Version> lost = new TreeSet<>(was.changesBy(released).keySet());
        lost.removeAll(is.changesBy(released).keySet());
        early.stream().filter(shared::contains).forEach(this::addEarlyChange);
        lost.stream().filter(shared::contains).forEach(each -> addLostChange(each, each));
        if (typeChanges.isEmpty() || !early.isEmpty() || !lost.isEmpty()) {
            return;
        }
        TypeChange any = typeChanges.lastEntry().getValue();
        if (was.changesBy(released).isEmpty()
                && typeChanges.values().stream()
                        .allMatch(each -> each.isOfValues() && each.path().equals(any.path()))) {
            new ChoiceComparison(report, was, is, shared, any.path()).compare();
            return;
        }
        Version last = shared.last();
        if (typeChanges.containsKey(last) && was.goneBy(released) == null) {
            addChangeNow(last, typeChanges.lastEntry().getValue());
        } else {
            Version wrong = typeChanges.lastKey();
            addLostChange(wrong, was.changesBy(released).higherKey(wrong));
        }
    }

    /** The edit without a word of history. */
    private void addChangeNow(Version version, TypeChange change) {
        LockedField before = was.at(version).orElseThrow();
        LockedField now = is.at(version).orElseThrow();
        report.addChange(
                before.name() + change.path(),
                version + " was released with " + JavaText.of(change.was()) + ", and the code says "
                        + JavaText.of(change.is()),
                "declare " + change(sides.next().next(), before.type(), now.type()) + where);
    }

    private static String change(Version version, TypeDescription before, TypeDescription after) {
        return Declarations.changedIn(version, before, after, Collections.emptySortedMap());
    }

    private void addEarlyChange(Version version) {
        TypeDescription before = was.at(shared.last()).orElseThrow().type();
        report.forbidEarly(
                version,
                name(version),
                version + " was released with "
                        + JavaText.of(was.at(version).orElseThrow().type()) + " as it had been, and not changed",
                "declare " + change(sides.next().next(), before, is.last().type()) + where);
    }

    /** The history that no longer says what was recorded; {@code changed} is where it changed, null if it never did. */
    private void addLostChange(Version version, @Nullable Version changed) {
        Version wrong = changed == null || !version.equals(changed)
                ? version
                : was.forms().lowerKey(changed);
        TypeDescription before = was.at(wrong).orElseThrow().type();
        String now = is.at(wrong).map(each -> JavaText.of(each.type())).orElse("nothing");
        String cure = changed == null
                ? "declare " + JavaText.of(before) + " again"
                : "declare "
                        + Declarations.changedIn(
                                changed,
                                before,
                                was.at(changed).orElseThrow().type(),
                                was.changesBy(released).getOrDefault(changed, Collections.emptySortedMap()));
        report.forbid(
                wrong,
                name(wrong),
                wrong + " was released with " + JavaText.of(before) + ", and the code says " + now + " of it",
                cure + where);
    }
}
