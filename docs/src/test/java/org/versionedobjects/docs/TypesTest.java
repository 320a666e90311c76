package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

/** The blocks of the page on field types. */
class TypesTest {
    // tag::server[]
    enum Power {
        ON,
        OFF
    }

    static final class Server extends VersionedObject {
        private static final ObjectType.Definition<Server> DEFINE =
                ObjectType.define(Server.class, "fleet", "Server", Server::new);

        static final Field<Map<String, List<@Nullable String>>> LABELS =
                DEFINE.field("labels", Types.mapOf(Types.listOf(Types.string().nullable()))); // <1>
        static final Field<Long> ID =
                DEFINE.field("id", Types.longInteger().readOnly().since("1.1")); // <2>
        static final Field<Power> POWER =
                DEFINE.field("power", Types.enumOf(Power.class).defaultsTo(Power.OFF));
        static final Field<@Nullable Instant> BOOTED_AT =
                DEFINE.field("booted_at", Types.instant().nullable());
        static final Field<Long> CORES =
                DEFINE.field("cores", Types.longInteger().between(1L, 512L));

        static final ObjectType<Server> TYPE = DEFINE.version("1.1");

        Server() {
            super(TYPE);
        }
    }
    // end::server[]

    // tag::mapped[]
    record Email(String text) {
        static Email of(String text) {
            if (text.indexOf('@') < 1) {
                throw new IllegalArgumentException("no @");
            }
            return new Email(text);
        }
    }

    static final FieldType<Email> EMAIL =
            Types.mapped(Types.string().maxLength(254), "an e-mail address", Email::of, Email::text);
    // end::mapped[]

    // tag::custom[]
    static final class DaysOfWeek implements FieldType<DayOfWeek> { // on the wire 1 to 7
        @Override
        public String describe() {
            return "a day of the week, 1 to 7";
        }

        @Override
        public DayOfWeek accept(DayOfWeek value) {
            return value;
        }

        @Override
        public DayOfWeek coerce(@Nullable Object value) {
            if (value instanceof DayOfWeek day) {
                return day;
            }
            if (value instanceof Long number && number >= 1 && number <= 7) {
                return DayOfWeek.of(number.intValue());
            }
            throw InvalidValueException.expected(describe(), value);
        }

        @Override
        public void write(DayOfWeek value, ValueWriter out) {
            out.writeLong(value.getValue());
        }

        @Override
        public DayOfWeek read(ValueReader in) {
            if (in.kind() != ValueReader.Kind.INTEGER) {
                throw in.mismatch(describe());
            }
            return coerce(in.readLong());
        }
    }
    // end::custom[]

    @Test
    void profiles() {
        Server server = new Server();
        // tag::profiles[]
        server.setFrom(Server.CORES, "4"); // STRICT
        server.setFrom(Server.CORES, 4.9, Profile.OSLO); // 4, as oslo's IntegerField
        server.byName(Profile.OSLO).set("booted_at", "2024-02-29 12:34"); // without a zone: UTC

        ObjectCodec fromPython = ObjectCodec.builder(ObjectRegistry.of(Server.TYPE))
                .profile(Profile.OSLO)
                .build();
        // end::profiles[]

        assertThat(server.get(Server.CORES)).isEqualTo(4);
        assertThatThrownBy(() -> server.setFrom(Server.CORES, 4.9))
                .hasMessage("[InvalidValue] fleet.Server 1.1 at cores: "
                        + "expected an integer of 64 bits from 1 to 512 but was 4.9 (Double)");
        assertThat(server.get(Server.BOOTED_AT)).isEqualTo("2024-02-29T12:34:00Z");
        assertThat(fromPython.toJson(server)).contains("\"booted_at\":\"2024-02-29T12:34:00Z\"");
        server.setFrom(Server.POWER, null, Profile.OSLO);
        assertThat(server.get(Server.POWER)).isEqualTo(Power.OFF);
    }

    @Test
    void reading_isNarrowerThanCoercion() {
        assertThatThrownBy(() -> Types.integer().fromPrimitive("42")).isInstanceOf(InvalidValueException.class);
        assertThat(Types.integer().fromPrimitive("42", Profile.OSLO)).isEqualTo(42);
        assertThat(Types.decimal().fromPrimitive(12L)).isEqualByComparingTo("12");
        assertThatThrownBy(() -> Types.integer().fromPrimitive(null)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void composing() {
        Server server = new Server();

        server.setFrom(Server.LABELS, Map.of("rack", List.of("r1")));

        assertThat(server.get(Server.LABELS)).isEqualTo(Map.of("rack", List.of("r1")));
        assertThatThrownBy(() -> server.setFrom(Server.LABELS, Map.of("rack", List.of(1))))
                .hasMessage("[InvalidValue] fleet.Server 1.1 at labels[\"rack\"][0]: "
                        + "expected a text but was 1 (Integer)");
    }

    @Test
    void texts() {
        // tag::texts[]
        FieldType<String> host = Types.string().minLength(1).maxLength(63).matching("[a-z0-9-]+");
        FieldType<String> anyOf = Types.oneOf("x86_64", "aarch64").open(); // known names, and those of a newer peer
        FieldType<List<String>> tokens = Types.listOf(Types.secretString()); // masked one by one
        // end::texts[]

        assertThat(host.coerce("host-1")).isEqualTo("host-1");
        assertThatThrownBy(() -> host.coerce("Host 1"))
                .hasMessage("[InvalidValue] expected a text of 1 to 63 characters that matches [a-z0-9-]+ "
                        + "but was \"Host 1\" (String)");
        assertThat(anyOf.coerce("riscv64")).isEqualTo("riscv64");
        assertThat(tokens.format(List.of("swordfish"))).isEqualTo("[***]");
    }

    @Test
    void numbers() {
        // tag::numbers[]
        FieldType<Integer> port = Types.integer().between(1, 65_535);
        FieldType<Long> size = Types.longInteger().nonNegative();
        FieldType<BigDecimal> price = Types.decimal().scale(2).atLeast(BigDecimal.ZERO);
        // end::numbers[]

        assertThat(port.coerce("443")).isEqualTo(443);
        assertThatThrownBy(() -> port.coerce(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> size.coerce(-1)).isInstanceOf(InvalidValueException.class);
        assertThat(price.same(new BigDecimal("12.5"), new BigDecimal("12.50"))).isTrue();
        assertThatThrownBy(() -> price.coerce("12.505")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void times() {
        // tag::times[]
        Types.instant(); // a point in time: what a server wants
        Types.offsetDateTime(); // a point in time, and the offset that somebody wrote it with
        Types.localDateTime(); // what a clock on a wall shows
        // end::times[]

        assertThat(Types.localDateTime().coerce("2024-02-29T12:34:56"))
                .isEqualTo(LocalDateTime.parse("2024-02-29T12:34:56"));
    }

    @Test
    void enums() {
        // tag::enums[]
        FieldType<Power> power = Types.enumOf(Power.class).named(each -> each == Power.ON ? "on" : "off");
        // end::enums[]

        assertThat(power.toPrimitive(Power.ON)).isEqualTo("on");
        assertThat(power.fromPrimitive("off")).isEqualTo(Power.OFF);
    }

    // tag::states[]
    static final class Build extends VersionedObject {
        private static final ObjectType.Definition<Build> DEFINE =
                ObjectType.define(Build.class, "fleet", "Build", Build::new);

        static final Field<String> STATE = DEFINE.field(
                "state",
                Types.oneOf("queued", "running", "done", "failed")
                        .transition("queued", "running")
                        .transition("running", "done", "failed")); // done and failed are final

        static final ObjectType<Build> TYPE = DEFINE.version("1.0");

        Build() {
            super(TYPE);
        }
    }
    // end::states[]

    @Test
    void states() {
        Build build = Build.TYPE.with(Build.STATE, "queued").build();

        assertThatThrownBy(() -> build.set(Build.STATE, "done"))
                .hasMessage("[InvalidValue] fleet.Build 1.0 at state: expected running after queued but was done");
        build.set(Build.STATE, "running");
        build.set(Build.STATE, "done");
        assertThatThrownBy(() -> build.set(Build.STATE, "queued")).hasMessageContaining("nothing comes after done");
    }

    @Test
    void mapped() {
        assertThat(EMAIL.coerce("a@example.org")).isEqualTo(new Email("a@example.org"));
        assertThatThrownBy(() -> EMAIL.coerce("nobody"))
                .hasMessage("[InvalidValue] expected an e-mail address but was \"nobody\" (String)")
                .hasRootCauseMessage("no @");
    }

    @Test
    void custom() {
        FieldType<DayOfWeek> days = new DaysOfWeek();

        assertThat(days.toPrimitive(DayOfWeek.SUNDAY)).isEqualTo(7L);
        assertThat(days.fromPrimitive(7)).isEqualTo(DayOfWeek.SUNDAY);
        assertThatThrownBy(() -> days.fromPrimitive(8)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> days.fromPrimitive(4_294_967_297L)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> days.fromPrimitive(BigInteger.TWO.pow(64))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> days.fromPrimitive("Sunday")).isInstanceOf(InvalidValueException.class);
        assertThat(Types.listOf(days.nullable()).coerce(List.of(1L))).containsExactly(DayOfWeek.MONDAY);
    }
}
