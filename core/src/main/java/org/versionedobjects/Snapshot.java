package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/** Values of one type by slot, as {@link ObjectState} stores them, that nobody changes any more. Immutable. */
final class Snapshot implements Values {
    private final ObjectType<?> type;
    private final @Nullable Object[] stored;

    Snapshot(ObjectType<?> type, @Nullable Object[] stored) {
        this.type = type;
        this.stored = stored;
    }

    @Override
    public boolean isSet(Field<?> field) {
        Object value = known(field);
        return value != null && value != ObjectState.Marker.UNSET;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the slot of a Field<T> holds only a T
    public <T extends @Nullable Object> T get(Field<T> field) {
        Object value = known(field);
        if (value == null || value == ObjectState.Marker.UNSET) {
            throw new UnsetFieldException(
                    Facts.problem("the field is not set").withObject(type).withPath(field.name()), null);
        }
        return value == ObjectState.Marker.NULL ? null : field.handOut((T) value);
    }

    /** Refuses, as {@link VersionedObject#getBeanProperties}. */
    @SuppressWarnings("DoNotCallSuggester") // as there
    public Object getBeanProperties() {
        throw NoBean.refusal(type);
    }

    private @Nullable Object known(Field<?> field) {
        Object value = stored[type.slot(field)];
        if (value == ObjectState.Marker.UNKNOWN) {
            throw new UnknownBaselineException(
                    Facts.problem("the value before the change is not known, since the object was read with it")
                            .withObject(type)
                            .withPath(field.name())
                            .withAdvice("ask changes().knows(field) first"),
                    null);
        }
        return value;
    }

    /** Returns the type, then the fields that are set, secret ones masked. */
    @Override
    public String toString() {
        return StateText.of(type, slot -> stored[slot]);
    }
}
