package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.versionedobjects.Facts;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.InvalidEnvelopeException;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.MalformedJsonException;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.VersionedObjectException;

/** Bad input, by every way in: one clear exception of the library with its facts. */
class BadInputTest {
    private static final ObjectCodec CODEC = Sample.CODEC;

    private static <E extends VersionedObjectException> Facts refusal(Entrance entrance, Class<E> type, String json) {
        return refusal(CODEC, entrance, type, json);
    }

    private static <E extends VersionedObjectException> Facts refusal(
            ObjectCodec codec, Entrance entrance, Class<E> type, String json) {
        Throwable thrown = catchThrowable(() -> entrance.read(codec, json));
        assertThat(thrown).isExactlyInstanceOf(type);
        return type.cast(thrown).facts();
    }

    private static String project(String data) {
        return Sample.envelope("Project", "1.2", data);
    }

    @ParameterizedTest
    @EnumSource
    void read_unknownObject_namesIt(Entrance entrance) {
        Facts facts = refusal(entrance, UnknownObjectException.class, Sample.envelope("Nobody", "1.0", "{}"));

        assertThat(facts.object()).isEqualTo("placement.Nobody");
        assertThat(facts.version()).hasToString("1.0");
        assertThat(facts.was()).isEqualTo("placement.Nobody");
        assertThat(facts.advice()).contains("ObjectRegistry.of");
    }

    @ParameterizedTest
    @EnumSource
    void read_wrongNamespace_saysWhichIsKnown(Entrance entrance) {
        String json = Sample.consumer("{}").replace("\"placement\"", "\"nova\"");

        Facts facts = refusal(entrance, UnknownObjectException.class, json);

        assertThat(facts.was()).isEqualTo("nova.Consumer");
        assertThat(facts.expected()).isEqualTo("placement.Consumer");
    }

    @ParameterizedTest
    @EnumSource
    void read_otherMajor_saysWhichIsKnown(Entrance entrance) {
        Facts facts = refusal(entrance, IncompatibleVersionException.class, Sample.envelope("Consumer", "2.0", "{}"));

        assertThat(facts.object()).isEqualTo("placement.Consumer");
        assertThat(facts.was()).isEqualTo("2.0");
        assertThat(facts.expected()).isEqualTo("version 1.x, at most 1.2");
    }

    @ParameterizedTest
    @EnumSource
    void read_newerMinor_saysWhatToAskFor(Entrance entrance) {
        Facts facts = refusal(entrance, IncompatibleVersionException.class, Sample.envelope("Consumer", "1.3", "{}"));

        assertThat(facts.was()).isEqualTo("1.3");
        assertThat(facts.expected()).isEqualTo("at most 1.2 of major 1");
        assertThat(facts.advice()).contains("ask the sender for placement.Consumer 1.2");
    }

    @ParameterizedTest
    @EnumSource
    void read_newerMinorNested_saysWhere(Entrance entrance) {
        String json = Sample.consumer(
                "{\"projects\": [" + project("{}") + ", " + Sample.envelope("Project", "1.3", "{}") + "]}");

        Facts facts = refusal(entrance, IncompatibleVersionException.class, json);

        assertThat(facts.object()).isEqualTo("placement.Consumer");
        assertThat(facts.path()).isEqualTo("projects[1]");
        assertThat(facts.was()).isEqualTo("1.3");
    }

    @ParameterizedTest
    @EnumSource
    void read_missingEnvelopeKey_namesIt(Entrance entrance) {
        for (String key : new String[] {"name", "namespace", "version", "data"}) {
            String json = Sample.consumer("{}").replace("versioned_object." + key + "\"", "other\"");

            Facts facts = refusal(entrance, InvalidEnvelopeException.class, json);

            assertThat(facts.problem()).contains("the key versioned_object." + key + " is missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_envelopeKeyOfTheWrongKind_saysWhatWasThere(Entrance entrance) {
        for (String key : new String[] {"name", "namespace", "version"}) {
            String json = Sample.consumer("{}").replaceFirst("(versioned_object." + key + "\": )\"[^\"]*\"", "$1[1]");

            Facts facts = refusal(entrance, InvalidEnvelopeException.class, json);

            assertThat(facts.expected()).isEqualTo("a text under the key versioned_object." + key);
            assertThat(facts.was()).isEqualTo("a list");
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_dataThatIsNoMap_isNoEnvelope(Entrance entrance) {
        Facts facts = refusal(entrance, InvalidEnvelopeException.class, Sample.consumer("[]"));

        assertThat(facts.expected()).isEqualTo("a map under the key versioned_object.data");
        assertThat(facts.was()).isEqualTo("a list");
    }

    @ParameterizedTest
    @EnumSource
    void read_changesThatAreNoListOfNames_isNoEnvelope(Entrance entrance) {
        String json = Sample.consumer("{}");
        String rest = json.substring(0, json.length() - 1) + ", \"versioned_object.changes\": ";

        assertThat(refusal(entrance, InvalidEnvelopeException.class, rest + "\"uuid\"}")
                        .expected())
                .contains("a list of field names");
        assertThat(refusal(entrance, InvalidEnvelopeException.class, rest + "[7]}")
                        .was())
                .isEqualTo("7 (number)");
    }

    @ParameterizedTest
    @EnumSource
    void read_versionThatIsNone_isNoEnvelope(Entrance entrance) {
        for (String version : new String[] {"", "1", "1.", "1.x", "-1.0", "1.2.3.4", "01.2", "1.99999999999"}) {
            Facts facts = refusal(entrance, InvalidEnvelopeException.class, Sample.envelope("Consumer", version, "{}"));

            assertThat(facts.object()).isEqualTo("placement.Consumer");
            assertThat(facts.expected()).isEqualTo("X.Y or X.Y.Z as the version");
            assertThat(facts.was()).contains("\"" + version + "\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_notAnEnvelopeAtAll_saysSo(Entrance entrance) {
        for (String json : new String[] {"null", "7", "\"text\"", "[]", "true"}) {
            Facts facts = refusal(entrance, InvalidEnvelopeException.class, json);

            assertThat(facts.expected()).startsWith("an envelope: a map with versioned_object.name");
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_wrongType_saysWhereAndWhat(Entrance entrance) {
        Facts facts = refusal(
                entrance, InvalidValueException.class, Sample.consumer("{\"id\": 1, \"uuid\": \"not-a-uuid\"}"));

        assertThat(facts.object()).isEqualTo("placement.Consumer");
        assertThat(facts.version()).hasToString("1.2");
        assertThat(facts.path()).isEqualTo("uuid");
        assertThat(facts.expected()).isEqualTo("a UUID");
        assertThat(facts.was()).isEqualTo("\"not-a-uuid\" (String)");
    }

    @ParameterizedTest
    @EnumSource
    void read_wrongTypeDeepInside_saysTheWholePath(Entrance entrance) {
        String bad = project("{\"external_id\": 5}");

        assertThat(refusal(entrance, InvalidValueException.class, Sample.consumer("{\"project\": " + bad + "}"))
                        .path())
                .isEqualTo("project.external_id");
        assertThat(refusal(entrance, InvalidValueException.class, Sample.consumer("{\"projects\": [" + bad + "]}"))
                        .path())
                .isEqualTo("projects[0].external_id");
        assertThat(refusal(
                                entrance,
                                InvalidValueException.class,
                                Sample.consumer("{\"by_name\": {\"b\": " + bad + "}}"))
                        .path())
                .isEqualTo("by_name[\"b\"].external_id");
        assertThat(refusal(entrance, InvalidValueException.class, Sample.consumer("{\"tags\": {\"a\": [\"x\", 5]}}"))
                        .path())
                .isEqualTo("tags[\"a\"][1]");
    }

    @ParameterizedTest
    @EnumSource
    void read_numbersThatDoNotFit_areRefused(Entrance entrance) {
        for (String number : new String[] {"1.0", "1e3", "9223372036854775808", "\"1\"", "true"}) {
            assertThat(refusal(entrance, InvalidValueException.class, Sample.consumer("{\"id\": " + number + "}"))
                            .expected())
                    .isEqualTo("an integer of 64 bits");
        }
        assertThat(refusal(entrance, InvalidValueException.class, Sample.consumer("{\"share\": 1e999}"))
                        .path())
                .isEqualTo("share");
    }

    @ParameterizedTest
    @EnumSource
    void read_wrongObject_saysWhichWasExpected(Entrance entrance) {
        Facts facts = refusal(
                entrance, InvalidValueException.class, Sample.consumer("{\"project\": " + Sample.consumer("{}") + "}"));

        assertThat(facts.path()).isEqualTo("project");
        assertThat(facts.expected()).isEqualTo("a Project");
        assertThat(facts.was()).isEqualTo("a placement.Consumer 1.2");
    }

    @ParameterizedTest
    @EnumSource
    void read_nullInNonNullable_isRefused(Entrance entrance) {
        Facts facts = refusal(entrance, InvalidValueException.class, Sample.consumer("{\"uuid\": null}"));

        assertThat(facts.path()).isEqualTo("uuid");
        assertThat(facts.expected()).isEqualTo("a UUID");
        assertThat(facts.was()).isEqualTo("null");
        assertThat(refusal(entrance, InvalidValueException.class, Sample.consumer("{\"projects\": [null]}"))
                        .path())
                .isEqualTo("projects[0]");
    }

    @ParameterizedTest
    @EnumSource
    void read_wrongSecret_isMasked(Entrance entrance) {
        Facts facts = refusal(entrance, InvalidValueException.class, Sample.consumer("{\"pin\": \"1234 hush\"}"));

        assertThat(facts.path()).isEqualTo("pin");
        assertThat(facts.was()).isEqualTo("***");
    }

    @ParameterizedTest
    @EnumSource
    void read_truncatedAnywhere_isRefused(Entrance entrance) {
        String json = Sample.CODEC.toJson(Sample.consumer());
        for (int length = 0; length < json.length(); length++) {
            Throwable thrown = catchThrowable(read(entrance, json.substring(0, length)));

            assertThat(thrown).as(json.substring(0, length)).isInstanceOf(MalformedJsonException.class);
        }
    }

    private static org.assertj.core.api.ThrowableAssert.ThrowingCallable read(Entrance entrance, String json) {
        return () -> entrance.read(CODEC, json);
    }

    @ParameterizedTest
    @EnumSource
    void read_notJson_saysWhere(Entrance entrance) {
        Facts facts = refusal(entrance, MalformedJsonException.class, "{\n  oops");

        assertThat(facts.problem()).isEqualTo("this is not JSON at line 2, column 3");
        refusal(entrance, MalformedJsonException.class, "NaN");
        refusal(entrance, MalformedJsonException.class, Sample.consumer("{\"share\": NaN}"));
    }

    /** Jackson takes U+0144 in a text for D, which is 44 in Latin 1; a fuzz test found it. */
    @ParameterizedTest
    @EnumSource
    void read_escapeWithALetterBeyondLatin1_isNotJson(Entrance entrance) {
        String digits = "0044";
        for (int i = 0; i < digits.length(); i++) {
            String token = "\\u" + digits.substring(0, i) + (char) (0x100 | digits.charAt(i)) + digits.substring(i + 1);
            Facts facts =
                    refusal(entrance, MalformedJsonException.class, Sample.consumer("{\"token\": \"" + token + "\"}"));

            assertThat(facts.problem()).startsWith("this is not JSON at line 1, column ");
            assertThat(facts.path()).isEqualTo("token");
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_100000LevelsDeep_isOverALimit(Entrance entrance) {
        String ignored = Sample.consumer("{\"unknown\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        String other = "{\"x\":".repeat(100_000) + "1" + "}".repeat(100_000);

        assertThat(refusal(entrance, LimitExceededException.class, ignored).sentence())
                .contains("depth", "100");
        refusal(entrance, LimitExceededException.class, other);
        refusal(
                entrance,
                LimitExceededException.class,
                "[".repeat(100_000).replace("[", "{\"versioned_object.data\":"));
    }

    @ParameterizedTest
    @EnumSource
    void read_tooDeepByNestedObjects_isOverALimit(Entrance entrance) {
        String json = Sample.consumer("{}");
        for (int i = 0; i < 60; i++) {
            json = Sample.consumer("{\"parent\": " + json + "}");
        }

        assertThat(refusal(entrance, LimitExceededException.class, json).path()).startsWith("parent.parent.parent.");
    }

    @ParameterizedTest
    @EnumSource
    void read_stringOverTheLimit_isRefused(Entrance entrance) {
        ObjectCodec codec = codec(Limits.DEFAULT.withTextCharacters(100));

        entrance.read(codec, Sample.consumer("{\"token\": \"" + "x".repeat(100) + "\"}"));

        Facts facts = refusal(
                codec,
                entrance,
                LimitExceededException.class,
                Sample.consumer("{\"token\": \"" + "x".repeat(101) + "\"}"));
        assertThat(facts.object()).isEqualTo("placement.Consumer");
        assertThat(facts.path()).isEqualTo("token");
        assertThat(facts.advice()).isEqualTo("raise Limits.textCharacters");
    }

    @ParameterizedTest
    @EnumSource
    void read_numberOverTheLimit_isRefused(Entrance entrance) {
        refusal(entrance, InvalidValueException.class, Sample.consumer("{\"id\": " + "9".repeat(1000) + "}"));
        refusal(entrance, LimitExceededException.class, Sample.consumer("{\"id\": " + "9".repeat(1001) + "}"));
    }

    @ParameterizedTest
    @EnumSource
    void read_documentOverTheLimit_isRefused(Entrance entrance) {
        String json = Sample.consumer("{}");

        entrance.read(codec(Limits.DEFAULT.withDocumentBytes(json.length())), json);

        Facts facts = refusal(
                codec(Limits.DEFAULT.withDocumentBytes(json.length() - 1)),
                entrance,
                LimitExceededException.class,
                json);
        assertThat(facts.expected()).isEqualTo("a document of at most " + (json.length() - 1) + " bytes");
    }

    private static ObjectCodec codec(Limits limits) {
        return ObjectCodec.builder(Sample.REGISTRY).limits(limits).build();
    }

    @ParameterizedTest
    @EnumSource
    void read_duplicateKeys_areRefusedEverywhere(Entrance entrance) {
        String json = Sample.consumer("{}");
        for (String more : new String[] {
            "\"versioned_object.name\": \"Consumer\"",
            "\"versioned_object.version\": \"1.2\"",
            "\"versioned_object.data\": {}",
            "\"versioned_object.changes\": [], \"versioned_object.changes\": []",
            "\"other\": 1, \"other\": 2"
        }) {
            assertThat(refusal(
                                    entrance,
                                    InvalidEnvelopeException.class,
                                    json.substring(0, json.length() - 1) + ", " + more + "}")
                            .problem())
                    .contains("in the envelope twice");
        }
        assertThat(refusal(entrance, InvalidEnvelopeException.class, Sample.consumer("{\"id\": 1, \"id\": 1}"))
                        .path())
                .isEqualTo("id");
        assertThat(refusal(entrance, InvalidEnvelopeException.class, Sample.consumer("{\"zz\": 1, \"zz\": 1}"))
                        .path())
                .isEqualTo("zz");
        assertThat(refusal(entrance, InvalidValueException.class, Sample.consumer("{\"tags\": {\"a\": [], \"a\": []}}"))
                        .path())
                .isEqualTo("tags");
    }

    @ParameterizedTest
    @EnumSource
    void read_trailingTokens_areRefused(Entrance entrance) {
        assertThat(refusal(entrance, MalformedJsonException.class, Sample.consumer("{}") + " {}")
                        .problem())
                .isEqualTo("the document goes on after the envelope");
        refusal(entrance, MalformedJsonException.class, Sample.consumer("{}") + "]");
        entrance.read(CODEC, Sample.consumer("{}") + " \n ");
    }
}
