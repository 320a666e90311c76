package org.versionedobjects.lock;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;

/** Compares which values to choose from came when. */
final class ChoiceComparison {
    private final FieldReport report;
    private final TypeSides sides;
    private final FieldLife was;
    private final FieldLife is;
    private final SortedSet<Version> shared;
    private final String path;

    ChoiceComparison(FieldReport report, FieldLife was, FieldLife is, SortedSet<Version> shared, String path) {
        this.report = report;
        this.sides = report.sides();
        this.was = was;
        this.is = is;
        this.shared = shared;
        this.path = path;
    }

    void compare() {
        Map<String, Version> before = births(was.forms().headMap(sides.released(), true));
        Map<String, Version> now = births(is.forms());
        SortedSet<String> values = new TreeSet<>(before.keySet());
        values.addAll(now.keySet());
        SortedSet<String> dropped = new TreeSet<>(before.keySet());
        dropped.removeAll(now.keySet());
        for (String each : values) {
            Version then = before.get(each);
            Version since = now.get(each);
            if (then == null && since != null && !since.isAfter(sides.released())) {
                addNew(each, since, dropped);
            } else if (then != null && since == null) {
                addDropped(each);
            } else if (then != null && since != null && !start(then, was).equals(start(since, is))) {
                addMoved(each, then, since);
            }
        }
    }

    /** Returns the version in which a value came, the first of all if it came with the field. */
    private static String start(Version version, FieldLife life) {
        return version.equals(life.first()) ? "" : version.toString();
    }

    private Map<String, Version> births(NavigableMap<Version, LockedField> forms) {
        Map<String, Version> births = new TreeMap<>();
        forms.forEach((version, field) -> WireType.texts(choice(field).option(WireType.VALUES))
                .forEach(value -> births.putIfAbsent(value, version)));
        return births;
    }

    private TypeDescription choice(LockedField field) {
        TypeDescription type = field.type();
        for (int at = path.indexOf("[]"); at >= 0; at = path.indexOf("[]", at + 1)) {
            type = Objects.requireNonNull(type.element(), "element");
        }
        return type;
    }

    private String name() {
        return was.at(shared.last()).orElseThrow().name() + path;
    }

    private void addNew(String value, Version since, SortedSet<String> dropped) {
        TypeDescription now = choice(is.at(shared.last()).orElseThrow());
        String declared = JavaText.added(now, value);
        String older = older(now, value);
        TypeDescription before = choice(was.at(shared.last()).orElseThrow());
        String cure = "declare .added(\"" + sides.next().next() + "\", " + JavaText.quoted(value) + ", "
                + (older == null
                        ? "olderPeersGet), where older peers get one of "
                                + String.join(", ", WireType.texts(before.option(WireType.VALUES)))
                                + sides.next().comma()
                        : JavaText.quoted(older) + ")");
        if (declared == null && !dropped.isEmpty()) {
            report.addChange(
                    name(),
                    sides.released() + " was released without the value " + value + ", and with "
                            + String.join(", ", dropped) + " in its place",
                    "declare " + changedIn() + ", which turns the one into the other"
                            + sides.next().comma());
        } else if (declared == null) {
            report.addChange(name(), sides.released() + " was released without the value " + value, cure);
        } else {
            report.forbidEarly(since, name(), since + " was released without the value " + value, cure);
        }
    }

    private static @Nullable String older(TypeDescription choice, String value) {
        return choice.option(WireType.ADDED) instanceof Map<?, ?> added
                        && added.get(value) instanceof Map<?, ?> facts
                        && facts.get(WireType.OLDER_PEERS_GET) != null
                ? String.valueOf(facts.get(WireType.OLDER_PEERS_GET))
                : null;
    }

    private void addDropped(String value) {
        report.addChange(
                name(),
                sides.released() + " was released with the value " + value + ", which its peers still send",
                "keep it, or declare " + changedIn());
    }

    private String changedIn() {
        return Declarations.changedIn(
                sides.next().next(),
                was.at(shared.last()).orElseThrow().type(),
                is.at(shared.last()).orElseThrow().type(),
                new TreeMap<>());
    }

    private void addMoved(String value, Version then, Version since) {
        boolean isEarlier = since.isBefore(then);
        Version wrong = isEarlier ? since : then;
        String declared = JavaText.added(choice(was.at(then).orElseThrow()), value);
        report.forbid(
                wrong,
                name(),
                wrong + " was released " + (isEarlier ? "without" : "with") + " the value " + value,
                declared == null || then.equals(was.first())
                        ? "take .added(\"" + since + "\", " + JavaText.quoted(value) + ", …) away"
                        : "declare " + declared);
    }
}
