package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.Fleet;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Models;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.StepValues;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.golden.NovaClasses;
import org.versionedobjects.golden.OwnTypes;
import org.versionedobjects.json.GeneratedHistory;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

class RoundTripsTest {
    private static RoundTripReport check(VersionLock lock, ObjectRegistry code) {
        return RoundTrips.of(lock, Samples.of(code)).check();
    }

    private static RoundTripReport check(VersionLock lock, ObjectType<?>... code) {
        return check(lock, ObjectRegistry.of(code));
    }

    private static ObjectType<DynamicObject> rack(
            String version, Consumer<ObjectType.Definition<DynamicObject>> fields) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Rack");
        define.field("name", Types.string());
        fields.accept(define);
        return define.version(version);
    }

    private static ObjectType<DynamicObject> bolt(String version) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Bolt");
        define.field("size", Types.integer());
        if (!version.equals("1.0")) {
            define.field("thread", Types.integer().since("1.1"));
        }
        return define.version(version);
    }

    private static List<String> problems(RoundTripReport report) {
        return report.problems().stream()
                .map(each -> each.toString().replaceFirst(", and \\d+ more$", ", and N more"))
                .toList();
    }

    // ---- right models ----

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomHistory_passes(long seed) {
        List<ObjectRegistry> releases = GeneratedHistory.releases(seed);
        RoundTripReport report = check(GrownLocks.ofReleases(releases), releases.get(releases.size() - 1));

        assertThat(report.problems()).isEmpty();
        assertThat(report.refused()).isEmpty();
        assertThat(report.documents()).isGreaterThan(report.objects() * 2);
    }

    @Test
    void realModels_pass() {
        for (ObjectRegistry code : List.of(
                Fleet.REGISTRY, Models.REGISTRY, ObjectRegistry.of(OwnTypes.TYPE), new NovaClasses().registry())) {
            RoundTripReport report = check(GrownLocks.ofReleases(code), code);

            assertThat(report.problems()).isEmpty();
            assertThat(report.refused()).isEmpty();
            assertThat(report.types()).isEqualTo(code.types().size());
            assertThat(report.documents()).isGreaterThan(10 * report.types());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomHistory_passesInAnyForm(long seed) {
        List<ObjectRegistry> releases = GeneratedHistory.releases(seed);
        ObjectRegistry code = releases.get(releases.size() - 1);

        assertThat(inFormOfOslo(GrownLocks.ofReleases(releases), code).problems())
                .isEmpty();
    }

    private static RoundTripReport inFormOfOslo(VersionLock lock, ObjectRegistry code) {
        ObjectCodec form = ObjectCodec.builder(code)
                .profile(Profile.OSLO)
                .serialNamespace("demo_object")
                .build();
        return RoundTrips.of(lock, Samples.of(code)).with(form).check();
    }

    @Test
    void realModels_passInAnyForm() {
        for (ObjectRegistry code : List.of(
                Fleet.REGISTRY, Models.REGISTRY, ObjectRegistry.of(OwnTypes.TYPE), new NovaClasses().registry())) {
            assertThat(inFormOfOslo(GrownLocks.ofReleases(code), code).problems())
                    .isEmpty();
        }
    }

    @Test
    void everyVersionOfTheHistory_isWritten_releasedOrNot() {
        ObjectType<DynamicObject> old = rack("1.0", define -> {});
        ObjectType<DynamicObject> code = rack("1.2", define -> {
            define.field("a", Types.integer().since("1.1"));
            define.field("b", Types.integer().since("1.2"));
        });
        VersionLock lock = new VersionLock(
                GrownLocks.ofTypes(old).releases(),
                VersionLock.of(ObjectRegistry.of(code)).types());
        RoundTripReport report = check(lock, code);

        assertThat(report.problems()).isEmpty();
        assertThat(report.types()).isEqualTo(1);
        assertThat(report.versions()).isEqualTo(3);
        assertThat(report.documents()).as("r1 twice, 1.0, 1.1 and 1.2").isEqualTo(5 * report.objects());
    }

    @Test
    void declaredEvents_pass() {
        ObjectType<DynamicObject> old = rack("1.0", define -> {
            define.field("height", Types.string());
            define.field("gone", Types.integer());
            define.field("old_label", Types.string());
            define.field("state", Types.oneOf("up", "down"));
        });
        ObjectType<DynamicObject> code = rack("1.1", define -> {
            define.field(
                    "height", Types.integer().changedIn("1.1", Types.string(), String::valueOf, Integer::parseInt));
            define.field("gone", Types.integer().removedIn("1.1").fill(3));
            define.field("label", Types.string().renamedFrom("old_label", "1.1"));
            define.field("state", Types.oneOf("up", "down", "lost").added("1.1", "lost", "down"));
            define.field("units", Types.setOf(Types.oneOf("z", "a")).since("1.1"));
        });

        assertThat(check(GrownLocks.ofTypes(old, code), code).problems()).isEmpty();
    }

    @Test
    void steps_thatFit_pass() {
        assertThat(check(GrownLocks.ofTypes(named("1.0"), named("1.1")), named("1.1"))
                        .problems())
                .isEmpty();
    }

    /** Returns engines, diesels that extend them, and a car that holds either; in 1.1 each has more. */
    private static ObjectRegistry garage(boolean isNew) {
        ObjectType.Definition<DynamicObject> engine = ObjectType.dynamic("demo", "Engine");
        engine.field("power", Types.integer());
        if (isNew) {
            engine.field("torque", Types.integer().since("1.1"));
        }
        ObjectType<DynamicObject> engines = engine.version(isNew ? "1.1" : "1.0");
        ObjectType.Definition<DynamicObject> diesel = ObjectType.dynamicExtending(engines, "demo", "Diesel");
        diesel.field("filter", Types.string());
        if (isNew) {
            diesel.field("urea", Types.bool().since("1.1"));
            diesel.inherits("1.0", "1.0").inherits("1.1", "1.1");
        }
        ObjectType.Definition<DynamicObject> car = ObjectType.dynamic("demo", "Car");
        car.field("engine", Types.object("demo", "Engine").orSubtypes());
        car.field(
                "spare", Types.mapOf(Types.object("demo", "Engine").orSubtypes().nullable()));
        if (isNew) {
            car.field("colour", Types.string().since("1.1"));
        }
        return ObjectRegistry.of(engines, diesel.version(isNew ? "1.1" : "1.0"), car.version(isNew ? "1.1" : "1.0"));
    }

    @Test
    void subtypes_pass() {
        ObjectRegistry code = garage(true);
        RoundTripReport report = check(GrownLocks.ofReleases(garage(false), code), code);

        assertThat(report.problems()).isEmpty();
        assertThat(report.refused()).isEmpty();
        assertThat(report.versions()).isEqualTo(6);
    }

    @Test
    void subtypeThatForgetsWhichVersionItInherits_isFound() {
        ObjectRegistry right = garage(true);
        ObjectType<?> engines = right.types().get(0);
        ObjectType.Definition<DynamicObject> diesel = ObjectType.dynamicExtending(asDynamic(engines), "demo", "Diesel");
        diesel.field("filter", Types.string());
        diesel.field("urea", Types.bool().since("1.1"));
        ObjectRegistry code = ObjectRegistry.of(engines, diesel.version("1.1"));

        assertThat(problems(check(GrownLocks.ofReleases(garage(false)), code)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "demo.Diesel 1.0 at torque: this version is recorded without the field, but peers of it are sent"
                                + " it; declare since(…) at the field; to release r1, sample minimal");
    }

    @SuppressWarnings("unchecked") // all types here are dynamic
    private static ObjectType<DynamicObject> asDynamic(ObjectType<?> type) {
        return (ObjectType<DynamicObject>) type;
    }

    @Test
    void nestedObjectOfATypeThatAReleaseDoesNotHave_isFound() {
        ObjectRegistry code = garage(true);
        ObjectRegistry old = ObjectRegistry.of(
                garage(false).types().get(0), garage(false).types().get(2));

        assertThat(problems(check(GrownLocks.ofReleases(old, code), code)))
                .anyMatch(each ->
                        each.startsWith("demo.Car 1.0 at engine: a peer of the recorded version cannot read it: no"
                                        + " such object is registered")
                                && each.endsWith("; to release r1, sample object engine=demo.Diesel, and N more"));
    }

    // ---- what cannot be expressed ----

    @Test
    void valueThatOlderPeersDoNotGet_isRefused_andToldOnce() {
        ObjectType<DynamicObject> old = rack("1.0", define -> define.field("state", Types.oneOf("up")));
        ObjectType<DynamicObject> code = rack(
                "1.1", define -> define.field("state", Types.oneOf("up", "lost").added("1.1", "lost")));
        RoundTripReport report = check(GrownLocks.ofTypes(old, code), code);

        assertThat(report.problems()).isEmpty();
        assertThat(report.refused()).hasSize(1);
        assertThat(report.refused().get(0).facts().path()).isEqualTo("state");
        assertThat(report.refused().get(0).sample()).isEqualTo("enum state=lost");
        assertThat(report.refused().get(0).more()).isPositive();
        assertThat(report.toString()).contains(" 0 problems, 1 refused\n- refused: demo.Rack 1.0 at state: ");
    }

    @Test
    void fieldThatNoObjectCanBeWrittenWith_isFound() {
        ObjectType<DynamicObject> old = rack("1.0", define -> define.field("height", Types.string()));
        RoundTripReport report = check(
                GrownLocks.ofTypes(old),
                heightOf(any -> any + " metres, more or less", Types.string().maxLength(3)));

        assertThat(problems(report))
                .containsExactly(
                        "demo.Rack 1.0 at height: no sample with a value in height can be written: a value cannot be"
                                + " expressed before version 1.1: expected a text of at most 3 characters but was \"7 metres, more"
                                + " or less\" (String); to release r1, sample minimal, and N more");
        assertThat(report.refused()).isNotEmpty();
    }

    // ---- planted faults ----

    private static ObjectType<DynamicObject> heightOf(Function<Integer, String> down, FieldType<String> before) {
        return rack(
                "1.1",
                define -> define.field("height", Types.integer().changedIn("1.1", before, down, Integer::parseInt)));
    }

    @Test
    void down_thatIsWrong_isFound() {
        ObjectType<DynamicObject> old = rack("1.0", define -> define.field("height", Types.string()));
        ObjectType<DynamicObject> code = heightOf(any -> String.valueOf((any + 1) % 100), Types.string());

        assertThat(problems(check(GrownLocks.ofTypes(old), code)))
                .containsExactly(
                        "demo.Rack 1.0 at height: what was read of it is written as something else, so way down and"
                                + " way up do not fit: expected \"8\" (String) but was \"9\" (String); to release r1, sample minimal,"
                                + " and N more");
    }

    @Test
    void versionThatNoReleaseHas_isTriedAsWell() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Rack");
        define.field("bolt", Types.object("demo", "Bolt").nullable());
        define.field(
                "height",
                Types.integer()
                        .changedIn("1.1", Types.string(), any -> String.valueOf((any + 1) % 100), Integer::valueOf));
        ObjectRegistry code = ObjectRegistry.of(define.version("1.1"), bolt("1.1"));

        assertThat(problems(check(GrownLocks.ofReleases(code), code)))
                .containsExactly(
                        "demo.Rack 1.0 at height: what was read of it is written as something else, so way down and"
                                + " way up do not fit: expected \"8\" (String) but was \"9\" (String); to a peer that is older"
                                + " in this type only, sample minimal, and N more");
    }

    @Test
    void up_thatLoses_isFound() {
        ObjectType<DynamicObject> old = rack("1.0", define -> define.field("height", Types.string()));
        ObjectType<DynamicObject> code = rack(
                "1.1",
                define -> define.field(
                        "height",
                        Types.integer().changedIn("1.1", Types.string(), String::valueOf, text -> text.length())));

        assertThat(problems(check(GrownLocks.ofTypes(old), code)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "demo.Rack 1.0 at height: what was read of it is written as something else, so way down and way"
                                + " up do not fit: expected \"7\" (String) but was \"1\" (String); to release r1, sample minimal");
    }

    @Test
    void forgottenSince_isFoundInAnyForm() {
        ObjectType<DynamicObject> old = rack("1.0", define -> {});
        ObjectType<DynamicObject> code = rack("1.1", define -> define.field("row", Types.integer()));

        assertThat(problems(inFormOfOslo(GrownLocks.ofTypes(old, code), ObjectRegistry.of(code))))
                .singleElement()
                .asString()
                .startsWith("demo.Rack 1.0 at row: this version is recorded without the field, but");
    }

    @Test
    void forgottenSince_isFound() {
        ObjectType<DynamicObject> old = rack("1.0", define -> {});
        ObjectType<DynamicObject> code = rack("1.1", define -> define.field("row", Types.integer()));

        assertThat(problems(check(GrownLocks.ofTypes(old, code), code)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "demo.Rack 1.0 at row: this version is recorded without the field, but peers of it are sent it;"
                                + " declare since(…) at the field; to release r1, sample minimal, and N more");
    }

    @Test
    void undeclaredChangeOfAType_isFound() {
        ObjectType<DynamicObject> old = rack("1.0", define -> define.field("row", Types.integer()));
        ObjectType<DynamicObject> code = rack("1.1", define -> define.field("row", Types.longInteger()));

        assertThat(problems(check(GrownLocks.ofTypes(old, code), code)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "demo.Rack 1.0 at row: a peer of the recorded version cannot read it: expected an integer of 32"
                                + " bits but was -9223372036854775808 (Long); to release r1, sample extreme 2, and N more");
    }

    private static ObjectType<DynamicObject> named(String version) {
        return named(version, up -> up.put("full", up.get("first", String.class) + " " + up.get("last", String.class)));
    }

    private static ObjectType<DynamicObject> named(String version, Consumer<StepValues> up) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Person");
        FieldSpec<String> part = FieldSpec.of(Types.string().matching("[a-z]+"));
        if (version.equals("1.0")) {
            define.field("first", part);
            define.field("last", part);
            return define.version("1.0");
        }
        define.field("full", Types.string().matching("[a-z]+ [a-z]+").since("1.1"));
        define.field("first", Types.string().matching("[a-z]+").removedIn("1.1"));
        define.field("last", Types.string().matching("[a-z]+").removedIn("1.1"));
        define.step("1.1", RoundTripsTest::split, values -> {
            if (values.isSet("first") && values.isSet("last")) {
                up.accept(values);
            }
        });
        return define.version("1.1");
    }

    private static void split(StepValues values) {
        if (values.isSet("full")) {
            String full = values.get("full", String.class);
            values.put("first", full.substring(0, full.indexOf(' ')));
            values.put("last", full.substring(full.indexOf(' ') + 1));
        }
    }

    @Test
    void stepThatIsNotStable_isFound() {
        ObjectType<DynamicObject> code =
                named("1.1", up -> up.put("full", up.get("last", String.class) + " " + up.get("first", String.class)));
        List<String> found = problems(check(GrownLocks.ofTypes(named("1.0")), code));

        assertThat(found)
                .hasSize(2)
                .allMatch(each -> each.contains("what was read of it is written as something else"));
        assertThat(found.get(0)).startsWith("demo.Person 1.0 at first: ").contains("; to release r1, sample minimal");
    }

    @Test
    void stepThatForgetsOnTheWayUp_isFound() {
        List<String> found = problems(check(
                GrownLocks.ofTypes(named("1.0")),
                named("1.1", up -> List.of("first", "last").forEach(up::remove))));

        assertThat(found).hasSizeGreaterThan(1);
        assertThat(found.get(0))
                .startsWith(
                        "demo.Person 1.0 at first: what was read of it is written as something else, so way down and way"
                                + " up do not fit: expected \"")
                .contains("(String) but was nothing; to release r1");
    }

    /** Writes capitals, and reads none. */
    private static final class Quiet implements FieldType<String> {
        @Override
        public String describe() {
            return "a quiet text";
        }

        @Override
        public String accept(String value) {
            if (!value.equals(value.toLowerCase(Locale.ROOT))) {
                throw InvalidValueException.expected(describe(), value);
            }
            return value;
        }

        @Override
        public String coerce(@Nullable Object value) {
            return accept(String.valueOf(value));
        }

        @Override
        public void write(String value, ValueWriter out) {
            out.writeText(value.toUpperCase(Locale.ROOT));
        }

        @Override
        public String read(ValueReader in) {
            return accept(in.readText());
        }
    }

    @Test
    void typeThatWritesWhatItCannotRead_isFound() {
        ObjectType<DynamicObject> code = rack("1.0", define -> define.field("hum", new Quiet()));

        assertThat(problems(check(VersionLock.of(ObjectRegistry.of(code)), code)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "demo.Rack 1.0 at hum: it cannot be read again: expected a quiet text but was \"TEXT\" (String);"
                                + " to a peer of its own version, sample minimal, and N more");
    }

    @Test
    void typeThatReadsSomethingElse_isFound() {
        FieldType<Integer> off = Types.mapped(Types.integer(), "a number", each -> each, each -> each / 2 * 2);
        ObjectType<DynamicObject> code = rack("1.0", define -> define.field("even", new Odd(off)));

        assertThat(problems(check(VersionLock.of(ObjectRegistry.of(code)), code)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "demo.Rack 1.0 at even: something else comes back than the history accounts for: expected 1 but"
                                + " was 0; to a peer of its own version, sample minimal, and N more");
    }

    /** Writes as another type does, and compares for itself. */
    private record Odd(FieldType<Integer> inner) implements FieldType<Integer> {
        @Override
        public String describe() {
            return "a number";
        }

        @Override
        public Integer accept(Integer value) {
            return value;
        }

        @Override
        public Integer coerce(@Nullable Object value) {
            return Types.integer().coerce(value);
        }

        @Override
        public void write(Integer value, ValueWriter out) {
            inner.write(value, out);
        }

        @Override
        public Integer read(ValueReader in) {
            return inner.read(in);
        }
    }

    private static ObjectRegistry screwed(String version, String boltVersion, String... table) {
        var bolts = Types.object("demo", "Bolt");
        for (int i = 0; i < table.length; i += 2) {
            bolts = bolts.child(table[i], table[i + 1]);
        }
        var type = bolts;
        return ObjectRegistry.of(
                rack(version, define -> {
                    define.field("bolt", type);
                    define.field("bolts", Types.listOf(type));
                }),
                bolt(boltVersion));
    }

    @Test
    void childTable_thatFits_passes() {
        ObjectRegistry code = screwed("1.1", "1.1", "1.0", "1.0", "1.1", "1.1");

        assertThat(check(GrownLocks.ofReleases(screwed("1.0", "1.0", "1.0", "1.0"), code), code)
                        .problems())
                .isEmpty();
    }

    @Test
    void childTable_withAWrongRow_isFound() {
        ObjectRegistry code = screwed("1.1", "1.1", "1.0", "1.1");

        assertThat(problems(check(GrownLocks.ofReleases(screwed("1.0", "1.0", "1.0", "1.0"), code), code)))
                .hasSize(2)
                .allMatch(each -> each.contains("a peer of the recorded version cannot read it"))
                .allMatch(each -> each.contains("expected at most 1.0 of major 1 but was 1.1"))
                .allMatch(each -> each.contains("to release r1 by the child tables, sample "));
    }

    @Test
    void secretValues_areNotShown() {
        ObjectType<DynamicObject> old = rack(
                "1.0",
                define -> define.field("key", FieldSpec.of(Types.secretString()).secret()));
        ObjectType<DynamicObject> code = rack(
                "1.1",
                define -> define.field(
                        "key",
                        Types.integer()
                                .changedIn(
                                        "1.1", Types.secretString(), any -> String.valueOf(any + 1), Integer::parseInt)
                                .secret()));

        assertThat(problems(check(GrownLocks.ofTypes(old), code)).get(0)).contains("expected *** but was ***");
    }

    @Test
    void objectThatWritingChanges_isFound() {
        AtomicInteger writes = new AtomicInteger();
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Rack");
        DynamicObject[] last = new DynamicObject[1];
        define.field("count", Types.integer());
        define.field("nosy", new Nosy(() -> last[0], writes));
        ObjectType<DynamicObject> code = define.version("1.0");
        Samples samples = Samples.of(ObjectRegistry.of(code)).maker(code, seed -> {
            DynamicObject made = code.newObject();
            made.set("count", 1);
            made.set("nosy", "x");
            last[0] = made;
            return made;
        });

        assertThat(RoundTrips.of(VersionLock.of(ObjectRegistry.of(code)), samples)
                        .check()
                        .problems())
                .anyMatch(each -> each.toString()
                        .equals("demo.Rack 1.0 at count: writing an object changed it: expected 1"
                                + " but was 2; to all peers, sample made 8"));
    }

    /** Changes an object while it is written. */
    private record Nosy(java.util.function.Supplier<DynamicObject> victim, AtomicInteger writes)
            implements FieldType<String> {
        @Override
        public String describe() {
            return "a nosy text";
        }

        @Override
        public String accept(String value) {
            return value;
        }

        @Override
        public String coerce(@Nullable Object value) {
            return String.valueOf(value);
        }

        @Override
        public void write(String value, ValueWriter out) {
            victim.get().set("count", 2);
            out.writeText(value);
        }

        @Override
        public String read(ValueReader in) {
            return in.readText();
        }
    }

    @Test
    void lockAheadOfTheCode_isFound() {
        ObjectType<DynamicObject> code = rack("1.0", define -> {});
        VersionLock lock = GrownLocks.ofTypes(rack("1.1", define -> {}));

        assertThat(problems(check(lock, code)))
                .containsExactly("demo.Rack 1.1: the lock has this version, but the code is at 1.0 only, and N more");
    }
}
