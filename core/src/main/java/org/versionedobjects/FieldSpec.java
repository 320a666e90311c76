package org.versionedobjects;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
    private final Options options;
    private final @Nullable Given<T> defaultValue;
    private final @Nullable Given<T> fill;
    private final @Nullable Past<T> past;

    /** The options that do not depend on the type. */
    private record Options(
            boolean readOnly,
            boolean secret,
            @Nullable String since,
            @Nullable String removedIn,
            List<Renamed> renames) {
        static final Options NONE = new Options(false, false, null, null, List.of());
    }

    /** A value that may be null, where there may be none. */
    private record Given<T extends @Nullable Object>(T value) {}

    /** What the values were before a version. */
    record Past<T extends @Nullable Object>(String version, ValueChange<T, ?> change) {}

    /** A name before a version. */
    record Renamed(String before, String version) {}

    private FieldSpec(
            FieldType<T> type,
            Options options,
            @Nullable Given<T> defaultValue,
            @Nullable Given<T> fill,
            @Nullable Past<T> past) {
        this.type = type;
        this.options = options;
        this.defaultValue = defaultValue;
        this.fill = fill;
        this.past = past;
    }

    /** Returns a field of a type, without options. */
    public static <T extends @Nullable Object> FieldSpec<T> of(FieldType<T> type) {
        return new FieldSpec<>(Objects.requireNonNull(type, "type"), Options.NONE, null, null, null);
    }

    private FieldSpec<T> with(Options newOptions) {
        return new FieldSpec<>(type, newOptions, defaultValue, fill, past);
    }

    /** Returns this field, settable only while it is unset and was unset when it was loaded. */
    public FieldSpec<T> readOnly() {
        return with(new Options(true, options.secret, options.since, options.removedIn, options.renames));
    }

    /** Returns this field, its values masked in {@code toString}, logs and exceptions. */
    public FieldSpec<T> secret() {
        return with(new Options(options.readOnly, true, options.since, options.removedIn, options.renames));
    }

    /** Returns this field, absent from versions before the given one. */
    public FieldSpec<T> since(String version) {
        String first = Objects.requireNonNull(version, "version");
        return with(new Options(options.readOnly, options.secret, first, options.removedIn, options.renames));
    }

    /**
     * Returns this field, absent from the given version on. Its descriptor stays: it reads what an older peer sent, and
     * cannot be set. Older peers get what an older peer sent, else what {@link #fill} says, else nothing.
     */
    public FieldSpec<T> removedIn(String version) {
        String last = Objects.requireNonNull(version, "version");
        return with(new Options(options.readOnly, options.secret, options.since, last, options.renames));
    }

    /** Returns this field with what older peers get for it once it is removed, where they sent nothing themselves. */
    public FieldSpec<T> fill(T value) {
        return new FieldSpec<>(type, options, defaultValue, new Given<>(kept(type, value)), past);
    }

    /** Returns this field with the name that it had before a version. */
    public FieldSpec<T> renamedFrom(String before, String version) {
        List<Renamed> renames = new ArrayList<>(options.renames);
        renames.add(new Renamed(Objects.requireNonNull(before, "before"), Objects.requireNonNull(version, "version")));
        return with(
                new Options(options.readOnly, options.secret, options.since, options.removedIn, List.copyOf(renames)));
    }

    /**
     * Returns this field with what its values were before a version, and how to go from one form to the other. The functions
     * never see null. An earlier change is declared at the older type:
     *
     * <pre>{@code
     * Types.longInteger().changedIn("1.4",
     *     Types.string().changedIn("1.2", Types.bool(), "yes"::equals, old -> old ? "yes" : "no"),
     *     String::valueOf, Long::valueOf)
     * }</pre>
     *
     * @param version the first version with the newer form
     * @param before the type before that
     * @param down makes an older value of a newer one; what it throws says that this cannot be
     * @param up makes a newer value of an older one
     */
    public <S extends @Nullable Object> FieldSpec<T> changedIn(
            String version,
            FieldSpec<S> before,
            Function<? super T, ? extends S> down,
            Function<? super S, ? extends T> up) {
        return changedIn(version, ValueChange.of(before, down, up));
    }

    /** Returns this field with what its values were before a version, as {@link #changedIn(String, FieldSpec, Function, Function)}. */
    public <S extends @Nullable Object> FieldSpec<T> changedIn(
            String version,
            FieldType<S> before,
            Function<? super T, ? extends S> down,
            Function<? super S, ? extends T> up) {
        return changedIn(version, ValueChange.of(before, down, up));
    }

    /** Returns this field with what its values were before a version; for changes from or to a type without null. */
    public FieldSpec<T> changedIn(String version, ValueChange<T, ?> change) {
        Past<T> made = new Past<>(Objects.requireNonNull(version, "version"), Objects.requireNonNull(change, "change"));
        return new FieldSpec<>(type, options, defaultValue, fill, made);
    }

    /** Returns this field with a default for {@link VersionedObject#setDefaults}. */
    public FieldSpec<T> defaultsTo(T value) {
        return new FieldSpec<>(type, options, new Given<>(kept(type, value)), fill, past);
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
        return options.readOnly;
    }

    /** Returns whether values are masked, because of the field or of its type. */
    public boolean isSecret() {
        return options.secret || type.isSecret();
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
        return options.since;
    }

    /** Returns the text given to {@link #removedIn}, null if none was. */
    @Nullable
    String removedIn() {
        return options.removedIn;
    }

    /** Returns what was given to {@link #renamedFrom}, in that order. */
    List<Renamed> renames() {
        return options.renames;
    }

    /** Returns what was given to {@link #changedIn}, null if nothing was. */
    @Nullable
    Past<T> past() {
        return past;
    }

    /** Returns whether {@link #fill} says what older peers get. */
    public boolean hasFill() {
        return fill != null;
    }

    /**
     * Returns what {@link #fill} says.
     *
     * @throws IllegalStateException if it says nothing
     */
    public T fillValue() {
        if (fill == null) {
            throw new IllegalStateException("The field has no fill; ask hasFill() first");
        }
        return fill.value();
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
