package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Profile;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.compat.PeerVersions;
import org.versionedobjects.json.Sample.Consumer;
import org.versionedobjects.json.Sample.Project;

/** What writing to a peer needs is worked out once, kept within bounds, and shared by threads. */
class TypeWritersTest {
    private static final VersionManifest PEER = VersionManifest.of("Project", "1.1");

    private static TypeWriters writers() {
        return new TypeWriters(
                Sample.REGISTRY,
                new SerialNamespaces("versioned_object", java.util.Map.of(), List.of()),
                PeerVersions.ofAnyone(Sample.REGISTRY, Profile.STRICT));
    }

    @Test
    void samePeer_getsTheSameWriters() {
        TypeWriters writers = writers();

        assertThat(writers.forPeer(PEER)).isSameAs(writers.forPeer(VersionManifest.of("Project", "1.1")));
        assertThat(writers.forPeer(PEER).root(Project.TYPE))
                .isSameAs(writers.forPeer(PEER).root(Project.TYPE));
        assertThat(writers.at(Version.parse("1.1"))).isSameAs(writers.at(Version.parse("1.1")));
    }

    @Test
    void peerAndVersion_combineInEitherOrder() {
        TypeWriters writers = writers();
        Version version = Version.parse("1.1");

        assertThat(writers.forPeer(PEER).at(version))
                .isSameAs(writers.at(version).forPeer(PEER));
        assertThat(writers.forPeer(PEER).at(version)).isNotSameAs(writers.at(version));
    }

    @Test
    void versionsThatAreWrittenDifferently_areKeptApart() {
        TypeWriters writers = writers();

        assertThat(writers.forPeer(VersionManifest.of("Project", "1.1.0"))
                        .root(Project.TYPE)
                        .versionText
                        .getValue())
                .isEqualTo("1.1.0");
        assertThat(writers.forPeer(PEER).root(Project.TYPE).versionText.getValue())
                .isEqualTo("1.1");
    }

    @Test
    void peersFromOutside_areKeptWithinBounds() {
        TypeWriters writers = writers();

        IntStream.range(0, 1_000).forEach(index -> writers.forPeer(PEER.with("Other" + index, "1.0")));

        assertThat(writers.countDerived()).isBetween(100L, 256L);
    }

    @Test
    void threads_shareOnePlan() throws InterruptedException, ExecutionException {
        ObjectCodec codec = ObjectCodec.of(Sample.REGISTRY);
        TypeWriters writers = writers();
        Set<TypeWriters> seen = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        String expected = codec.forPeer(PEER).toJson(Sample.consumer());
        Callable<Void> work = () -> {
            Consumer consumer = Sample.consumer();
            for (int i = 0; i < 500; i++) {
                seen.add(writers.forPeer(VersionManifest.of("Project", "1.1")));
                String written =
                        codec.forPeer(VersionManifest.of("Project", "1.1")).toJson(consumer);
                assertThat(written).isEqualTo(expected);
                assertThat(codec.fromJson(written).readVersion()).isPresent();
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Void> each : threads.invokeAll(Collections.nCopies(8, work))) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(seen).hasSize(1);
    }
}
