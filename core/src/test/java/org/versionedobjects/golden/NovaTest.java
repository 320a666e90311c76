package org.versionedobjects.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.versionedobjects.Profile;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;

/** What nova reads and writes is read and written here from its schemas alone, backports included. */
class NovaTest {
    private static final NovaClasses CLASSES = new NovaClasses();
    private static final ObjectCodec CODEC = ObjectCodec.builder(CLASSES.registry())
            .serialNamespace("nova_object")
            .profile(Profile.OSLO)
            .build();
    private static final Map<String, Integer> COUNTS = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> samples() {
        return NovaFiles.names().stream()
                .flatMap(name -> samples(name).stream()
                        .map(sample -> DynamicTest.dynamicTest(
                                name + " " + sample.get("sample"), () -> readAndWrite(sample))));
    }

    @TestFactory
    Stream<DynamicTest> backports() {
        return NovaFiles.names().stream().flatMap(NovaTest::backports);
    }

    @SuppressWarnings("unchecked") // a file of samples is a list of maps
    private static List<Map<String, Object>> samples(String name) {
        return (List<Map<String, Object>>) NovaFiles.read("samples/" + name + ".json");
    }

    /** What nova itself makes of a sample that it reads: the sample, or where it differs, its own result. */
    private static Object read(Map<String, Object> sample) {
        return sample.getOrDefault("roundtrip_result", sample.get("primitive"));
    }

    private static void readAndWrite(Map<String, Object> sample) {
        Object envelope = read(sample);

        Object written = CODEC.toPrimitive(CODEC.fromPrimitive(envelope));

        Object expected = CLASSES.sorted(CLASSES.truthful(envelope));
        assertSame(expected, written);
        assertSame(expected, GoldenFiles.parse(CODEC.toJson(CODEC.fromPrimitive(envelope))));
        count("samples " + sample.get("roundtrip"));
    }

    private static void assertSame(Object expected, Object written) {
        assertThat(EnvelopeDifference.between(expected, CLASSES.sorted(written)))
                .isEmpty();
    }

    @SuppressWarnings("unchecked") // a file of backports: manifests and a list of maps
    private static Stream<DynamicTest> backports(String name) {
        Map<String, Object> file = (Map<String, Object>) NovaFiles.read("backports/" + name + ".json");
        Map<String, Map<String, String>> manifests = (Map<String, Map<String, String>>) file.get("manifests");
        Map<String, Object> envelopes = new TreeMap<>();
        samples(name).forEach(sample -> envelopes.put((String) sample.get("sample"), read(sample)));
        return ((List<Map<String, Object>>) file.get("backports"))
                .stream()
                        .map(each -> DynamicTest.dynamicTest(
                                name + " " + each.get("sample") + " for " + each.get("manifest"),
                                () -> backport(
                                        CODEC.fromPrimitive(envelopes.get(each.get("sample"))),
                                        peer(each, manifests.get(each.get("manifest"))),
                                        each)));
    }

    private static ObjectCodec peer(Map<String, Object> golden, Map<String, String> manifest) {
        ObjectCodec codec = manifest == null ? CODEC : CODEC.forPeer(VersionManifest.parse(manifest));
        return codec.at((String) golden.get("target"));
    }

    private static void backport(VersionedObject object, ObjectCodec peer, Map<String, Object> golden) {
        String kind = (String) golden.get("kind");
        if (kind.equals("mechanical_error") && isBornLater(object, golden)) {
            // oslo asks for the version of what is in a field that it then drops; without the field nobody has to say
            // it
            Map<String, Object> written = peer.toPrimitive(object);
            assertThat(written).containsEntry("nova_object.version", golden.get("target"));
            assertThat(((Map<?, ?>) written.get("nova_object.data")).keySet().contains(unruledField(golden)))
                    .isFalse();
            kind = "mechanical_error of fields born later";
        } else if (kind.equals("mechanical_error")) {
            assertThatThrownBy(() -> peer.toPrimitive(object))
                    .isInstanceOfSatisfying(
                            RuntimeException.class,
                            e -> assertThat(Failures.standsFor(e, golden.get("error")))
                                    .isTrue());
        } else if (!kind.startsWith("custom")) {
            assertSame(
                    CLASSES.sorted(CLASSES.byOurRules(CLASSES.truthful(golden.get("result")))),
                    peer.toPrimitive(object));
        }
        count(kind);
    }

    private static boolean isBornLater(VersionedObject object, Map<String, Object> golden) {
        Version target = Version.parse((String) golden.get("target"));
        return object.objectType()
                .find(unruledField(golden))
                .filter(field -> object.objectType().since(field).isAfter(target))
                .isPresent();
    }

    /** Returns which field oslo has no rule for, as its message ends. */
    private static String unruledField(Map<String, Object> golden) {
        String message = (String) ((Map<?, ?>) golden.get("error")).get("message");
        return message.substring(message.lastIndexOf(' ') + 1);
    }

    private static void count(String what) {
        COUNTS.merge(what, 1, Integer::sum);
    }

    @Test
    void data_isWhatNovaWrote() throws IOException, NoSuchAlgorithmException {
        Map<String, String> sums = NovaFiles.sums();
        assertThat(sums).hasSize(103);
        for (Map.Entry<String, String> each : sums.entrySet()) {
            byte[] content = NovaFiles.bytes(each.getKey());
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(HexFormat.of().formatHex(sum)).as(each.getKey()).isEqualTo(each.getValue());
            for (Path origin : NovaFiles.origins()) {
                assertThat(Files.readAllBytes(origin.resolve(each.getKey()))).isEqualTo(content);
            }
        }
    }

    @AfterAll
    static void tellCounts() {
        System.out.println("golden nova-objects: " + COUNTS);
        if (COUNTS.containsKey("custom") && COUNTS.containsKey("samples same")) {
            assertThat(COUNTS.get("custom")).isEqualTo(22);
            assertThat(COUNTS.get("samples same") + COUNTS.get("samples differs"))
                    .isEqualTo(298);
        }
    }
}
