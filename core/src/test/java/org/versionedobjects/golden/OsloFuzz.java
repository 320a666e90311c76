package org.versionedobjects.golden;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;

/** Any bytes are refused by one of the library's exceptions, or are an object that is written and read again. */
class OsloFuzz {
    private static final FuzzRun RUN = new FuzzRun(OsloFuzz.class);
    private static final ObjectRegistry REGISTRY = registry();
    private static final DocumentLaws STRICT = new DocumentLaws(Profile.STRICT, ObjectCodec.builder(REGISTRY));
    private static final DocumentLaws OSLO = new DocumentLaws(Profile.OSLO, ObjectCodec.builder(REGISTRY));

    private static final List<String> ENVELOPES = envelopes();
    private static final Edits EDITS = new Edits(ENVELOPES);

    static List<byte[]> seeds() {
        List<byte[]> all = Envelopes.bytes(ENVELOPES);
        all.addAll(EDITS.seeds());
        return all;
    }

    private static List<String> envelopes() {
        List<String> all = new ArrayList<>(Envelopes.ofOslo());
        all.addAll(OwnTypes.envelopes());
        return all;
    }

    private static ObjectRegistry registry() {
        List<ObjectType<?>> types =
                new ArrayList<>(GoldenClasses.all().registry().types());
        types.add(OwnTypes.TYPE);
        return ObjectRegistry.of(types);
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyInput_isRefusedOrReadAndWritten(byte[] input) {
        if (Edits.isIn(input)) {
            Object plain = EDITS.apply(input);
            byte[] json = GoldenFiles.write(plain).getBytes(StandardCharsets.UTF_8);
            RUN.tryOut(json, () -> hold(STRICT.read(json, plain), STRICT));
            RUN.tryOut(json, () -> hold(OSLO.read(json, plain), OSLO));
        } else {
            RUN.tryOut(input, () -> hold(STRICT.read(input), STRICT));
            RUN.tryOut(input, () -> hold(OSLO.read(input), OSLO));
        }
    }

    private static void hold(Optional<VersionedObject> read, DocumentLaws laws) {
        read.ifPresent(object -> {
            RUN.countRead();
            laws.writtenAndReadAgain(object);
        });
    }

    @AfterAll
    static void tellExecutions() {
        RUN.finish();
    }
}
