package org.versionedobjects;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field type together with the options of one field. Options belong to fields, so a spec is not accepted as the
 * element type of a collection.
 *
 * <p>Immutable and thread-safe. A bad option (a {@code since} that is no version) is reported with the other problems of
 * the definition it is used in, never thrown here.
 *
 * @param <T> the Java type of the field's values
 */
public final class FieldSpec<T extends @Nullable Object> {
    private final FieldType<T> type;
    private final boolean readOnly;
    private final boolean secret;
    private final @Nullable String since;
    private final @Nullable Default<T> defaultValue;

    private record Default<T extends @Nullable Object>(T value) {}

    private FieldSpec(
            FieldType<T> type,
            boolean readOnly,
            boolean secret,
            @Nullable String since,
            @Nullable Default<T> defaultValue) {
        this.type = type;
        this.readOnly = readOnly;
        this.secret = secret;
        this.since = since;
        this.defaultValue = defaultValue;
    }

    /** Returns a field of a type, without options. */
    public static <T extends @Nullable Object> FieldSpec<T> of(FieldType<T> type) {
        return new FieldSpec<>(Objects.requireNonNull(type, "type"), false, false, null, null);
    }

    /** Returns this field, settable only while it is unset and was unset when it was loaded. */
    public FieldSpec<T> readOnly() {
        return new FieldSpec<>(type, true, secret, since, defaultValue);
    }

    /** Returns this field, its values masked in {@code toString}, logs and exceptions. */
    public FieldSpec<T> secret() {
        return new FieldSpec<>(type, readOnly, true, since, defaultValue);
    }

    /** Returns this field, absent from versions before the given one. */
    public FieldSpec<T> since(String version) {
        return new FieldSpec<>(type, readOnly, secret, Objects.requireNonNull(version, "version"), defaultValue);
    }

    /** Returns this field with a default for {@link VersionedObject#setDefaults}. */
    public FieldSpec<T> defaultsTo(T value) {
        return new FieldSpec<>(type, readOnly, secret, since, new Default<>(kept(type, value)));
    }

    /** Returns a copy that the caller cannot change; a bad default is kept as it is, to be reported with its definition. */
    private static <T extends @Nullable Object> T kept(FieldType<T> type, T value) {
        try {
            return value == null ? value : type.accept(value);
        } catch (RuntimeException e) { // a definition never throws in a static initialiser
            return value;
        }
    }

    /** Returns the type of the values. */
    public FieldType<T> type() {
        return type;
    }

    /** Returns whether the field is set once. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** Returns whether values are masked, because of the field or of its type. */
    public boolean isSecret() {
        return secret || type.isSecret();
    }

    /** Returns whether there is a default; it may be null. */
    public boolean hasDefault() {
        return defaultValue != null;
    }

    /**
     * Returns whether the default is put where null comes and is not legal: under {@link Profile#OSLO}, if there is a
     * default (OVO-32).
     */
    public boolean replacesNull(Profile profile) {
        return Objects.requireNonNull(profile, "profile") == Profile.OSLO && hasDefault() && !type.isNullable();
    }

    /** Returns the text given to {@link #since}, null if none was. */
    @Nullable
    String since() {
        return since;
    }

    /**
     * Returns the default.
     *
     * @throws IllegalStateException if there is none
     */
    public T defaultValue() {
        if (defaultValue == null) {
            throw new IllegalStateException("The field has no default; ask hasDefault() first");
        }
        T value = defaultValue.value();
        return value != null && type.isMutable() ? handedOut(value) : value;
    }

    private T handedOut(T value) {
        try {
            return type.handOut(value);
        } catch (RuntimeException e) { // a bad default, see kept
            return value;
        }
    }

    /** Returns the text form of a value, masked if the field is secret. */
    public String format(T value) {
        return isSecret() ? Facts.MASK : type.format(value);
    }
}
