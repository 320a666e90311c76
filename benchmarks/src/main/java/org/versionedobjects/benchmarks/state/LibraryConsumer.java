package org.versionedobjects.benchmarks.state;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.versionedobjects.Field;
import org.versionedobjects.benchmarks.race.Call;
import org.versionedobjects.examples.quickstart.Consumer;
import org.versionedobjects.examples.quickstart.Project;
import org.versionedobjects.examples.quickstart.User;

/** The library's consumer, with project and user in it, which are asked as well. */
final class LibraryConsumer implements Tracked {
    static final String NAME = "Versioned Objects";
    static final String BY_FIELD = "Versioned Objects, field by field";
    static final String WITH_VALUES = "Versioned Objects, changes()";

    private static final Field<?>[] ALL = {
        Consumer.ID,
        Consumer.UUID,
        Consumer.PROJECT,
        Consumer.USER,
        Consumer.GENERATION,
        Consumer.CONSUMER_TYPE_ID,
        Consumer.CREATED_AT,
        Consumer.UPDATED_AT
    };

    private final Consumer consumer = Consumer.TYPE
            .with(Consumer.ID, 4711L)
            .with(Consumer.UUID, new UUID(1, 2))
            .with(
                    Consumer.PROJECT,
                    Project.TYPE.with(Project.EXTERNAL_ID, "project").build())
            .with(Consumer.USER, User.TYPE.with(User.EXTERNAL_ID, "user").build())
            .with(Consumer.GENERATION, 0L)
            .with(Consumer.CONSUMER_TYPE_ID, 1L)
            .with(Consumer.CREATED_AT, Instant.EPOCH)
            .with(Consumer.UPDATED_AT, Instant.EPOCH)
            .build();

    LibraryConsumer() {
        consumer.resetChangesDeep();
    }

    @Override
    public void setGeneration(long value) {
        consumer.set(Consumer.GENERATION, value);
    }

    @Override
    public boolean isChanged(int field) {
        return consumer.isChanged(ALL[field]);
    }

    @Override
    public void reset() {
        consumer.resetChanges();
    }

    static TrackedWay way() {
        return new TrackedWay(NAME, LibraryConsumer::new, loops());
    }

    private static Call loops() {
        LibraryConsumer[] all = new LibraryConsumer[TrackedWay.OBJECTS];
        Arrays.setAll(all, i -> new LibraryConsumer());
        long[] generation = new long[1];
        return () -> {
            long next = ++generation[0];
            int seen = 0;
            for (LibraryConsumer each : all) {
                each.setGeneration(next);
            }
            for (LibraryConsumer each : all) {
                seen += each.consumer.changedFields().size();
            }
            for (LibraryConsumer each : all) {
                each.reset();
            }
            return seen;
        };
    }

    /** Returns the kind that asks for each field by itself. */
    static TrackedWay wayByField() {
        return new TrackedWay(BY_FIELD, LibraryConsumer::new, loopsByField());
    }

    private static Call loopsByField() {
        LibraryConsumer[] all = new LibraryConsumer[TrackedWay.OBJECTS];
        Arrays.setAll(all, i -> new LibraryConsumer());
        long[] generation = new long[1];
        return () -> {
            long next = ++generation[0];
            int seen = 0;
            for (LibraryConsumer each : all) {
                each.setGeneration(next);
            }
            for (LibraryConsumer each : all) {
                for (int field = 0; field < FIELDS; field++) {
                    if (each.isChanged(field)) {
                        seen++;
                    }
                }
            }
            for (LibraryConsumer each : all) {
                each.reset();
            }
            return seen;
        };
    }

    /** Returns the kind that asks for all changes at once, with what was there before. */
    static TrackedWay wayWithValues() {
        return new TrackedWay(WITH_VALUES, LibraryConsumer::new, loopsWithValues());
    }

    private static Call loopsWithValues() {
        LibraryConsumer[] all = new LibraryConsumer[TrackedWay.OBJECTS];
        Arrays.setAll(all, i -> new LibraryConsumer());
        long[] generation = new long[1];
        return () -> {
            long next = ++generation[0];
            int seen = 0;
            for (LibraryConsumer each : all) {
                each.setGeneration(next);
            }
            for (LibraryConsumer each : all) {
                seen += each.consumer.changes().fields().size();
            }
            for (LibraryConsumer each : all) {
                each.reset();
            }
            return seen;
        };
    }
}
