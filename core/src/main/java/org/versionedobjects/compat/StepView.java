package org.versionedobjects.compat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.FieldHistory;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectType;
import org.versionedobjects.StepValues;
import org.versionedobjects.UnknownFieldException;
import org.versionedobjects.UnsetFieldException;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObjectException;

/** What a step of one version sees: the fields that the version has, and those that it removed. Confined to one thread. */
final class StepView implements StepValues {
    private final ObjectType<?> type;
    private final Version version;
    private final StepState state;
    private boolean hasReadChanged;

    StepView(ObjectType<?> type, Version version, StepState state) {
        this.type = type;
        this.version = version;
        this.state = state;
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Field<?> field : type.allFields()) {
            if (isHere(type.history(field)) && state.isSet(type.slot(field))) {
                names.add(nameOf(field));
            }
        }
        return Collections.unmodifiableList(names);
    }

    private boolean isHere(FieldHistory history) {
        return history.isIn(version) || version.equals(history.removedIn());
    }

    private String nameOf(Field<?> field) {
        return type.history(field).nameIn(version, field.name());
    }

    /** Returns the field of a name; where one was removed when another took its name, that other one. */
    private Field<?> field(String name) {
        Objects.requireNonNull(name, "name");
        Field<?> found = null;
        for (Field<?> each : type.allFields()) {
            FieldHistory history = type.history(each);
            if (isHere(history) && nameOf(each).equals(name) && (found == null || history.isIn(version))) {
                found = each;
            }
        }
        if (found == null) {
            throw new UnknownFieldException(
                    Facts.problem("version " + version + " has no field " + name)
                            .withAdvice("a step sees the fields of its own version and those that it removed"),
                    null);
        }
        return found;
    }

    @Override
    public boolean isSet(String name) {
        return state.isSet(type.slot(field(name)));
    }

    @Override
    public @Nullable Object get(String name) {
        int slot = type.slot(field(name));
        if (!state.isSet(slot)) {
            throw new UnsetFieldException(
                    Facts.problem("the field is not set; ask isSet before").withPath(name), null);
        }
        hasReadChanged |= state.isChanged(slot);
        return state.value(slot);
    }

    @Override
    public void put(String name, @Nullable Object value) {
        Field<?> field = field(name);
        int slot = type.slot(field);
        try {
            state.load(slot, coerced(type.history(field).typeIn(version, field.type()), value));
        } catch (VersionedObjectException e) {
            throw StepRun.located(e, field);
        }
        state.markChanged(slot, hasReadChanged || state.isChanged(slot));
    }

    private static <T extends @Nullable Object> @Nullable Object coerced(FieldType<T> type, @Nullable Object value) {
        if (value == null && !type.isNullable()) {
            throw InvalidValueException.expected(type.describe(), null);
        }
        return value == null ? null : type.coerce(value);
    }

    @Override
    public void remove(String name) {
        state.clear(type.slot(field(name)));
    }
}
