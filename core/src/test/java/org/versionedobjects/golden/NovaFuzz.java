package org.versionedobjects.golden;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
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

    private static final List<String> ENVELOPES = List.copyOf(Envelopes.ofNova());
    private static final Edits EDITS = new Edits(ENVELOPES);

    static List<byte[]> seeds() {
        List<byte[]> all = new ArrayList<>();
        for (byte[] input : Envelopes.bytes(ENVELOPES)) {
            all.add(forPeer(input, all.size()));
        }
        for (byte[] input : EDITS.seeds()) {
            all.add(forPeer(input, all.size()));
        }
        return all;
    }

    private static byte[] forPeer(byte[] input, int number) {
        byte[] longer = Arrays.copyOf(input, input.length + 2);
        longer[input.length] = (byte) (number % 5);
        longer[input.length + 1] = (byte) (number % 7);
        return longer;
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyObject_isWrittenForAnyPeer(byte[] input) {
        if (input.length < 2) {
            return;
        }
        byte[] document = Arrays.copyOf(input, input.length - 2);
        if (Edits.isIn(document)) {
            Object plain = EDITS.apply(document);
            byte[] json = GoldenFiles.write(plain).getBytes(StandardCharsets.UTF_8);
            RUN.tryOut(json, () -> LAWS.read(json, plain).ifPresent(object -> writeFor(input, object)));
        } else {
            RUN.tryOut(document, () -> LAWS.read(document).ifPresent(object -> writeFor(input, object)));
        }
    }

    private static void writeFor(byte[] input, VersionedObject object) {
        writeFor(input[input.length - 2] & 0xFF, input[input.length - 1], object);
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
