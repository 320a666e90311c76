package org.versionedobjects.persistence;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How often, and after what pauses, an outermost {@code modify} runs again. Pauses are drawn at random from a range
 * that doubles, so that those who collided once do not do so again.
 */
final class Retries {
    private static final int MOST_ATTEMPTS = 12;
    private static final int LONGEST_PAUSE_MILLIS = 100;

    private int attempts = 1;

    /** Pauses and returns whether to run again; false if it ran often enough or the failure would only come again. */
    boolean again(RuntimeException failure) {
        if (!mayPass(failure) || attempts >= MOST_ATTEMPTS) {
            return false;
        }
        return pause(Math.min(LONGEST_PAUSE_MILLIS, 1 << attempts++));
    }

    private static boolean mayPass(RuntimeException failure) {
        if (failure instanceof StoreException store) {
            return store.isRetryable() || store.kind() == FailureKind.CONCURRENT_UPDATE;
        }
        return false;
    }

    private static boolean pause(int mostMillis) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(mostMillis) + 1L);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
