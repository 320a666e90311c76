package org.versionedobjects.json;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.compat.PlannedField;
import org.versionedobjects.compat.VersionPlan;
import tools.jackson.core.io.SerializedString;

/** All that reading one version of a type needs, worked out once. Immutable and thread-safe. */
final class ReadPlan {
    final ObjectType<?> type;
    final Version version;
    private final FieldReader[] inOrder;
    private final Map<String, FieldReader> byName = new HashMap<>();

    /** Takes values up version by version; null where each can be read as it is. */
    final @Nullable VersionPlan steps;

    /** One field that this version has, and its position in the order of the wire. */
    record FieldReader(PlannedField planned, SerializedString serialized, int slot, int position, boolean isRemoved) {
        String name() {
            return planned.name();
        }

        Field<?> field() {
            return planned.field();
        }
    }

    ReadPlan(VersionPlan plan) {
        this.type = plan.type();
        this.version = plan.version();
        this.inOrder = new FieldReader[plan.fields().size()];
        this.steps = plan.hasSteps() ? plan : null;
        for (PlannedField field : plan.fields()) {
            boolean isRemoved = type.history(field.field()).removedIn() != null;
            FieldReader reader =
                    new FieldReader(field, new SerializedString(field.name()), field.slot(), byName.size(), isRemoved);
            inOrder[reader.position()] = reader;
            byName.put(field.name(), reader);
        }
    }

    int size() {
        return inOrder.length;
    }

    /** Returns the name that probably stands at a position; null after the last one. */
    @Nullable
    SerializedString likely(int position) {
        return position < inOrder.length ? inOrder[position].serialized() : null;
    }

    /** Returns the field of a name; null if this version has none. Quick if it is the one expected at a position. */
    @Nullable
    FieldReader find(String name, int expected) {
        if (expected < inOrder.length && inOrder[expected].name().equals(name)) {
            return inOrder[expected];
        }
        return byName.get(name);
    }
}
