package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;

/** Collects what comes of round trips. Confined to one thread. */
final class RoundTripFindings {
    private final List<RoundTripProblem> problems = new ArrayList<>();
    private final List<RoundTripProblem> refused = new ArrayList<>();
    private int types;
    private int versions;
    private int objects;
    private int documents;
    private @Nullable ObjectType<?> type;

    /** Goes on to a type, of which some versions are written. */
    void begin(ObjectType<?> next, List<Version> written) {
        type = next;
        versions += (int) written.stream().distinct().count();
    }

    void end(int samples) {
        types++;
        objects += samples;
    }

    void written() {
        documents++;
    }

    void problem(Version version, String peer, String sample, Facts facts) {
        add(problems, located(version, peer, sample, facts));
    }

    /** Returns what was refused, told of once. */
    RoundTripProblem refused(Version version, String peer, String sample, Facts facts) {
        RoundTripProblem one = located(version, peer, sample, facts);
        add(refused, one);
        return one;
    }

    private RoundTripProblem located(Version version, String peer, String sample, Facts facts) {
        String name = type == null ? facts.object() : type.qualifiedName();
        return new RoundTripProblem(facts.withObject(name, version), peer, sample, 0);
    }

    private static void add(List<RoundTripProblem> all, RoundTripProblem one) {
        LikeOnes.add(all, one, RoundTripProblem::isLike, RoundTripProblem::oneMore);
    }

    RoundTripReport report() {
        return new RoundTripReport(problems, refused, types, versions, objects, documents);
    }
}
