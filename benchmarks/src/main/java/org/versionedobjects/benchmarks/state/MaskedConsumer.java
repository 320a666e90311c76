package org.versionedobjects.benchmarks.state;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.versionedobjects.benchmarks.race.Call;

/** The limit: a plain object whose setters compare and set a bit. */
final class MaskedConsumer implements Tracked {
    static final String NAME = "Plain object with a bit mask";

    long id = 4711;

    UUID uuid = new UUID(1, 2);

    Object project = "project";

    Object user = "user";

    Instant createdAt = Instant.EPOCH;

    Instant updatedAt = Instant.EPOCH;

    long consumerTypeId = 1;
    private long generation;
    private int changed;

    @Override
    public void setGeneration(long value) {
        if (value != generation) {
            generation = value;
            changed |= 1 << GENERATION;
        }
    }

    @Override
    public boolean isChanged(int field) {
        return (changed >>> field & 1) != 0;
    }

    @Override
    public void reset() {
        changed = 0;
    }

    static TrackedWay way() {
        return new TrackedWay(NAME, MaskedConsumer::new, loops());
    }

    private static Call loops() {
        MaskedConsumer[] all = new MaskedConsumer[TrackedWay.OBJECTS];
        Arrays.setAll(all, i -> new MaskedConsumer());
        long[] generation = new long[1];
        return () -> {
            long next = ++generation[0];
            int seen = 0;
            for (MaskedConsumer each : all) {
                each.setGeneration(next);
            }
            for (MaskedConsumer each : all) {
                for (int field = 0; field < FIELDS; field++) {
                    if (each.isChanged(field)) {
                        seen++;
                    }
                }
            }
            for (MaskedConsumer each : all) {
                each.reset();
            }
            return seen;
        };
    }
}
