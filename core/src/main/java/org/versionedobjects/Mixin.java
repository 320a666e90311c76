package org.versionedobjects;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fields that several types share, declared on an interface that those types implement. The descriptors are shared as
 * well: {@code Timestamps.CREATED_AT} works on every type that includes {@code Timestamps.MIXIN}.
 *
 * <pre>{@code
 * public interface Timestamps extends Values {
 *   Mixin MIXIN = Mixin.of(Timestamps.class);
 *   Field<@Nullable Instant> CREATED_AT = MIXIN.field("created_at", Types.instant().nullable());
 * }
 * }</pre>
 *
 * <p>Complete once the interface is initialised; thread-safe. Like a definition it never throws: problems show with the
 * types that include it.
 */
public final class Mixin {
    private final Class<?> javaInterface;
    private final List<Field<?>> fields = new ArrayList<>();

    private Mixin(Class<?> javaInterface) {
        this.javaInterface = Objects.requireNonNull(javaInterface);
    }

    /** Returns a new mixin that goes with an interface. */
    public static Mixin of(Class<? extends Values> javaInterface) {
        return new Mixin(javaInterface);
    }

    /** Adds a field. */
    public <T extends @Nullable Object> Field<T> field(String name, FieldType<T> type) {
        return field(name, FieldSpec.of(type));
    }

    /** Adds a field with options. */
    public synchronized <T extends @Nullable Object> Field<T> field(String name, FieldSpec<T> spec) {
        Field<T> field = new Field<>(javaInterface.getSimpleName(), Names.orEmpty(name), spec, this, fields.size());
        fields.add(field);
        return field;
    }

    synchronized List<Field<?>> fields() {
        return List.copyOf(fields);
    }

    Class<?> javaInterface() {
        return javaInterface;
    }

    /** Returns the name of the interface. */
    @Override
    public String toString() {
        return javaInterface.getSimpleName();
    }
}
