package org.versionedobjects.lock;

import com.google.common.base.Suppliers;
import java.util.List;
import java.util.function.Supplier;
import org.versionedobjects.Facts;
import org.versionedobjects.Version;

/** Sends populated objects to every recorded version and back: one check for each type. */
final class RoundTripChecks {
    private static final String CURE =
            "let the history of the field say what older peers get and what is made of what they send, or its functions do it";

    private RoundTripChecks() {}

    static List<VersionCheck> of(CheckSetup setup) {
        VersionLock lock = setup.readableLock().updated(setup.registry());
        Supplier<List<RoundTripProblem>> problems = Suppliers.memoize(() ->
                RoundTrips.of(lock, setup.samples()).with(setup.codec()).check().problems());
        return setup.registry().types().stream()
                .map(LockBuilder::id)
                .map(id -> new VersionCheck(
                        "round trips", id + " to every version and back", () -> problems(problems.get(), id)))
                .toList();
    }

    private static List<VersionProblem> problems(List<RoundTripProblem> problems, LockedType.Id id) {
        return problems.stream()
                .filter(each -> isOf(each.facts(), id))
                .map(RoundTripChecks::problem)
                .toList();
    }

    private static VersionProblem problem(RoundTripProblem problem) {
        String advice = problem.facts().advice();
        RoundTripProblem bare = new RoundTripProblem(
                problem.facts().withAdvice(null), problem.peer(), problem.sample(), problem.more());
        return new VersionProblem(bare.toString(), advice == null ? CURE : advice);
    }

    private static boolean isOf(Facts facts, LockedType.Id id) {
        Version version = facts.version();
        return id.qualifiedName().equals(facts.object()) && (version == null || version.major() == id.major());
    }
}
