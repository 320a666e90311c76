package org.versionedobjects.persistence.migration;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Says yes once in a while, the first time when that has passed since it was made. */
final class Every {
    private static final long FEW_SECONDS = 5;
    private static final long BLINK_MILLIS = 100;

    private final long nanos;
    private final LongSupplier nanoTime;
    private long last;

    private Every(long nanos, LongSupplier nanoTime) {
        this.nanos = nanos;
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong();
    }

    static Every fewSeconds(LongSupplier nanoTime) {
        return new Every(TimeUnit.SECONDS.toNanos(FEW_SECONDS), nanoTime);
    }

    static Every blink(LongSupplier nanoTime) {
        return new Every(TimeUnit.MILLISECONDS.toNanos(BLINK_MILLIS), nanoTime);
    }

    boolean isDue() {
        long now = nanoTime.getAsLong();
        if (now - last < nanos) {
            return false;
        }
        last = now;
        return true;
    }
}
