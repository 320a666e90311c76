package org.versionedobjects.golden;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.json.ObjectCodec;

/**
 * What is read from any bytes is written for any older peer, which can read it, or refused by one of the library's
 * exceptions. The last two bytes of an input say for whom: the minor version, and the manifest or none.
 */
class NovaFuzz {
    private static final FuzzRun RUN = new FuzzRun(NovaFuzz.class);
    private static final NovaClasses CLASSES = new NovaClasses();
    private static final DocumentLaws LAWS = new DocumentLaws(
            Profile.OSLO, ObjectCodec.builder(CLASSES.registry()).serialNamespace("nova_object"));
    private static final ObjectCodec CODEC = LAWS.codec();

    static List<byte[]> seeds() {
        List<byte[]> all = new ArrayList<>();
        for (String json : Envelopes.ofNova()) {
            all.addAll(Envelopes.bytes(List.of(json + "\0\0", json + "\1\0", json + "\1\2", json + "\7\7")));
        }
        return all;
    }

    @DictionaryFile(resourcePath = "/fuzz/nova.dict")
    @MethodSource("seeds")
    @FuzzTest
    void anyObject_isWrittenForAnyPeer(byte[] input) {
        if (input.length >= 2) {
            RUN.tryOut(
                    input,
                    () -> LAWS.read(Arrays.copyOf(input, input.length - 2))
                            .ifPresent(object ->
                                    writeFor(input[input.length - 2] & 0xFF, input[input.length - 1], object)));
        }
    }

    private static void writeFor(int minor, byte seed, VersionedObject object) {
        RUN.countRead();
        LAWS.writtenAndReadAgain(object);
        ObjectCodec peer = seed == 0 ? CODEC : CODEC.forPeer(manifest(new Random(seed)));
        Version target = Version.of(object.objectType().version().major(), minor);
        write(peer.at(target), object).ifPresent(older -> {
            Optional<Version> read = CODEC.fromBytes(older).readVersion();
            DocumentLaws.require(read.equals(Optional.of(target)), target + " asked for, but it was " + read);
        });
    }

    private static Optional<byte[]> write(ObjectCodec peer, VersionedObject object) {
        try {
            return Optional.of(peer.toBytes(object));
        } catch (VersionedObjectException e) {
            return Optional.empty();
        }
    }

    /** Makes a manifest of some types in any versions. */
    private static VersionManifest manifest(Random random) {
        VersionManifest manifest = VersionManifest.empty();
        for (ObjectType<?> type : CLASSES.registry().types()) {
            if (random.nextInt(4) > 0) {
                Version own = type.version();
                manifest =
                        manifest.with(type.qualifiedName(), Version.of(own.major(), random.nextInt(own.minor() + 2)));
            }
        }
        return manifest;
    }

    @AfterAll
    static void tellExecutions() {
        RUN.finish();
    }
}
