package org.versionedobjects;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a human what lies between two versions of a type and of the types in it, one version at a time in the order in
 * which it is done. Confined to one thread.
 */
final class HistoryText {
    private final ObjectRegistry registry;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> told = new HashSet<>();

    HistoryText(ObjectRegistry registry) {
        this.registry = registry;
    }

    String of(ObjectType<?> type, Version from, Version to) {
        tell("", type, from, to);
        return text.toString();
    }

    private void tell(String indent, ObjectType<?> type, Version from, Version to) {
        String head = type.qualifiedName() + " from " + from + " to " + to;
        if (!told.add(head)) {
            text.append(indent).append(head).append(": as above\n");
            return;
        }
        text.append(indent).append(head).append('\n');
        boolean isDown = to.isBefore(from);
        Version low = isDown ? to : from;
        Version high = isDown ? from : to;
        List<Version> crossed = new ArrayList<>();
        for (Version each : type.historyVersions()) {
            if (each.isAfter(low) && !each.isAfter(high)) {
                crossed.add(each);
            }
        }
        if (isDown) {
            Collections.reverse(crossed);
        }
        for (Version each : crossed) {
            tell(indent + "  ", type, each, isDown);
        }
        tellNested(indent + "  ", type, from, to);
    }

    private void tell(String indent, ObjectType<?> type, Version at, boolean isDown) {
        List<String> effects = new ArrayList<>();
        boolean hasStep = type.steps().stream().anyMatch(step -> step.version().equals(at));
        if (hasStep && isDown) {
            effects.add("a step of the whole object");
        }
        for (Field<?> field : type.allFields()) {
            tell(effects, field, type.history(field), at, isDown);
        }
        if (hasStep && !isDown) {
            effects.add("a step of the whole object");
        }
        if (effects.isEmpty()) {
            return; // what happened there was to a form that the field had not yet
        }
        String between = isDown ? at + " to the one before: " : "the one before to " + at + ": ";
        text.append(indent).append(between).append(String.join("; ", effects)).append('\n');
    }

    private static void tell(List<String> effects, Field<?> field, FieldHistory history, Version at, boolean isDown) {
        String name = history.nameIn(at, field.name());
        for (FieldHistory.Change each : history.changes()) {
            if (each.version().equals(at)) {
                FieldType<?> made = isDown ? each.before() : each.after();
                effects.add(name + " becomes " + made.describe());
            }
        }
        if (history.isIn(at) && history.typeIn(at, field.type()).versions().contains(at)) {
            effects.add("values of " + name + " that came with " + at
                    + (isDown ? " become older ones" : " may stand there"));
        }
        for (FieldHistory.Rename each : history.renames()) {
            if (each.version().equals(at)) {
                effects.add(isDown ? name + " is called " + each.before() : each.before() + " is called " + name);
            }
        }
        if (history.since().equals(at)) {
            effects.add(name + (isDown ? " is left out" : " is there, unset"));
        }
        if (at.equals(history.removedIn())) {
            effects.add(isDown ? name + " is there" + filled(field) : name + " can only be read");
        }
    }

    private static <T extends @Nullable Object> String filled(Field<T> field) {
        FieldSpec<T> spec = field.spec();
        return spec.hasFill() ? ", " + spec.format(spec.fillValue()) + " where an older peer sent nothing" : "";
    }

    private void tellNested(String indent, ObjectType<?> type, Version from, Version to) {
        for (Field<?> field : type.allFields()) {
            FieldHistory history = type.history(field);
            if (!history.isIn(to)) {
                continue;
            }
            for (NestedReference reference : history.typeIn(to, field.type()).references()) {
                text.append(indent).append(history.nameIn(to, field.name())).append(": ");
                Version lower = from.isBefore(to) ? from : to;
                Version row = row(reference, lower);
                if (row == null) {
                    text.append(reference.describe()).append(" as the manifest says\n");
                } else {
                    text.append(reference.describe()).append(" by the child table\n");
                    tellChildren(indent + "  ", reference, row, from.isBefore(to));
                }
            }
        }
    }

    private void tellChildren(String indent, NestedReference reference, Version row, boolean isUp) {
        for (ObjectType<?> child : registry.types()) {
            if (reference.isExactly(child) && child.version().isSameMajor(row)) {
                Version older = Version.min(child.version(), row);
                tell(indent, child, isUp ? older : child.version(), isUp ? child.version() : older);
            }
        }
    }

    private static @Nullable Version row(NestedReference reference, Version parentVersion) {
        return reference.children().entrySet().stream()
                .filter(each -> !Version.parse(each.getKey()).isAfter(parentVersion))
                .max(Comparator.comparing((Map.Entry<String, String> each) -> Version.parse(each.getKey())))
                .map(each -> Version.parse(each.getValue()))
                .orElse(null);
    }
}
