package org.versionedobjects.golden;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.json.ObjectCodec;

/** Any bytes are refused by one of the library's exceptions, or are an object that is written and read again. */
class OsloFuzz {
    private static final FuzzRun RUN = new FuzzRun(OsloFuzz.class);
    private static final ObjectRegistry REGISTRY = registry();
    private static final DocumentLaws STRICT = new DocumentLaws(Profile.STRICT, ObjectCodec.builder(REGISTRY));
    private static final DocumentLaws OSLO = new DocumentLaws(Profile.OSLO, ObjectCodec.builder(REGISTRY));

    static List<byte[]> seeds() {
        List<byte[]> all = Envelopes.bytes(Envelopes.ofOslo());
        all.addAll(Envelopes.bytes(OwnTypes.envelopes()));
        return all;
    }

    private static ObjectRegistry registry() {
        List<ObjectType<?>> types =
                new ArrayList<>(GoldenClasses.all().registry().types());
        types.add(OwnTypes.TYPE);
        return ObjectRegistry.of(types);
    }

    @DictionaryFile(resourcePath = "/fuzz/oslo.dict")
    @MethodSource("seeds")
    @FuzzTest
    void anyBytes_areRefusedOrReadAndWritten(byte[] json) {
        RUN.tryOut(json, () -> {
            hold(STRICT, json);
            hold(OSLO, json);
        });
    }

    private static void hold(DocumentLaws laws, byte[] json) {
        laws.read(json).ifPresent(object -> {
            RUN.countRead();
            laws.writtenAndReadAgain(object);
        });
    }

    @AfterAll
    static void tellExecutions() {
        RUN.finish();
    }
}
