package org.versionedobjects.lock;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.VersionedObject;

/**
 * Finds out what may stand in the fields of a registry's types: by their descriptions, and by asking the types themselves.
 * Thread-safe; what was found out is kept.
 */
final class SampleFields {
    private final ObjectRegistry registry;
    private final LockBuilder names;
    private final Map<Field<?>, List<?>> given;
    private final Map<Field<?>, SampleValues> known = new ConcurrentHashMap<>();

    SampleFields(ObjectRegistry registry, Map<Field<?>, List<?>> given) {
        this.registry = registry;
        this.names = new LockBuilder(registry);
        this.given = given;
    }

    /**
     * Returns what may stand in a field.
     *
     * @throws InvalidValueException if nothing was found
     */
    SampleValues of(ObjectType<?> type, Field<?> field) {
        SampleValues values = known.get(field);
        if (values == null) {
            values = found(type, field);
            known.put(field, values);
        }
        return values;
    }

    private SampleValues found(ObjectType<?> type, Field<?> field) {
        List<?> own = given.get(field);
        if (own != null) {
            return new Given(field, own);
        }
        SampleValues values = values(field.type());
        if (values == null) {
            throw new InvalidValueException(
                    Facts.problem("no value could be made up for this field")
                            .withObject(type)
                            .withPath(field.name())
                            .withExpected(field.type().describe())
                            .withAdvice("give some to the samples: values(" + constant(field) + ", …)"),
                    null);
        }
        return values;
    }

    private static String constant(Field<?> field) {
        String owner = field.owner().substring(field.owner().lastIndexOf('.') + 1);
        return owner + "." + field.name().toUpperCase(Locale.ROOT);
    }

    private @Nullable SampleValues values(FieldType<?> type) {
        TypeDescription description = type.description(names::names);
        List<ObjectType<?>> objects = objects(type.references());
        Object schema = type.schema(Context.INSTANCE).toPrimitive();
        return new Finding(objects).of(description, schema, value -> isTaken(type, value));
    }

    /** Returns the types that may stand where one of the references is, those that are declared themselves first. */
    private List<ObjectType<?>> objects(List<NestedReference> references) {
        return registry.types().stream()
                .filter(each -> references.stream().anyMatch(reference -> reference.accepts(each)))
                .sorted(Comparator.comparing(
                        each -> references.stream().noneMatch(reference -> reference.isExactly(each))))
                .toList();
    }

    private static boolean isTaken(FieldType<?> type, @Nullable Object value) {
        try {
            made(type, value);
            return true;
        } catch (RuntimeException e) { // whatever an application's own type says no with
            return false;
        }
    }

    /** Makes a value of one of {@link SampleValues}, be it what callers give or what JSON holds. */
    @SuppressWarnings({"unchecked", "NullAway"}) // what is given for a Field<T> is a T
    static <T extends @Nullable Object> T made(FieldType<T> type, @Nullable Object value) {
        if (value instanceof Typed typed) {
            return (T) typed.value();
        }
        try {
            return type.accept(type.coerce(value));
        } catch (RuntimeException e) { // whatever an application's own type says no with
            if (!type.references().isEmpty()) {
                throw e;
            }
            return type.accept(type.fromPrimitive(value));
        }
    }

    /** A value that is one of the field's type already. */
    private record Typed(@Nullable Object value) {}

    /** Values that the application gave. */
    private record Given(Field<?> field, List<?> all) implements SampleValues {
        @Override
        public Object typical(Nest nest) {
            return extreme(0, nest);
        }

        @Override
        public int extremes() {
            return all.size();
        }

        @Override
        public Object extreme(int index, Nest nest) {
            return new Typed(copy(field, all.get(index % all.size())));
        }

        @SuppressWarnings("unchecked") // what is given for a Field<T> is a T
        private static <T extends @Nullable Object> @Nullable Object copy(Field<T> field, @Nullable Object value) {
            UnaryOperator<VersionedObject> copier = VersionedObject::copy;
            return value == null ? null : field.type().copy((T) value, copier);
        }

        @Override
        public Object random(Random random, Nest nest) {
            return extreme(random.nextInt(all.size()), nest);
        }
    }

    /** Goes from a type to its elements and those of these. */
    private record Finding(List<ObjectType<?>> objects) {
        /** So many stand for all where a type takes nearly everything. */
        private static final int ENOUGH = 10;

        @Nullable
        SampleValues of(TypeDescription description, @Nullable Object schema, Predicate<@Nullable Object> taken) {
            SampleValues values = notNull(description, schema, taken);
            return values == null || !description.isNullable() ? values : new SampleValues.OrNull(values);
        }

        private @Nullable SampleValues notNull(
                TypeDescription description, @Nullable Object schema, Predicate<@Nullable Object> taken) {
            TypeDescription element = description.element();
            if (element == null || description.option("as") != null) {
                return single(description, schema, taken);
            }
            return switch (description.kind()) {
                case "listOf" -> many(element, schema, false, each -> taken.test(Collections.singletonList(each)));
                case "setOf" -> many(element, schema, true, each -> taken.test(Collections.singleton(each)));
                case "mapOf" ->
                    keyed(of(
                            element,
                            within(schema, "additionalProperties"),
                            each -> taken.test(Collections.singletonMap("a", each))));
                default -> single(description, schema, taken);
            };
        }

        private @Nullable SampleValues single(
                TypeDescription description, @Nullable Object schema, Predicate<@Nullable Object> taken) {
            return description.kind().equals("object")
                    ? new SampleValues.Nested(objects)
                    : leaf(description, schema, taken);
        }

        private @Nullable SampleValues many(
                TypeDescription element, @Nullable Object schema, boolean isSet, Predicate<@Nullable Object> taken) {
            SampleValues values = of(element, within(schema, "items"), taken);
            return values == null ? null : new SampleValues.Many(values, isSet);
        }

        private static @Nullable SampleValues keyed(@Nullable SampleValues element) {
            return element == null ? null : new SampleValues.Keyed(element);
        }

        private static @Nullable Object within(@Nullable Object schema, String keyword) {
            return schema instanceof Map<?, ?> keywords ? keywords.get(keyword) : null;
        }

        private static @Nullable SampleValues leaf(
                TypeDescription description, @Nullable Object schema, Predicate<@Nullable Object> taken) {
            Set<Object> tried = new LinkedHashSet<>(SampleLeaves.of(description));
            boolean isUnknown = tried.isEmpty() || description.option("as") != null;
            if (isUnknown) {
                tried.addAll(SampleSchema.of(schema));
            }
            List<Object> all = tried.stream().filter(taken).toList();
            if (all.isEmpty()) {
                all = SampleSchema.ANYTHING.stream().filter(taken).toList();
            }
            boolean isChoice = !SampleLeaves.listed(description).isEmpty();
            List<Object> few = isChoice ? all : all.subList(0, Math.min(all.size(), ENOUGH));
            return all.isEmpty() ? null : new SampleValues.Leaf(description, few, taken);
        }
    }

    /** Objects in values are told of elsewhere. */
    private enum Context implements SchemaContext {
        INSTANCE;

        @Override
        public Profile profile() {
            return Profile.STRICT;
        }

        @Override
        public ValueSchema object(NestedReference reference) {
            Objects.requireNonNull(reference, "reference");
            return ValueSchema.ANYTHING;
        }
    }
}
