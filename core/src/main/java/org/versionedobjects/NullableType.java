package org.versionedobjects;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A type with null as one more legal value. */
@SuppressWarnings("NullAway") // without generics, NullAway takes every T for a non-null one
final class NullableType<T extends @Nullable Object> implements FieldType<@Nullable T> {
    private final FieldType<T> type;

    NullableType(FieldType<T> type) {
        this.type = type;
    }

    @Override
    public String describe() {
        return type.describe() + " or null";
    }

    @Override
    public @Nullable T accept(@Nullable T value) {
        return value == null ? null : type.accept(value);
    }

    @Override
    public @Nullable T coerce(@Nullable Object value) {
        return value == null ? null : type.coerce(value);
    }

    @Override
    public @Nullable T coerce(@Nullable Object value, Profile profile) {
        return value == null ? null : type.coerce(value, profile);
    }

    @Override
    public void checkChange(@Nullable T from, @Nullable T to) {
        if (from != null && to != null) {
            type.checkChange(from, to);
        } else if (from != null) {
            type.checkChangeToNull(from);
        }
    }

    @Override
    public boolean isSecret() {
        return type.isSecret();
    }

    @Override
    public boolean isMutable() {
        return type.isMutable();
    }

    @Override
    public @Nullable T handOut(@Nullable T value) {
        return value == null ? null : type.handOut(value);
    }

    @Override
    public void write(@Nullable T value, ValueWriter out) {
        if (value == null) {
            out.writeNull();
        } else {
            type.write(value, out);
        }
    }

    @Override
    public @Nullable T read(ValueReader in) {
        if (in.kind() == ValueReader.Kind.NULL) {
            in.readNull();
            return null;
        }
        return type.read(in);
    }

    @Override
    public boolean same(@Nullable T one, @Nullable T other) {
        return (one == null || other == null) ? one == other : type.same(one, other);
    }

    @Override
    public boolean sameShape(@Nullable T one, @Nullable T other) {
        return (one == null || other == null) ? one == other : type.sameShape(one, other);
    }

    @Override
    public String format(@Nullable T value) {
        return value == null ? "null" : type.format(value);
    }

    @Override
    public boolean isNullable() {
        return true;
    }

    @Override
    public FieldType<@Nullable T> nullable() {
        return this;
    }

    @Override
    public List<String> problems() {
        return type.problems();
    }

    @Override
    public Set<Version> versions() {
        return type.versions();
    }

    @Override
    public FieldType<@Nullable T> at(Version version) {
        FieldType<T> older = type.at(version);
        return older == type ? this : older.nullable();
    }

    @Override
    public @Nullable Class<?> coveredClass() {
        return type.coveredClass();
    }

    @Override
    public FieldType<?> plainType() {
        return type.plainType();
    }

    @Override
    public @Nullable Object plainValue(@Nullable T value) {
        return value == null ? null : type.plainValue(value);
    }

    @Override
    public List<NestedReference> references() {
        return type.references();
    }

    @Override
    public boolean anyNested(@Nullable T value, Predicate<? super VersionedObject> test) {
        return value != null && type.anyNested(value, test);
    }

    @Override
    public void forEachNested(@Nullable T value, String path, BiConsumer<String, ? super VersionedObject> visitor) {
        if (value != null) {
            type.forEachNested(value, path, visitor);
        }
    }

    @Override
    public @Nullable T copy(@Nullable T value, UnaryOperator<VersionedObject> copier) {
        return value == null ? null : type.copy(value, copier);
    }

    @Override
    public @Nullable T mutableCopy(@Nullable T value) {
        return value == null ? null : type.mutableCopy(value);
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return type.description(names).orNull();
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return type.schema(context).orNull();
    }

    @Override
    public String toString() {
        return describe();
    }
}
