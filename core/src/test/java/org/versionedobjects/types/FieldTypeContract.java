package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.versionedobjects.Facts;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObjectException;

/**
 * What every field type promises; one subclass for each type, in the words of a table. A failure on a generated value
 * names its seed; {@code -Dversionedobjects.seed=N} runs that one alone.
 */
abstract class FieldTypeContract<T extends @Nullable Object> {
    private static final int ROUNDS = 100;

    /** What is accepted, and what is stored for it. */
    record Coercion(@Nullable Object given, @Nullable Object stored) {}

    /** What is refused, and the whole sentence that says so. */
    record Refusal(@Nullable Object given, String message) {}

    /** A value, its plain Java form, and its text form. */
    record Form(@Nullable Object value, @Nullable Object primitive, String text) {}

    abstract FieldType<T> type();

    abstract List<Coercion> accepted();

    abstract List<Refusal> refused();

    /** What is accepted under {@link Profile#OSLO} beyond the strict rules, or otherwise. */
    abstract List<Coercion> acceptedFromOslo();

    abstract List<Refusal> refusedFromOslo();

    abstract List<Form> forms();

    /** The forms under {@link Profile#OSLO}; empty for a type that oslo has not. */
    abstract List<Form> osloForms();

    /** Groups of values that are the same; values of two groups are not. */
    abstract List<List<T>> same();

    /** Makes a legal value, edges included. */
    abstract T generate(Random random);

    /** Changes a value in place; for types whose values can be. */
    void spoil(T value) {
        throw new AssertionError("spoil() is to be written for a type whose values can be changed in place");
    }

    /** The types of objects that stand in the values. */
    List<ObjectType<?>> nested() {
        return List.of();
    }

    /** Whether two values say the same after a way over the wire: false only for types whose objects are made anew. */
    boolean sameAfterWire(T one, T other) {
        return type().same(one, other);
    }

    // ---- the tables ----

    @TestFactory
    Stream<DynamicTest> coerce_legalValue_isStored() {
        return each(accepted(), row -> assertStored(row, Profile.STRICT));
    }

    @TestFactory
    Stream<DynamicTest> coerce_legalValueFromOslo_isStored() {
        return each(acceptedFromOslo(), row -> assertStored(row, Profile.OSLO));
    }

    @TestFactory
    Stream<DynamicTest> coerce_illegalValue_isRefused() {
        return each(refused(), row -> assertRefused(row, Profile.STRICT));
    }

    @TestFactory
    Stream<DynamicTest> coerce_illegalValueFromOslo_isRefused() {
        return each(refusedFromOslo(), row -> assertRefused(row, Profile.OSLO));
    }

    @TestFactory
    Stream<DynamicTest> form_ofValue_isReadBack() {
        return each(forms(), row -> assertForm(row, Profile.STRICT));
    }

    @TestFactory
    Stream<DynamicTest> form_ofValueForOslo_isReadBack() {
        return each(osloForms(), row -> assertForm(row, Profile.OSLO));
    }

    private void assertStored(Coercion row, Profile profile) {
        T stored = type().coerce(row.given(), profile);

        assertThat(type().same(stored, cast(row.stored())))
                .as(Facts.show(stored))
                .isTrue();
        assertThat(type().same(type().coerce(stored, profile), stored))
                .as("coerced again")
                .isTrue();
    }

    private void assertRefused(Refusal row, Profile profile) {
        assertThatThrownBy(() -> type().coerce(row.given(), profile))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.facts().sentence()).isEqualTo(row.message()));
    }

    private void assertForm(Form row, Profile profile) {
        T value = type().coerce(row.value(), profile);
        OneField<T> holder = new OneField<>(type(), profile, nested());

        assertThat(holder.primitive(value)).isEqualTo(row.primitive());
        assertThat(type().format(value)).isEqualTo(row.text());
        assertThat(sameAfterWire(holder.read(row.primitive()), value)).isTrue();
    }

    // ---- equality ----

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

    @Test
    void set_toTheSame_isNoChange() {
        for (List<T> group : same()) {
            OneField<T> holder = new OneField<>(type(), Profile.OSLO, nested());
            OneField.Holder<T> object = holder.loaded(group.get(0));
            group.forEach(object::set);

            assertThat(object.changes()).as(String.valueOf(group)).isEmpty();
        }
    }

    // ---- null ----

    @Test
    void null_forTypeThatIsNotNullable_isRefusedInItsOwnWords() {
        String sentence = "expected " + type().describe() + " but was null";

        assertNull(() -> type().coerce(null), sentence);
        assertNull(() -> type().coerce(null, Profile.OSLO), sentence);
        assertNull(
                () -> new OneField<>(type(), Profile.STRICT, nested()).empty().set(cast(null)), at(sentence));
        assertNull(() -> Types.listOf(type()).accept(Arrays.asList(cast(null))), "at [0]: " + sentence);
        assertNull(() -> Types.listOf(type()).coerce(Arrays.asList((Object) null)), "at [0]: " + sentence);
    }

    private static String at(String sentence) {
        return OneField.NAME + " 1.0 at value: " + sentence;
    }

    private void assertNull(Runnable call, String sentence) {
        if (type().isNullable()) {
            call.run();
            return;
        }
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.facts().sentence()).isEqualTo(sentence));
    }

    @Test
    void null_onTheWireForTypeThatIsNotNullable_isRefused() {
        if (type().isNullable()) {
            return;
        }
        for (Profile profile : Profile.values()) {
            assertThatThrownBy(() -> type().fromPrimitive(null, profile))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageMatching("\\[InvalidValue] expected .* but was (null|\\*\\*\\*)");
        }
    }

    @Test
    void nullable_ofType_takesNullAndItsValues() {
        FieldType<@Nullable T> nullable = type().nullable();

        assertThat(nullable.isNullable()).isTrue();
        assertThat(nullable.coerce(null)).isNull();
        assertThat(nullable.accept(null)).isNull();
        assertThat(nullable.toPrimitive(null)).isNull();
        assertThat(nullable.fromPrimitive(null)).isNull();
        assertThat(nullable.format(null)).isEqualTo("null");
        forGenerated(value -> {
            assertThat(nullable.same(value, null)).isEqualTo(value == null);
            assertThat(nullable.same(nullable.coerce(value), value)).isTrue();
            assertThat(nullable.format(value)).isEqualTo(type().format(value));
        });
    }

    // ---- generated values ----

    @Test
    void accept_acceptedValue_isTheSame() {
        forGenerated(value -> {
            assertThat(type().same(value, value)).isTrue();
            assertThat(type().same(type().accept(value), value)).isTrue();
            assertThat(type().same(type().coerce(value), value)).isTrue();
            assertThat(type().format(value)).isNotNull();
        });
    }

    @Test
    void wire_generatedValue_isReadBack() {
        forGenerated(value -> assertReadBack(value, Profile.STRICT));
    }

    @Test
    void wire_generatedValueForOslo_isReadableAndStable() {
        if (osloForms().isEmpty()) {
            return;
        }
        OneField<T> holder = new OneField<>(type(), Profile.OSLO, nested());
        forGenerated(value -> {
            T read = holder.fromJson(holder.json(value));
            T again = holder.fromJson(holder.json(read));

            assertThat(sameAfterWire(again, read))
                    .as("%s, then %s", read, again)
                    .isTrue();
        });
    }

    private void assertReadBack(T value, Profile profile) {
        OneField<T> holder = new OneField<>(type(), profile, nested());

        assertThat(sameAfterWire(holder.fromJson(holder.json(value)), value))
                .as("JSON")
                .isTrue();
        assertThat(sameAfterWire(holder.read(holder.primitive(value)), value))
                .as("plain")
                .isTrue();
        assertThat(holder.json(holder.fromJson(holder.json(value)))).isEqualTo(holder.json(value));
    }

    @Test
    void collections_ofGeneratedValues_areReadBack() {
        FieldType<Map<String, List<@Nullable T>>> type = Types.mapOf(Types.listOf(type().nullable()));
        OneField<Map<String, List<@Nullable T>>> holder = new OneField<>(type, Profile.STRICT, nested());
        forGenerated(value -> {
            List<@Nullable T> elements = new ArrayList<>(Arrays.asList(value, null, value));
            String json = holder.json(Map.of("b", elements, "a", List.of()));

            assertThat(holder.json(holder.fromJson(json))).isEqualTo(json);
            assertThat(sameAfterWire(holder.fromJson(json).get("b").get(2), value))
                    .isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> collections_ofRefusedValue_sayWhere() {
        return each(refused(), row -> {
            FieldType<Map<String, List<T>>> type = Types.mapOf(Types.listOf(type()));
            String rest = row.message().startsWith("at [") ? row.message().substring("at ".length()) : null;

            assertThatThrownBy(() -> type.coerce(Map.of("key", Arrays.asList(row.given()))))
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            e -> assertThat(e.facts().sentence())
                                    .isEqualTo("at [\"key\"][0]" + (rest == null ? ": " + row.message() : rest)));
        });
    }

    // ---- what objects promise for any type ----

    @TestFactory
    Stream<DynamicTest> set_refusedValue_leavesObjectAsItWas() {
        return each(refused(), row -> {
            OneField<T> holder = new OneField<>(type(), Profile.STRICT, nested());
            T before = type().accept(generate(new Random(1)));
            OneField.Holder<T> clean = holder.loaded(before);
            OneField.Holder<T> unset = holder.empty();

            assertThatThrownBy(() -> clean.setFrom(row.given())).isInstanceOf(VersionedObjectException.class);
            assertThatThrownBy(() -> unset.setFrom(row.given())).isInstanceOf(VersionedObjectException.class);

            assertThat(type().same(clean.get(), before)).isTrue();
            assertThat(clean.changes()).isEmpty();
            assertThat(unset.isSet()).isFalse();
        });
    }

    @Test
    void secret_inFieldOfItsType_showsNowhere() {
        OneField<T> holder = new OneField<>(type(), Profile.STRICT, nested());
        forGenerated(value -> {
            String shown = holder.loaded(value).toString();

            assertThat(shown.endsWith("{value=" + Facts.MASK + "}")).isEqualTo(type().isSecret());
        });
    }

    @TestFactory
    Stream<DynamicTest> secret_refused_isNotInTheMessage() {
        return each(refused(), row -> {
            OneField.Holder<T> object = OneField.secret(type(), nested());

            assertThatThrownBy(() -> object.setFrom(row.given()))
                    .hasMessageMatching("(?s).* but was (\\*\\*\\*|null)(; .*)?|(?s)(?!.*but was).*")
                    .hasMessageStartingWith("[InvalidValue] " + OneField.NAME + " 1.0 at value");
        });
    }

    @Test
    void mutableValue_changedOutside_doesNotChangeTheObject() {
        if (!type().isMutable()) {
            return;
        }
        OneField<T> holder = new OneField<>(type(), Profile.STRICT, nested());
        forGenerated(value -> {
            T given = type().mutableCopy(value);
            OneField.Holder<T> object = holder.loaded(given);
            spoil(given);
            spoil(object.get());

            assertThat(type().same(object.get(), value)).isTrue();
            assertThat(object.changes()).isEmpty();
        });
    }

    @Test
    void mutableCopy_changedValue_isAnotherOne() {
        forGenerated(value -> {
            T copy = type().mutableCopy(value);

            assertThat(type().same(copy, value)).isTrue();
            assertThat(copy != value || !type().isMutable()).isTrue();
        });
    }

    @Test
    void describe_anyTime_saysTheSame() {
        assertThat(type().describe()).isNotBlank().isEqualTo(type().describe()).doesNotContain("expected", "@");
        assertThat(type().problems()).isEmpty();
    }

    // ---- tools ----

    private void forGenerated(Consumer<T> law) {
        Long only = Long.getLong("versionedobjects.seed");
        long first = only == null ? 1 : only;
        long last = only == null ? ROUNDS : only;
        for (long seed = first; seed <= last; seed++) {
            T value = type().accept(generate(new Random(seed)));
            try {
                law.accept(value);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -Dversionedobjects.seed=" + seed + " and " + Facts.show(value), e);
            }
        }
    }

    private static <R> Stream<DynamicTest> each(List<R> rows, Consumer<R> test) {
        return rows.stream().map(row -> dynamicTest(String.valueOf(row), () -> test.accept(row)));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the tables are untyped, so that they read as tables
    final T cast(@Nullable Object value) {
        return (T) value;
    }
}
