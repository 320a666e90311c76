package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.Fleet;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Models;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.golden.NovaClasses;
import org.versionedobjects.golden.OwnTypes;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

class SamplesTest {
    private static final NovaClasses NOVA = new NovaClasses();

    private static final ObjectType.Definition<DynamicObject> DEFINE_ENGINE = ObjectType.dynamic("demo", "Engine");
    private static final Field<Long> POWER = DEFINE_ENGINE.field("power", Types.longInteger());
    private static final ObjectType<DynamicObject> ENGINE = DEFINE_ENGINE.version("1.0");
    private static final ObjectType<DynamicObject> DIESEL =
            ObjectType.dynamicExtending(ENGINE, "demo", "Diesel").version("1.0");

    private static final ObjectType.Definition<DynamicObject> DEFINE_CAR = ObjectType.dynamic("demo", "Car");
    private static final Field<Long> ID =
            DEFINE_CAR.field("id", Types.longInteger().readOnly());
    private static final Field<String> NAME =
            DEFINE_CAR.field("name", Types.string().minLength(2).maxLength(9));
    private static final Field<@Nullable String> NOTE =
            DEFINE_CAR.field("note", Types.string().nullable());
    private static final Field<String> STATUS =
            DEFINE_CAR.field("status", Types.oneOf("ACTIVE", "GONE").transition("ACTIVE", "GONE"));
    private static final Field<List<String>> COLOURS =
            DEFINE_CAR.field("colours", Types.listOf(Types.oneOf("red", "blue")));
    private static final Field<String> KEY =
            DEFINE_CAR.field("key", FieldSpec.of(Types.secretString()).secret());
    private static final Field<VersionedObject> MOTOR =
            DEFINE_CAR.field("motor", Types.object("demo", "Engine").orSubtypes());
    private static final Field<List<VersionedObject>> TOWED =
            DEFINE_CAR.field("towed", Types.listOf(Types.object("demo", "Car")));
    private static final ObjectType<DynamicObject> CAR = DEFINE_CAR.version("1.0");
    private static final Samples CARS = Samples.of(ObjectRegistry.of(CAR, ENGINE, DIESEL));

    private static DynamicObject car(String name) {
        return CARS.of(CAR).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .object();
    }

    // ---- each type of values ----

    static Stream<FieldType<?>> types() {
        return Stream.of(
                Types.string(),
                Types.string().minLength(3),
                Types.string().maxLength(1),
                Types.string().minLength(12).maxLength(14),
                Types.secretString(),
                Types.string().matching("[A-Z]{3}-\\d{4,6}"),
                Types.string().matching("(?:foo|ba[rz])+(_\\w)?").minLength(10),
                Types.string().matching("(?<a>[^a-y\\s]{2})-\\k<a>-([0-9a-f]+)\\2?"),
                Types.string().matching("^\\p{Lu}[\\p{Ll}&&[^aeiou]]*(?i:x)\\Q.*\\E\\.$"),
                Types.string().matching("[^@]+@[^@]+\\.[a-z]{2,}"),
                Types.string().matching("[a-z0-9]+(-[a-z0-9]+)*").matching(".{5,}"),
                Types.string().matching("(?=.*\\d)[a-z\\d]{8}"),
                Types.integer(),
                Types.integer().atLeast(10).atMost(11),
                Types.longInteger(),
                Types.longInteger().atMost(-5L),
                Types.bigInteger(),
                Types.bigInteger().atLeast(BigInteger.TEN.pow(30)),
                Types.floatingPoint(),
                Types.floatingPoint().atLeast(0.25).atMost(0.5),
                Types.decimal(),
                Types.decimal()
                        .atLeast(new BigDecimal("0.001"))
                        .atMost(new BigDecimal("0.002"))
                        .scale(3),
                Types.bool(),
                Types.flexibleBool(),
                Types.enumOf(TimeUnit.class),
                Types.enumOf(TimeUnit.class).named(each -> each.name().toLowerCase(Locale.ROOT)),
                Types.oneOf("low", "high"),
                Types.oneOf("low").open(),
                Types.versionPredicate(),
                Types.json(),
                Types.uuid(),
                Types.instant(),
                Types.offsetDateTime(),
                Types.localDateTime(),
                Types.date(),
                Types.duration(),
                Types.bytes(),
                Types.uri(),
                Types.macAddress(),
                Types.pciAddress(),
                Types.ipAddress(),
                Types.ipv4Address(),
                Types.ipv6Address(),
                Types.ipNetwork(),
                Types.ipv4Network(),
                Types.ipv6Network(),
                Types.mapped(Types.string(), "a locale", Locale::forLanguageTag, Locale::toLanguageTag),
                Types.mapped(Types.string(), "a time zone", SamplesTest::zone, TimeZone::getID),
                Types.mapped(Types.listOf(Types.integer()), "a pair", SamplesTest::pair, pair -> pair),
                Even.INSTANCE);
    }

    private static @Nullable TimeZone zone(String id) {
        return id.startsWith("Europe/") ? TimeZone.getTimeZone(id) : null;
    }

    private static @Nullable List<Integer> pair(List<Integer> numbers) {
        return numbers.size() == 2 ? numbers : null;
    }

    /** A type of an application's own that tells nothing of itself, and is made of JSON only. */
    private static final class Even implements FieldType<StringBuilder> {
        static final Even INSTANCE = new Even();

        @Override
        public String describe() {
            return "an even number of letters";
        }

        @Override
        public StringBuilder accept(StringBuilder value) {
            if (value.length() % 2 == 1) {
                throw InvalidValueException.expected(describe(), value);
            }
            return value;
        }

        @Override
        public StringBuilder coerce(@Nullable Object value) {
            if (value instanceof StringBuilder builder) {
                return accept(builder);
            }
            throw InvalidValueException.expected(describe(), value);
        }

        @Override
        public void write(StringBuilder value, ValueWriter out) {
            out.writeText(value.toString());
        }

        @Override
        public StringBuilder read(ValueReader in) {
            return accept(new StringBuilder(in.readText()));
        }

        @Override
        public boolean same(StringBuilder one, StringBuilder other) {
            return one.compareTo(other) == 0;
        }
    }

    private static <T> ObjectType<DynamicObject> holding(FieldType<T> type) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Holder");
        define.field("bare", type);
        define.field("nullable", type.nullable());
        define.field("list", Types.listOf(type));
        define.field("map", Types.mapOf(Types.listOf(type.nullable())));
        if (type != Even.INSTANCE) { // builders have neither an order nor equality
            define.field("set", Types.setOf(type));
        }
        return define.version("1.0");
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyType_hasValues_thatGoOverTheWire(FieldType<?> type) {
        ObjectType<DynamicObject> holder = holding(type);
        ObjectRegistry registry = ObjectRegistry.of(holder);
        ObjectCodec codec = ObjectCodec.of(registry);

        assertThat(Samples.of(registry).of(holder))
                .extracting(Sample::name)
                .contains("empty", "minimal", "full", "nulls", "extreme 3", "clean", "dirty", "random 8");
        assertThat(Samples.of(registry).of(holder)).allSatisfy(sample -> {
            String json = codec.toJson(sample.object());
            assertThat(codec.toJson(codec.fromJson(json))).as(sample.name()).isEqualTo(json);
        });
    }

    @Test
    void textsOfAPattern_areOfSeveralLengths() {
        ObjectType<DynamicObject> holder = holding(Types.string().matching("[a-z]+(,[a-z]+)*"));
        List<Object> texts = new ArrayList<>();
        Samples.of(ObjectRegistry.of(holder)).of(holder).stream()
                .filter(each -> each.object().byName().isSet("bare"))
                .forEach(each -> texts.add(each.object().get("bare")));

        assertThat(texts).anyMatch(each -> ((String) each).length() < 3);
        assertThat(texts).anyMatch(each -> ((String) each).length() > 100);
    }

    @Test
    void typeWithoutValues_isToldWithField_andCure() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Vault");
        Field<List<String>> code =
                define.field("code", Types.listOf(Types.string().matching("(?!)x")));
        ObjectType<DynamicObject> vault = define.version("1.2");
        Samples samples = Samples.of(ObjectRegistry.of(vault));

        assertThatThrownBy(() -> samples.of(vault))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "[InvalidValue] demo.Vault 1.2 at code: no value could be made up for this field: expected a"
                                + " list of elements that are each a text that matches (?!)x; give some to the samples:"
                                + " values(Vault.CODE, …)");
        assertThat(samples.values(code, List.of()).of(vault))
                .filteredOn(each -> each.object().isSet(code))
                .isNotEmpty();
    }

    // ---- each state ----

    @Test
    void states_areNamed_inOrder() {
        assertThat(CARS.of(CAR).stream().map(Sample::name).filter(each -> !each.startsWith("random")))
                .startsWith(
                        "empty",
                        "minimal",
                        "full",
                        "nulls",
                        "enum status=ACTIVE",
                        "enum status=GONE",
                        "enum colours[]=blue",
                        "enum colours[]=red",
                        "object motor=demo.Engine",
                        "object motor=demo.Diesel",
                        "extreme 1")
                .endsWith("nested", "clean", "dirty", "dirty inside");
    }

    @Test
    void emptyMinimalFullAndNulls_haveTheFieldsTheyPromise() {
        assertThat(car("empty").byName().setNames()).isEmpty();
        assertThat(car("minimal").byName().setNames())
                .containsExactly("id", "name", "status", "colours", "key", "motor", "towed");
        assertThat(car("full").byName().setNames())
                .containsExactly("id", "name", "note", "status", "colours", "key", "motor", "towed");
        assertThat(car("nulls").get(NOTE)).isNull();
        assertThat(car("nulls").get(NAME)).isNotNull();
    }

    @Test
    void choicesAndSubtypes_areEachThere() {
        assertThat(car("enum status=GONE").get(STATUS)).isEqualTo("GONE");
        assertThat(car("enum colours[]=red").get(COLOURS)).containsExactly("red");
        assertThat(car("object motor=demo.Diesel").get(MOTOR).objectType()).isSameAs(DIESEL);
    }

    @Test
    void extremes_haveTheShortestTheLongestAndTheOdd() {
        List<String> names = CARS.of(CAR).stream()
                .filter(each -> each.name().startsWith("extreme"))
                .map(each -> each.object().get(NAME))
                .toList();

        assertThat(names).anyMatch(each -> each.length() == 2).anyMatch(each -> each.length() == 9);
        assertThat(names).anyMatch(each -> each.contains("\ud83d\ude80"));
        assertThat(CARS.of(CAR))
                .filteredOn(each -> each.name().startsWith("extreme"))
                .anyMatch(each -> each.object().get(COLOURS).isEmpty())
                .anyMatch(each -> each.object().get(ID).equals(Long.MIN_VALUE))
                .anyMatch(each -> each.object().get(ID).equals(Long.MAX_VALUE));
    }

    @Test
    void nested_goesFourDown_andEndsThere() {
        int depth = 0;
        VersionedObject each = car("nested");
        while (each.isSet(TOWED)) {
            each = each.get(TOWED).get(0);
            depth++;
        }

        assertThat(depth).isEqualTo(4);
        assertThat(each.isSet(NAME)).isTrue();
    }

    @Test
    void dirtyStates_areChangedWhereTheySay() {
        assertThat(car("clean").hasChanges()).isFalse();
        DynamicObject dirty = car("dirty");
        assertThat(dirty.changes().fields()).contains(NAME, TOWED).doesNotContain(ID);
        assertThat(dirty.changes().before().get(NAME)).isNotEqualTo(dirty.get(NAME));
        DynamicObject inside = car("dirty inside");
        assertThat(inside.changes().fields()).containsExactly(MOTOR, TOWED);
        assertThat(inside.get(MOTOR).isChanged(POWER)).isTrue();
        inside.resetChanges();
        assertThat(inside.hasChanges()).as("its own fields are as they were").isTrue();
    }

    @Test
    void everySample_isAnObjectOfItsOwn() {
        assertThat(CARS.of(CAR).get(2).object()).isNotSameAs(CARS.of(CAR).get(2).object());
        assertThat(car("full").get(MOTOR)).isNotSameAs(car("full").get(MOTOR));
    }

    // ---- what the application knows better ----

    @Test
    void ownValues_areUsedAlone() {
        assertThat(CARS.values(NAME, "one", "two").of(CAR).stream()
                        .filter(each -> each.object().isSet(NAME))
                        .map(each -> each.object().get(NAME))
                        .distinct())
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void ownObjects_areCopied() {
        DynamicObject motor = ENGINE.with(POWER, 90L).build();
        motor.resetChanges();
        Samples samples = CARS.values(MOTOR, motor);

        assertThat(samples.of(CAR))
                .filteredOn(each -> each.object().isSet(MOTOR))
                .allSatisfy(each -> assertThat(each.object().get(MOTOR)).isNotSameAs(motor));
        assertThat(motor.hasChanges()).isFalse();
    }

    @Test
    void maker_makesEveryObjectOfItsType() {
        Samples samples =
                CARS.maker(ENGINE, seed -> ENGINE.with(POWER, 1_000 + seed).build());

        assertThat(samples.of(ENGINE))
                .extracting(Sample::name)
                .containsExactly("made 1", "made 2", "made 3", "made 4", "made 5", "made 6", "made 7", "made 8");
        assertThat(samples.of(ENGINE).get(0).object().get(POWER)).isEqualTo(1_002L);
        assertThat(samples.of(CAR))
                .filteredOn(each -> each.name().equals("full"))
                .allMatch(each -> each.object().get(MOTOR).get(POWER) > 1_000);
    }

    @Test
    void noValues_isRefused() {
        assertThatThrownBy(() -> CARS.values(NAME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No values are given for demo.Car.name");
    }

    @Test
    void unregisteredType_isRefused() {
        assertThatThrownBy(() -> CARS.of(OwnTypes.TYPE))
                .isInstanceOf(UnknownObjectException.class)
                .hasMessage(
                        "[UnknownObject] fuzz.Own 1.3: there are no samples of a type that is not registered; give its"
                                + " TYPE to ObjectRegistry.of");
    }

    @Test
    void secretValues_areMaskedInWhatGoesWrong() {
        assertThatThrownBy(() -> CARS.values(KEY, "ok", "\ud83d").of(CAR))
                .hasMessageContaining("***")
                .hasMessageNotContaining("\ud83d");
    }

    // ---- all models, all JVMs ----

    static Stream<ObjectRegistry> registries() {
        return Stream.of(Fleet.REGISTRY, Models.REGISTRY, ObjectRegistry.of(OwnTypes.TYPE), NOVA.registry());
    }

    @ParameterizedTest
    @MethodSource("registries")
    void everyTypeOfRealModels_hasSamples(ObjectRegistry registry) {
        Samples samples = Samples.of(registry);
        ObjectCodec codec = ObjectCodec.of(registry);

        assertThat(registry.types())
                .allSatisfy(type -> assertThat(samples.of(type))
                        .hasSizeGreaterThan(3)
                        .allSatisfy(
                                each -> assertThat(codec.toJson(each.object())).isNotEmpty()));
    }

    private static ObjectType<DynamicObject> everyType() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Everything");
        List<FieldType<?>> all = types().toList();
        for (int i = 0; i < all.size(); i++) {
            define.field("f" + i, all.get(i));
            define.field("g" + i, Types.mapOf(Types.listOf(all.get(i))));
        }
        return define.version("1.0");
    }

    private static String sum(Samples samples) throws java.security.NoSuchAlgorithmException {
        ObjectCodec codec = ObjectCodec.of(samples.registry());
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (ObjectType<?> type : samples.registry().types()) {
            samples.of(type)
                    .forEach(each -> digest.update(
                            (each.name() + codec.toJson(each.object())).getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Recorded, so that the same objects are made on every JVM; made anew when samples become others on purpose. */
    private static final String SUM = "851e6957b7c35ffaea6488130ff86ad09ac97e5f020776d8de05b1b54e7d0019"
            + "c9ae58617b82ff10a6ac9d6c19a3eff35c1eb20c9a3fd14086dac2618ef8c0bd";

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist"})
    void sameSeed_makesTheSameObjects_inEveryLocaleAndZone(String locale) throws Exception {
        Locale before = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));

            assertThat(sum(CARS) + sum(Samples.of(ObjectRegistry.of(everyType()))))
                    .isEqualTo(SUM);
        } finally {
            Locale.setDefault(before);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void otherSeed_makesOtherRandomObjects_only() {
        DynamicObject one = CARS.random(CAR, 5);

        assertThat(one.sameState(CARS.random(CAR, 5))).isTrue();
        assertThat(one.sameState(CARS.random(CAR, 6))).isFalse();
        assertThat(one.sameState(CARS.withSeed(2).random(CAR, 5))).isFalse();
        assertThat(CARS.withSeed(2).of(CAR).get(2).object().sameState(car("full")))
                .isTrue();
    }
}
