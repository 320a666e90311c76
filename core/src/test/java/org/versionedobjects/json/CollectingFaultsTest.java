package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Facts;
import org.versionedobjects.FieldType;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.InvalidEnvelopeException;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.MalformedJsonException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.SeveralFaultsException;
import org.versionedobjects.StreamFailedException;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.types.Types;

/** A codec that goes on after a fault: all of them, each where it is, and never half an object. */
class CollectingFaultsTest {
    private static final ObjectCodec ALL = Sample.CODEC.collectingFaults(1_000);
    private static final int ROUNDS = 500;

    private static SeveralFaultsException faults(Way way, ObjectCodec codec, String json) {
        return catchThrowableOfType(SeveralFaultsException.class, () -> way.read(codec, json));
    }

    private static List<String> paths(SeveralFaultsException several) {
        return several.faults().stream().map(each -> each.facts().path()).toList();
    }

    private static String project(String data) {
        return Sample.envelope("Project", "1.2", data);
    }

    @ParameterizedTest
    @EnumSource
    void read_badFields_areAllReported(Way way) {
        SeveralFaultsException several = faults(
                way,
                ALL,
                Sample.consumer(
                        "{\"id\": \"x\", \"uuid\": [[1, {\"a\": 2}], 3], \"active\": true, \"share\": {\"a\": 1}}"));

        assertThat(paths(several)).containsExactly("id", "uuid", "share");
        assertThat(several.isComplete()).isTrue();
        assertThat(several.faults()).hasOnlyElementsOfType(InvalidValueException.class);
        Facts second = several.faults().get(1).facts();
        assertThat(second.object()).isEqualTo("placement.Consumer");
        assertThat(second.version()).hasToString("1.2");
        assertThat(second.expected()).isEqualTo("a UUID");
        assertThat(second.was()).isEqualTo(way == Way.PRIMITIVE ? "[[1, {a=2}], 3] (List)" : "a list");
    }

    @ParameterizedTest
    @EnumSource
    void read_badElements_areReportedByIndexAndKey(Way way) {
        String bad = project("{\"external_id\": 5, \"name\": [6]}");
        String json = Sample.consumer(
                "{\"projects\": [7, " + project("{}") + ", " + bad + ", null], \"by_name\": {\"b\": " + bad
                        + ", \"c\": 8}, \"tags\": {\"a\": [1, \"x\", {\"y\": []}], \"d\": {}}, \"type_id\": \"q\"}");

        assertThat(paths(faults(way, ALL, json)))
                .containsExactly(
                        "projects[0]",
                        "projects[2].external_id",
                        "projects[2].name",
                        "projects[3]",
                        "by_name[\"b\"].external_id",
                        "by_name[\"b\"].name",
                        "by_name[\"c\"]",
                        "tags[\"a\"][0]",
                        "tags[\"a\"][2]",
                        "tags[\"d\"]",
                        "type_id");
    }

    @ParameterizedTest
    @EnumSource
    void read_nestedObjectThatCannotBeTold_isOneFault(Way way) {
        String unknown = Sample.envelope("Nobody", "1.0", "{\"x\": [1, {\"y\": 2}]}");
        String newer = Sample.envelope("Project", "1.9", "{\"external_id\": 5}");
        String early = "{\"versioned_object.data\": {\"external_id\": 5}, \"versioned_object.name\": \"Project\"}";
        String json =
                Sample.consumer("{\"projects\": [" + unknown + ", " + newer + ", {}, " + early + "], \"project\": 3}");

        SeveralFaultsException several = faults(way, ALL, json);

        assertThat(paths(several))
                .containsExactly("projects[0]", "projects[1]", "projects[2]", "projects[3]", "project");
        assertThat(several.faults().stream().map(Object::getClass))
                .containsExactly(
                        UnknownObjectException.class,
                        IncompatibleVersionException.class,
                        InvalidEnvelopeException.class,
                        InvalidEnvelopeException.class,
                        InvalidEnvelopeException.class);
    }

    @ParameterizedTest
    @EnumSource
    void read_dataBeforeTheVersion_isNoDifference(Way way) {
        String project = """
            {"versioned_object.data": {"external_id": 5, "name": {"a": [1]}}, "versioned_object.namespace": "placement", \
            "versioned_object.changes": 7, "versioned_object.version": "1.2", "versioned_object.name": "Project"}""";
        String json = """
            {"versioned_object.data": {"project": %s, "projects": [%s]}, "versioned_object.namespace": "placement", \
            "versioned_object.version": "1.2", "versioned_object.changes": [1], "versioned_object.name": "Consumer"}""".formatted(project, project);

        SeveralFaultsException several = faults(way, ALL, json);

        assertThat(paths(several))
                .containsExactly(
                        "",
                        "project",
                        "project.external_id",
                        "project.name",
                        "projects[0]",
                        "projects[0].external_id",
                        "projects[0].name");
        assertThat(several.faults())
                .allSatisfy(each -> assertThat(each.facts().object()).isEqualTo("placement.Consumer"));
    }

    @ParameterizedTest
    @EnumSource
    void read_faultyEnvelopeKeys_areNotMissingAsWell(Way way) {
        String json = Sample.consumer("{\"id\": \"x\"}")
                .replaceFirst("\"Consumer\"", "[\"Consumer\"]")
                .replaceFirst("\"1.2\"", "1.2");

        SeveralFaultsException several = faults(way, ALL, json);

        assertThat(several.faults()).hasOnlyElementsOfType(InvalidEnvelopeException.class);
        assertThat(several.faults().stream().map(each -> each.facts().expected()))
                .containsExactly(
                        "a text under the key versioned_object.name", "a text under the key versioned_object.version");
        assertThat(several.facts().object()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = "PRIMITIVE", mode = EnumSource.Mode.EXCLUDE)
    void read_whatIsThereTwice_isAFaultEach(Way way) {
        String json = Sample.consumer(
                "{\"id\": 1, \"id\": [2, 3], \"zz\": {\"a\": 1}, \"zz\": {\"a\": 1}, \"tags\": {\"a\": [], \"a\": [[1]]}, "
                        + "\"share\": \"x\"}");
        String more =
                ", \"versioned_object.name\": [\"Consumer\"], \"other\": 1, \"other\": {}, \"versioned_object.data\": {}}";

        SeveralFaultsException several = faults(way, ALL, json.substring(0, json.length() - 1) + more);

        assertThat(paths(several)).containsExactly("id", "zz", "tags", "share", "", "", "");
        assertThat(several.faults().get(4).facts().problem())
                .isEqualTo("the key versioned_object.name is in the envelope twice");
    }

    @ParameterizedTest
    @EnumSource
    void read_aLoneFault_isThrownAsItIs(Way way) {
        for (String data : List.of(
                "{\"parent\": " + Sample.consumer("{\"projects\": [" + project("{\"name\": {}}") + "]}") + "}",
                "{\"uuid\": 7}",
                "{\"project\": " + Sample.envelope("Nobody", "1.0", "{}") + "}")) {
            Throwable first = catchThrowable(() -> way.read(Sample.CODEC, Sample.consumer(data)));
            Throwable collected = catchThrowable(() -> way.read(ALL, Sample.consumer(data)));

            assertThat(collected).isExactlyInstanceOf(first.getClass()).hasMessage(first.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_rootThatCannotBeTold_isThrownAsItIs(Way way) {
        for (String json :
                List.of("7", "{}", Sample.envelope("Nobody", "1.0", "{}"), Sample.envelope("Consumer", "9.9", "{}"))) {
            Throwable first = catchThrowable(() -> way.read(Sample.CODEC, json));
            Throwable collected = catchThrowable(() -> way.read(ALL, json));

            assertThat(collected).isExactlyInstanceOf(first.getClass()).hasMessage(first.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_secrets_stayMasked(Way way) {
        SeveralFaultsException several =
                faults(way, ALL, Sample.consumer("{\"token\": [\"hush\"], \"pin\": \"hush hush\"}"));

        assertThat(paths(several)).containsExactly("token", "pin");
        assertThat(several.faults())
                .allSatisfy(each -> assertThat(each.facts().was()).isEqualTo(Facts.MASK));
        assertThat(several.getMessage()).doesNotContain("hush");
    }

    @ParameterizedTest
    @EnumSource
    void read_secretsInACollection_stayMasked(Way way) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Vault");
        define.field("keys", Types.mapOf(Types.listOf(Types.longInteger())).secret());
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(define.version("1.0")));
        String json = Sample.envelope(
                        "Vault", "1.0", "{\"keys\": {\"hush\": [\"hush\", 1, [\"hush\"]], \"hushed\": 7}}")
                .replace("placement", "demo");

        SeveralFaultsException several = faults(way, codec.collectingFaults(9), json);

        assertThat(paths(several)).containsExactly("keys[\"***\"][0]", "keys[\"***\"][2]", "keys[\"***\"]");
        assertThat(several.getMessage()).doesNotContain("hush");
        assertThat(several.facts().path()).isEqualTo("keys");
    }

    @ParameterizedTest
    @EnumSource
    void read_asManyFaultsAsAskedFor_endTheReading(Way way) {
        String json = Sample.consumer("{\"id\": \"x\", \"tags\": {\"a\": [\"ok\", 1, 2, 3]}, \"share\": \"y\"}");

        SeveralFaultsException several = faults(way, Sample.CODEC.collectingFaults(3), json);

        assertThat(paths(several)).containsExactly("id", "tags[\"a\"][1]", "tags[\"a\"][2]");
        assertThat(several.isComplete()).isFalse();
        assertThat(several.facts().problem()).isEqualTo("at least 3 faults");
        assertThatThrownBy(() -> way.read(Sample.CODEC.collectingFaults(1), json))
                .isExactlyInstanceOf(InvalidValueException.class);
    }

    @Test
    void read_faultsAlreadyEnough_doesNotReadOn() {
        String json = Sample.consumer("{\"id\": \"x\", \"uuid\": 7, ]]] ");

        assertThat(paths(faults(Way.TEXT, Sample.CODEC.collectingFaults(2), json)))
                .containsExactly("id", "uuid");
        assertThatThrownBy(() -> Sample.CODEC.collectingFaults(3).fromJson(json))
                .isExactlyInstanceOf(MalformedJsonException.class);
    }

    @Test
    void read_whatConcernsTheDocument_isThrownAlone() {
        String start = "{\"id\": \"x\", \"tags\": {\"a\": [1, 2, ";
        ObjectCodec few = ObjectCodec.builder(Sample.REGISTRY)
                .limits(Limits.DEFAULT.withTextCharacters(99))
                .build()
                .collectingFaults(99);

        assertThatThrownBy(() -> ALL.fromJson(Sample.consumer(start + "oops]}}")))
                .isExactlyInstanceOf(MalformedJsonException.class);
        assertThatThrownBy(() -> ALL.fromJson(Sample.consumer(start + "{\"a\": [oops]}]}}")))
                .isExactlyInstanceOf(MalformedJsonException.class);
        assertThatThrownBy(() -> few.fromJson(Sample.consumer(start + "\"" + "y".repeat(100) + "\"]}}")))
                .isExactlyInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> ALL.read(failingAfter(Sample.consumer(start + "3, "))))
                .isExactlyInstanceOf(StreamFailedException.class);
    }

    private static InputStream failingAfter(String text) {
        return new SequenceInputStream(
                new ByteArrayInputStream(text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8)),
                new FilterInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        throw new IOException("the line is dead");
                    }
                });
    }

    @Test
    void message_hasALineForEachOfTheFirstTen() {
        String json = Sample.consumer("{\"parent\": "
                + Sample.consumer("{\"tags\": {\"a\": " + "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]" + "}}") + "}");

        SeveralFaultsException several = faults(Way.TEXT, ALL, json);

        assertThat(several.getMessage().lines())
                .hasSize(12)
                .startsWith(
                        "[SeveralFaults] placement.Consumer 1.2 at parent.tags[\"a\"]: 12 faults",
                        "  - [InvalidValue] at parent.tags[\"a\"][0]: expected a text but was 1 (number)")
                .endsWith(
                        "  - [InvalidValue] at parent.tags[\"a\"][9]: expected a text but was 10 (number)",
                        "  - and 2 more");
    }

    /** A type that knows nothing of collecting, and that stops wherever a fault is. */
    private record Pair() implements FieldType<List<Long>> {
        @Override
        public String describe() {
            return "a pair";
        }

        @Override
        public List<Long> accept(List<Long> value) {
            return value;
        }

        @Override
        public List<Long> coerce(@Nullable Object value) {
            throw InvalidValueException.expected(describe(), value);
        }

        @Override
        public void write(List<Long> value, ValueWriter out) {
            Types.listOf(Types.longInteger()).write(value, out);
        }

        @Override
        public List<Long> read(ValueReader in) {
            List<Long> read = new ArrayList<>();
            in.beginList();
            if (in.profile() == Profile.OSLO) {
                throw in.mismatch("nothing");
            }
            while (in.hasNext()) {
                read.add(in.readLong());
            }
            return read;
        }

        @Override
        public ValueSchema schema(SchemaContext context) {
            return ValueSchema.of("array");
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_typeThatDoesNotCollect_isOneFault(Way way) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("placement", "Pairs");
        define.field("pairs", Types.listOf(new Pair()));
        define.field("last", Types.longInteger());
        ObjectRegistry registry = ObjectRegistry.of(define.version("1.0"));
        String json =
                Sample.envelope("Pairs", "1.0", "{\"pairs\": [[1, \"x\", [{}]], [1, 2], [[3], 4]], \"last\": \"y\"}");

        SeveralFaultsException several = faults(way, ObjectCodec.of(registry).collectingFaults(9), json);
        ObjectCodec oslo =
                ObjectCodec.builder(registry).profile(Profile.OSLO).build().collectingFaults(9);

        assertThat(paths(several)).containsExactly("pairs[0]", "pairs[2]", "last");
        assertThat(paths(faults(way, oslo, json))).containsExactly("pairs[0]", "pairs[1]", "pairs[2]", "last");
    }

    @Test
    void collectingFaults_keepsTheContext_andTheOtherWayRound() {
        String json = Sample.consumer("{\"id\": 1}");

        assertThat(Sample.CODEC
                        .inContext("c")
                        .collectingFaults(9)
                        .fromJson(json)
                        .findContext())
                .contains("c");
        assertThat(paths(faults(
                        Way.TEXT, ALL.inContext("c").at("1.1"), Sample.consumer("{\"id\": \"x\", \"uuid\": 1}"))))
                .containsExactly("id", "uuid");
        assertThatThrownBy(() -> Sample.CODEC.collectingFaults(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("At least 1 fault ends the reading, not 0");
    }

    private interface Law {
        void hold(Random random, Map<String, Object> envelope);
    }

    private static void forRandomEnvelopes(Law law) {
        Long only = Long.getLong("versionedobjects.seed");
        long first = only == null ? 1 : only;
        long last = only == null ? ROUNDS : only;
        for (long seed = first; seed <= last; seed++) {
            Random random = new Random(seed);
            Sample.Consumer object = new RandomObjects(random).consumer(3);
            Map<String, Object> envelope = Sample.CODEC.toPrimitive(object);
            PlantedFaults.shuffle(random, envelope);
            try {
                law.hold(random, envelope);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -Dversionedobjects.seed=" + seed + " and " + envelope, e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void plantedFaults_areExactlyThoseReported(Way way) {
        forRandomEnvelopes((random, envelope) -> {
            PlantedFaults planted = new PlantedFaults(random, envelope);
            for (int count = random.nextInt(8); count > 0 && planted.plant(); count--) {}

            Throwable thrown = catchThrowable(() -> way.read(ALL, envelope));

            assertThat(pathsOf(thrown)).containsExactlyInAnyOrderElementsOf(planted.paths());
        });
    }

    @ParameterizedTest
    @EnumSource
    void plantedFaults_moreThanAskedFor_areCutThere(Way way) {
        forRandomEnvelopes((random, envelope) -> {
            PlantedFaults planted = new PlantedFaults(random, envelope);
            for (int count = 2 + random.nextInt(8); count > 0 && planted.plant(); count--) {}
            int most = planted.paths().size() - 1;
            if (most < 2) {
                return;
            }

            SeveralFaultsException several = (SeveralFaultsException)
                    catchThrowable(() -> way.read(Sample.CODEC.collectingFaults(most), envelope));

            assertThat(paths(several)).hasSize(most).doesNotHaveDuplicates().isSubsetOf(planted.paths());
            assertThat(several).hasMessageContaining(": at least " + most + " faults\n");
        });
    }

    @ParameterizedTest
    @EnumSource
    void nothingPlanted_isReadAsAlways(Way way) {
        forRandomEnvelopes((random, envelope) -> {
            VersionedObject collected = way.read(ALL, envelope);
            VersionedObject read = way.read(Sample.CODEC, envelope);

            assertThat(Sample.CODEC.toJson(collected)).isEqualTo(Sample.CODEC.toJson(read));
            assertThat(collected).hasToString(read.toString());
        });
    }

    private static List<String> pathsOf(Throwable thrown) {
        if (thrown == null) {
            return List.of();
        }
        return thrown instanceof SeveralFaultsException several
                ? paths(several)
                : List.of(((VersionedObjectException) thrown).facts().path());
    }
}
