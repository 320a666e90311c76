package org.versionedobjects.persistence;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How often, and after what pauses, a whole transaction runs again when others were in the way. Pauses are drawn at
 * random from a range that doubles, so that those who collided once do not do so again.
 *
 * @param attempts how often it runs at most, 1 or more
 * @param firstPause the longest pause before the second run, more than zero
 * @param longestPause what no pause exceeds
 * @param concurrentUpdates whether it runs again after a {@link ConcurrentUpdateConflict}, too: only right where the
 *     work loads what it saves
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause, boolean concurrentUpdates) {
    private static final int STANDARD_ATTEMPTS = 12;
    private static final Duration STANDARD_FIRST = Duration.ofMillis(2);
    private static final Duration STANDARD_LONGEST = Duration.ofMillis(100);

    /** Checks the numbers. */
    public RetryPolicy {
        Objects.requireNonNull(firstPause, "firstPause");
        Objects.requireNonNull(longestPause, "longestPause");
        if (attempts < 1) {
            throw new IllegalArgumentException("A transaction runs at least once, but attempts is " + attempts);
        }
        if (firstPause.isNegative() || firstPause.isZero() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("Pauses are longer than zero and the longest is not the shorter one, but"
                    + " they are " + firstPause + " and " + longestPause);
        }
    }

    /** Returns the policy of twelve attempts with pauses of at most 2 to 100 milliseconds. */
    public static RetryPolicy standard() {
        return new RetryPolicy(STANDARD_ATTEMPTS, STANDARD_FIRST, STANDARD_LONGEST, false);
    }

    /** Returns this policy with another number of attempts. */
    public RetryPolicy atMost(int newAttempts) {
        return new RetryPolicy(newAttempts, firstPause, longestPause, concurrentUpdates);
    }

    /** Returns this policy with other pauses. */
    public RetryPolicy pausing(Duration first, Duration longest) {
        return new RetryPolicy(attempts, first, longest, concurrentUpdates);
    }

    /** Returns this policy for concurrent updates, too. */
    public RetryPolicy alsoConcurrentUpdates() {
        return new RetryPolicy(attempts, firstPause, longestPause, true);
    }

    /** Returns whether running again may help. */
    boolean mayPass(StoreException failure) {
        return failure.isRetryable() || (concurrentUpdates && failure.kind() == FailureKind.CONCURRENT_UPDATE);
    }

    /**
     * Pauses before another run, and returns whether there is to be one: false if it ran often enough, the failure would
     * only come again, or the thread was interrupted.
     */
    boolean again(StoreException failure, int runs) {
        return runs < attempts && mayPass(failure) && pause(runs);
    }

    private boolean pause(int runs) {
        long first = firstPause.toNanos();
        long longest = longestPause.toNanos();
        int doublings = Math.min(runs - 1, Long.numberOfLeadingZeros(first) - 2);
        long most = Math.min(longest, first << Math.max(doublings, 0));
        try {
            TimeUnit.NANOSECONDS.sleep(ThreadLocalRandom.current().nextLong(most) + 1);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
