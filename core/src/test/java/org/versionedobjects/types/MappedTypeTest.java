package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Year;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;

class MappedTypeTest extends FieldTypeContract<MappedTypeTest.Email> {
    private static final String EXPECTED = "expected an e-mail address but was ";
    private static final FieldType<Email> EMAIL =
            Types.mapped(Types.string(), "an e-mail address", Email::of, Email::text);

    /** Without equals, so that two are the same by their texts alone. */
    static final class Email {
        private final String text;

        private Email(String text) {
            this.text = text;
        }

        static Email of(String text) {
            if (!text.contains("@")) {
                throw new IllegalArgumentException("There is no @ in " + text);
            }
            return new Email(text);
        }

        String text() {
            return text;
        }

        @Override
        public String toString() {
            return "Email " + text;
        }
    }

    /** A type by hand, in ten lines. */
    private static final class YearType implements FieldType<Year> {
        @Override
        public String describe() {
            return "a year";
        }

        @Override
        public Year accept(Year value) {
            return value;
        }

        @Override
        public Year coerce(@Nullable Object value) {
            return value instanceof Year year ? year : Year.of(Types.integer().coerce(value));
        }

        @Override
        public void write(Year value, ValueWriter out) {
            out.writeLong(value.getValue());
        }

        @Override
        public Year read(ValueReader in) {
            return Year.of((int) in.readLong());
        }
    }

    @Override
    FieldType<Email> type() {
        return EMAIL;
    }

    @Override
    List<Coercion> accepted() {
        return List.of(new Coercion("a@b", Email.of("a@b")), new Coercion(Email.of("a@b"), Email.of("a@b")));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, EXPECTED + "null"),
                new Refusal("ab", EXPECTED + "\"ab\" (String)"),
                new Refusal(1, EXPECTED + "1 (Integer)"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(new Coercion("a@b", Email.of("a@b")));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(new Refusal(1, EXPECTED + "1 (Integer)"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form(Email.of("a@b"), "a@b", "'a@b'"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<Email>> same() {
        return List.of(List.of(Email.of("a@b"), Email.of("a@b")), List.of(Email.of("b@a")));
    }

    @Override
    Email generate(Random random) {
        return Email.of(random.nextInt() + "@" + random.nextInt());
    }

    @Test
    void coerce_valueThatTheFunctionRefuses_keepsTheCause() {
        assertThatThrownBy(() -> EMAIL.coerce("ab"))
                .isInstanceOf(InvalidValueException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class)
                .hasRootCauseMessage("There is no @ in ab");
        assertThatThrownBy(() -> EMAIL.fromPrimitive("ab")).hasMessageContaining(EXPECTED + "\"ab\" (String)");
    }

    @Test
    void coerce_secretThatTheFunctionRefuses_isHidden() {
        FieldType<Email> secret = Types.mapped(Types.secretString(), "an e-mail address", Email::of, Email::text);

        assertThat(secret.isSecret()).isTrue();
        assertThat(secret.format(Email.of("a@b"))).isEqualTo("***");
        assertThatThrownBy(() -> secret.coerce("ab"))
                .hasMessageEndingWith(EXPECTED + "***")
                .hasNoCause();
    }

    @Test
    void coerce_functionThatReturnsNull_isRefused() {
        FieldType<Email> picky = Types.mapped(Types.string(), "a friend", text -> null, Email::text);

        assertThatThrownBy(() -> picky.coerce("a@b")).hasMessageContaining("expected a friend but was \"a@b\"");
    }

    @Test
    void accept_valueThatTheBaseRefuses_isRefused() {
        FieldType<Email> brief = Types.mapped(Types.string().maxLength(3), "a short one", Email::of, Email::text);

        assertThat(brief.accept(Email.of("a@b")).text()).isEqualTo("a@b");
        assertThatThrownBy(() -> brief.accept(Email.of("aa@b"))).hasMessageContaining("at most 3 characters");
    }

    @Test
    void coerce_dateTimeException_isRefused() {
        FieldType<Year> year = Types.mapped(Types.integer(), "a year", Year::of, Year::getValue);

        assertThat(year.coerce("2024")).isEqualTo(Year.of(2024));
        assertThatThrownBy(() -> year.coerce(Integer.MAX_VALUE)).hasCauseInstanceOf(DateTimeException.class);
    }

    @Test
    void coerceOslo_reachesTheBase() {
        FieldType<Year> year = Types.mapped(Types.integer(), "a year", Year::of, Year::getValue);

        assertThat(year.coerce(2024.9, Profile.OSLO)).isEqualTo(Year.of(2024));
        assertThatThrownBy(() -> year.coerce(2024.9)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void problems_areThoseOfTheBase() {
        assertThat(Types.mapped(Types.string().matching("["), "x", Email::of, Email::text)
                        .problems())
                .hasSize(1);
        assertThat(EMAIL.problems()).isEmpty();
    }

    @Test
    void problems_ofObjects_sayThatTheyCannotBeMapped() {
        assertThat(Types.mapped(Types.object("test", "Child"), "x", child -> "", text -> null)
                        .problems())
                .singleElement()
                .asString()
                .startsWith("a mapped type is made of plain values, not of ");
    }

    @Test
    void typeByHand_worksInsideOthers() {
        FieldType<List<Year>> years = Types.listOf(new YearType());

        assertThat(years.coerce(List.of("2024", Year.of(2025)))).containsExactly(Year.of(2024), Year.of(2025));
        assertThat(years.toPrimitive(List.of(Year.of(2024)))).isEqualTo(List.of(2024L));
        assertThat(years.fromPrimitive(List.of(2024L))).containsExactly(Year.of(2024));
    }
}
