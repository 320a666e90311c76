package org.versionedobjects.benchmarks.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A way with plain objects. */
abstract class PlainWay implements DatabaseWay<PlainConsumer> {
    static final String KEY = "id";

    @Override
    public PlainConsumer make(ConsumerRow row) {
        return PlainConsumer.of(row);
    }

    @Override
    public ConsumerRow row(PlainConsumer consumer) {
        return consumer.row();
    }

    @Override
    public void changeType(PlainConsumer consumer, long typeId) {
        consumer.consumerTypeId = typeId;
    }

    @Override
    public void close() {
        // nothing is open between two calls
    }

    /** Returns the time that a column is to hold: in microseconds. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    static LocalDateTime column(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** Returns the time for those whose objects hold what the column does. */
    static LocalDateTime columnNow() {
        return column(now());
    }
}
