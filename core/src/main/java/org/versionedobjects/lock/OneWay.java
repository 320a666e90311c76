package org.versionedobjects.lock;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.FieldType;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

/** Takes the samples of one type to one peer and back. Confined to one thread. */
final class OneWay {
    private static final FieldType<Object> JSON = Types.json();
    private static final String UNSTABLE =
            "what was read of it is written as something else, so way down and way up do not fit";

    private final VersionLock lock;
    private final PeerCodecs peers;
    private final ObjectCodec codec;
    private final NestedTypes nested;
    private final RoundTripPeer peer;
    private final RoundTripFindings findings;
    private final Set<String> tried = new TreeSet<>();
    private final Set<String> written = new TreeSet<>();
    private @Nullable RoundTripProblem firstRefused;
    private boolean isAnyWritten;

    OneWay(
            VersionLock lock,
            PeerCodecs peers,
            ObjectCodec codec,
            NestedTypes nested,
            RoundTripPeer peer,
            RoundTripFindings findings) {
        this.lock = lock;
        this.peers = peers;
        this.codec = codec;
        this.nested = nested;
        this.peer = peer;
        this.findings = findings;
    }

    void send(Sample<?> sample) {
        VersionedObject object = sample.object();
        tried.addAll(object.byName().setNames());
        String json;
        try {
            json = peer.codec().toJson(object);
        } catch (IncompatibleVersionException e) {
            RoundTripProblem refused = findings.refused(peer.version(), peer.name(), sample.name(), e.facts());
            firstRefused = firstRefused == null ? refused : firstRefused;
            return;
        } catch (VersionedObjectException e) {
            tell(sample, e.facts(), "it cannot be written: ");
            return;
        }
        isAnyWritten = true;
        written.addAll(object.byName().setNames());
        findings.written();
        sendBack(sample, json);
        readAgain(sample, json);
    }

    private void sendBack(Sample<?> sample, String json) {
        Object sent = codec.valueFromJson(JSON, json);
        ObjectCodec release = peer.release().orElse(null);
        try {
            if (release != null && !peer.manifest().isEmpty()) {
                compare(sample, sent, back(release, json));
                return;
            }
            if (release != null) {
                release.fromJson(json);
            }
            compare(sample, sent, back(peers.withAtLeast(EnvelopeComparison.versions(sent)), json));
        } catch (VersionedObjectException e) {
            tell(sample, e.facts(), "a peer of the recorded version cannot read it: ");
        }
    }

    private static Object back(ObjectCodec other, String json) {
        return other.valueFromJson(JSON, other.toJson(other.fromJson(json)));
    }

    private void compare(Sample<?> sample, Object sent, Object back) {
        new EnvelopeComparison(lock, facts -> findings.problem(peer.version(), peer.name(), sample.name(), facts))
                .compare(sent, back);
    }

    private void readAgain(Sample<?> sample, String json) {
        VersionedObject again;
        try {
            again = codec.fromJson(json);
        } catch (VersionedObjectException e) {
            tell(sample, e.facts(), "it cannot be read again: ");
            return;
        }
        new HistoryComparison(
                        nested,
                        peer.manifest(),
                        facts -> findings.problem(peer.version(), peer.name(), sample.name(), facts))
                .compare("", false, sample.object(), again);
        String twice;
        try {
            twice = peer.codec().toJson(again);
        } catch (VersionedObjectException e) {
            tell(sample, e.facts(), "what was read of it cannot be written again: ");
            return;
        }
        if (!twice.equals(json)) {
            Object first = codec.valueFromJson(JSON, json);
            Object second = codec.valueFromJson(JSON, twice);
            int[] count = {0};
            new EnvelopeComparison(lock, facts -> {
                        count[0]++;
                        findings.problem(
                                peer.version(),
                                peer.name(),
                                sample.name(),
                                facts.withProblem(UNSTABLE).withAdvice(null));
                    })
                    .compare(first, second);
            if (count[0] == 0) {
                findings.problem(
                        peer.version(), peer.name(), sample.name(), Facts.problem(UNSTABLE + ", in its order"));
            }
        }
    }

    private void tell(Sample<?> sample, Facts facts, String problem) {
        String why = facts.problem() == null ? "" : facts.problem();
        findings.problem(
                peer.version(), peer.name(), sample.name(), facts.withProblem((problem + why).replaceAll(": $", "")));
    }

    /** Tells of fields that no sample could be written with: nothing is known of them then. */
    void end() {
        if (firstRefused == null) {
            return;
        }
        Set<String> never = new TreeSet<>(tried);
        never.removeAll(written);
        RoundTripProblem first = Objects.requireNonNull(firstRefused);
        if (!isAnyWritten || !never.isEmpty()) {
            String what = isAnyWritten ? "no sample with a value in " + String.join(", ", never) : "no sample";
            findings.problem(
                    peer.version(),
                    peer.name(),
                    first.sample(),
                    first.facts()
                            .withProblem(
                                    what + " can be written: " + first.facts().problem()));
        }
    }
}
