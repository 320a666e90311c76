package org.versionedobjects.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.Profile;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.lock.RebuiltTypes;

/** The lock of nova's objects is enough to make the same types again. */
class NovaLockTest {
    private static final ObjectRegistry CODE = new NovaClasses().registry();
    private static final RebuiltTypes REBUILT = new RebuiltTypes(CODE, Profile.OSLO);
    private static final ObjectCodec OF_CODE = codec(CODE);
    private static final ObjectCodec OF_LOCK = codec(REBUILT.codec().registry());

    private static ObjectCodec codec(ObjectRegistry registry) {
        return ObjectCodec.builder(registry)
                .serialNamespace("nova_object")
                .profile(Profile.OSLO)
                .build();
    }

    @Test
    void everyTypeInEveryVersion_isTheSame() {
        assertThat(CODE.types()).hasSize(34);
        REBUILT.check();
    }

    @TestFactory
    Stream<DynamicTest> samples() {
        return NovaFiles.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> samples(name).forEach(NovaLockTest::assertSame)));
    }

    @SuppressWarnings("unchecked") // a file of samples is a list of maps
    private static List<Map<String, Object>> samples(String name) {
        return (List<Map<String, Object>>) NovaFiles.read("samples/" + name + ".json");
    }

    private static void assertSame(Map<String, Object> sample) {
        Object envelope = sample.getOrDefault("roundtrip_result", sample.get("primitive"));

        Object written = OF_LOCK.toPrimitive(OF_LOCK.fromPrimitive(envelope));

        assertThat(EnvelopeDifference.between(OF_CODE.toPrimitive(OF_CODE.fromPrimitive(envelope)), written))
                .isEmpty();
    }
}
