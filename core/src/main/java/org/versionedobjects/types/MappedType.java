package org.versionedobjects.types;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Profile;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.Version;

/** Values of an application's class, kept on the wire as those of another type. */
final class MappedType<B, T> implements FieldType<T> {
    private final FieldType<B> base;
    private final String description;
    private final Function<? super B, ? extends @Nullable T> make;
    private final Function<? super T, ? extends @Nullable B> unmake;

    MappedType(
            FieldType<B> base,
            String description,
            Function<? super B, ? extends @Nullable T> make,
            Function<? super T, ? extends @Nullable B> unmake) {
        this.base = Objects.requireNonNull(base, "base");
        this.description = Objects.requireNonNull(description, "description");
        this.make = Objects.requireNonNull(make, "make");
        this.unmake = Objects.requireNonNull(unmake, "unmake");
    }

    @Override
    public String describe() {
        return description;
    }

    @Override
    public List<String> problems() {
        return base.references().isEmpty()
                ? base.problems()
                : List.of("a mapped type is made of plain values, not of " + base.describe());
    }

    @Override
    public Set<Version> versions() {
        return base.versions();
    }

    @Override
    public FieldType<T> at(Version version) {
        FieldType<B> older = base.at(version);
        return older == base ? this : new MappedType<>(older, description, make, unmake);
    }

    @Override
    public boolean isSecret() {
        return base.isSecret();
    }

    @Override
    public FieldType<?> plainType() {
        return base.plainType();
    }

    @Override
    public @Nullable Object plainValue(T value) {
        return base.plainValue(based(value));
    }

    @Override
    public T accept(T value) {
        B plain = based(value);
        B accepted = base.accept(plain);
        return base.same(plain, accepted) ? value : made(value, accepted);
    }

    @Override
    public T coerce(@Nullable Object value) {
        return coerce(value, Profile.STRICT);
    }

    @Override
    public T coerce(@Nullable Object value, Profile profile) {
        if (value == null) {
            throw refused(null, null);
        }
        B plain;
        try {
            plain = base.coerce(value, profile);
        } catch (InvalidValueException e) {
            return made(value, base.accept(unmade(value)));
        }
        return made(value, plain);
    }

    /** Asks the application's function whether this is one of its values; it casts, and what it makes is made anew. */
    @SuppressWarnings("unchecked")
    private B unmade(Object value) {
        return based((T) value);
    }

    private B based(T value) {
        try {
            B plain = unmake.apply(value);
            if (plain != null) {
                return plain;
            }
        } catch (RuntimeException e) { // whatever it says no with
            throw refused(value, e);
        }
        throw refused(value, null);
    }

    private T made(Object given, B plain) {
        try {
            T value = make.apply(plain);
            if (value != null) {
                return value;
            }
        } catch (RuntimeException e) { // whatever it says no with
            throw refused(given, e);
        }
        throw refused(given, null);
    }

    /** A cause may quote the value, so a secret one has none. */
    private InvalidValueException refused(@Nullable Object value, @Nullable RuntimeException cause) {
        boolean isHidden = isSecret() && value != null;
        Facts facts = Facts.expected(description, isHidden ? Facts.MASK : Facts.show(value));
        return new InvalidValueException(facts, isHidden ? null : cause);
    }

    @Override
    public void write(T value, ValueWriter out) {
        base.write(based(value), out);
    }

    @Override
    public T read(ValueReader in) {
        B plain = base.read(in);
        return made(plain, plain);
    }

    @Override
    public boolean same(T one, T other) {
        return base.same(based(one), based(other));
    }

    @Override
    public void checkChange(T from, T to) {
        base.checkChange(based(from), based(to));
    }

    @Override
    public String format(T value) {
        return base.format(based(value));
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return base.description(names).with("as", description);
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return base.schema(context);
    }

    @Override
    public String toString() {
        return description;
    }
}
