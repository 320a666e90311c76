package org.versionedobjects.benchmarks.database.jooq;

import org.jooq.impl.UpdatableRecordImpl;

/** A row of the table of consumers. */
public final class ConsumersRecord extends UpdatableRecordImpl<ConsumersRecord> {
    private static final long serialVersionUID = 1;

    /** Makes an empty one. */
    public ConsumersRecord() {
        super(Consumers.CONSUMERS);
    }
}
