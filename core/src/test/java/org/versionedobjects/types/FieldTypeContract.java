package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.versionedobjects.Facts;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Profile;

/** What every field type promises; one subclass for each type, in the words of a table. */
abstract class FieldTypeContract<T extends @Nullable Object> {
    private static final int ROUNDS = 200;

    record Coercion(@Nullable Object given, @Nullable Object stored) {}

    record Refusal(@Nullable Object given, String message) {}

    record Form(@Nullable Object value, @Nullable Object primitive, String text) {}

    abstract FieldType<T> type();

    abstract List<Coercion> accepted();

    abstract List<Refusal> refused();

    abstract List<Coercion> acceptedFromOslo();

    abstract List<Refusal> refusedFromOslo();

    abstract List<Form> forms();

    abstract List<Form> osloForms();

    abstract List<List<T>> same();

    abstract T generate(Random random);

    @TestFactory
    Stream<DynamicTest> coerce_legalValue_isStored() {
        return each("strict ", accepted(), row -> {
            assertStored(row, Profile.STRICT);
            return null;
        });
    }

    @TestFactory
    Stream<DynamicTest> coerce_legalValueFromOslo_isStored() {
        return each("oslo ", acceptedFromOslo(), row -> {
            assertStored(row, Profile.OSLO);
            return null;
        });
    }

    @TestFactory
    Stream<DynamicTest> coerce_illegalValue_isRefused() {
        return each("strict ", refused(), row -> {
            assertRefused(row, Profile.STRICT);
            return null;
        });
    }

    @TestFactory
    Stream<DynamicTest> coerce_illegalValueFromOslo_isRefused() {
        return each("oslo ", refusedFromOslo(), row -> {
            assertRefused(row, Profile.OSLO);
            return null;
        });
    }

    @TestFactory
    Stream<DynamicTest> form_ofValue_isReadBack() {
        return each("strict ", forms(), row -> {
            assertForm(row, Profile.STRICT);
            return null;
        });
    }

    @TestFactory
    Stream<DynamicTest> form_ofValueForOslo_isReadBack() {
        return each("oslo ", osloForms(), row -> {
            assertForm(row, Profile.OSLO);
            return null;
        });
    }

    @Test
    void same_ofGroups_isTrueInsideOnly() {
        List<List<T>> groups = same();
        for (List<T> group : groups) {
            for (List<T> other : groups) {
                group.forEach(one -> other.forEach(two ->
                        assertThat(type().same(one, two)).as(one + ", " + two).isEqualTo(group == other)));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> generatedValue_isWrittenAndReadBack() {
        Long only = Long.getLong("versionedobjects.seed");
        LongStream seeds = only == null ? LongStream.rangeClosed(1, ROUNDS) : LongStream.of(only);
        return seeds.mapToObj(seed -> dynamicTest("-Dversionedobjects.seed=" + seed, () -> {
            T value = type().accept(generate(new Random(seed)));
            T again = type().fromPrimitive(type().toPrimitive(value));

            assertThat(type().same(again, value)).as(type().format(value)).isTrue();
            assertThat(type().same(type().accept(again), value)).isTrue();
        }));
    }

    private static <R> Stream<DynamicTest> each(String prefix, List<R> rows, Function<R, @Nullable Void> test) {
        return rows.stream().map(row -> dynamicTest(prefix + row, () -> test.apply(row)));
    }

    @SuppressWarnings("unchecked")
    private void assertStored(Coercion row, Profile profile) {
        T stored = type().coerce(row.given(), profile);

        assertThat(type().same(stored, (T) row.stored())).as(Facts.show(stored)).isTrue();
    }

    private void assertRefused(Refusal row, Profile profile) {
        assertThatThrownBy(() -> type().coerce(row.given(), profile))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.facts().sentence()).isEqualTo(row.message()));
    }

    @SuppressWarnings("unchecked")
    private void assertForm(Form row, Profile profile) {
        T value = (T) row.value();

        assertThat(type().toPrimitive(value, profile)).isEqualTo(row.primitive());
        assertThat(type().format(value)).isEqualTo(row.text());
        assertThat(type().same(type().fromPrimitive(row.primitive(), profile), value))
                .isTrue();
    }
}
