package org.versionedobjects.benchmarks.state;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jooq.impl.TableRecordImpl;
import org.versionedobjects.benchmarks.race.Call;

/** A record of jOOQ, of a table with eight columns, as its generator makes them. */
final class JooqConsumer implements Tracked {
    static final String NAME = "jOOQ record";

    private static final class ConsumersRecord extends TableRecordImpl<ConsumersRecord> {
        private static final long serialVersionUID = 1;

        ConsumersRecord() {
            super(Consumers.TABLE);
        }

        void setGeneration(Long value) {
            set(Consumers.TABLE.generation, value);
        }
    }

    private static final class Consumers extends TableImpl<ConsumersRecord> {
        private static final long serialVersionUID = 1;
        static final Consumers TABLE = new Consumers();

        final transient TableField<ConsumersRecord, Long> id =
                createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);
        final transient TableField<ConsumersRecord, String> uuid =
                createField(DSL.name("uuid"), SQLDataType.VARCHAR(36).nullable(false), this);
        final transient TableField<ConsumersRecord, Long> projectId =
                createField(DSL.name("project_id"), SQLDataType.BIGINT, this);
        final transient TableField<ConsumersRecord, Long> userId =
                createField(DSL.name("user_id"), SQLDataType.BIGINT, this);
        final transient TableField<ConsumersRecord, Long> generation =
                createField(DSL.name("generation"), SQLDataType.BIGINT.nullable(false), this);
        final transient TableField<ConsumersRecord, Long> consumerTypeId =
                createField(DSL.name("consumer_type_id"), SQLDataType.BIGINT, this);
        final transient TableField<ConsumersRecord, LocalDateTime> createdAt =
                createField(DSL.name("created_at"), SQLDataType.LOCALDATETIME(6), this);
        final transient TableField<ConsumersRecord, LocalDateTime> updatedAt =
                createField(DSL.name("updated_at"), SQLDataType.LOCALDATETIME(6), this);

        Consumers() {
            super(DSL.name("consumers"));
        }

        @Override
        public Class<ConsumersRecord> getRecordType() {
            return ConsumersRecord.class;
        }
    }

    private final ConsumersRecord consumer = new ConsumersRecord();

    /** Returns a record that is filled as if it had been loaded. */
    static Record filled(int number) {
        ConsumersRecord filled = new ConsumersRecord();
        Consumers table = Consumers.TABLE;
        filled.set(table.id, (long) number + 1000);
        filled.set(table.uuid, new UUID(number, number).toString());
        filled.set(table.projectId, (long) number + 2000);
        filled.set(table.userId, (long) number + 3000);
        filled.set(table.generation, (long) number + 4000);
        filled.set(table.consumerTypeId, 1L);
        filled.set(table.createdAt, LocalDateTime.of(2026, 11, 24, 10, 0).plusSeconds(number));
        filled.set(table.updatedAt, LocalDateTime.of(2026, 11, 24, 11, 0).plusSeconds(number));
        filled.changed(false);
        return filled;
    }

    @Override
    public void setGeneration(long value) {
        consumer.setGeneration(value);
    }

    @Override
    public boolean isChanged(int field) {
        return consumer.changed(field);
    }

    @Override
    public void reset() {
        consumer.changed(false);
    }

    static TrackedWay way() {
        return new TrackedWay(NAME, JooqConsumer::new, loops());
    }

    private static Call loops() {
        JooqConsumer[] all = new JooqConsumer[TrackedWay.OBJECTS];
        Arrays.setAll(all, i -> new JooqConsumer());
        long[] generation = new long[1];
        return () -> {
            long next = ++generation[0];
            int seen = 0;
            for (JooqConsumer each : all) {
                each.setGeneration(next);
            }
            for (JooqConsumer each : all) {
                for (int field = 0; field < FIELDS; field++) {
                    if (each.isChanged(field)) {
                        seen++;
                    }
                }
            }
            for (JooqConsumer each : all) {
                each.reset();
            }
            return seen;
        };
    }
}
