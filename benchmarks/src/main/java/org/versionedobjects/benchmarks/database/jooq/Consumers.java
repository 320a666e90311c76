package org.versionedobjects.benchmarks.database.jooq;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jooq.Identity;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** The table of consumers, whose generation is the version of a row. */
public final class Consumers extends TableImpl<ConsumersRecord> {
    private static final long serialVersionUID = 1;

    /** The table. */
    public static final Consumers CONSUMERS = new Consumers();

    /** Given by the database. */
    public final transient TableField<ConsumersRecord, Long> id =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);

    /** Given by who makes the consumer. */
    public final transient TableField<ConsumersRecord, UUID> uuid =
            createField(DSL.name("uuid"), SQLDataType.UUID.nullable(false), this);

    /** The key of its project. */
    public final transient TableField<ConsumersRecord, Long> projectId =
            createField(DSL.name("project_id"), SQLDataType.BIGINT.nullable(false), this);

    /** The key of its user. */
    public final transient TableField<ConsumersRecord, Long> userId =
            createField(DSL.name("user_id"), SQLDataType.BIGINT.nullable(false), this);

    /** One more after each update. */
    public final transient TableField<ConsumersRecord, Long> generation =
            createField(DSL.name("generation"), SQLDataType.BIGINT.nullable(false), this);

    /** The key of its type. */
    public final transient TableField<ConsumersRecord, Long> consumerTypeId =
            createField(DSL.name("consumer_type_id"), SQLDataType.BIGINT, this);

    /** When it was inserted. */
    public final transient TableField<ConsumersRecord, LocalDateTime> createdAt =
            createField(DSL.name("created_at"), SQLDataType.LOCALDATETIME(6), this);

    /** When it was updated. */
    public final transient TableField<ConsumersRecord, LocalDateTime> updatedAt =
            createField(DSL.name("updated_at"), SQLDataType.LOCALDATETIME(6), this);

    private Consumers() {
        super(DSL.name("consumers"));
    }

    @Override
    public Class<ConsumersRecord> getRecordType() {
        return ConsumersRecord.class;
    }

    @Override
    public Identity<ConsumersRecord, Long> getIdentity() {
        return Internal.createIdentity(this, id);
    }

    @Override
    public UniqueKey<ConsumersRecord> getPrimaryKey() {
        return Internal.createUniqueKey(this, DSL.name("consumers_pkey"), id);
    }

    @Override
    public TableField<ConsumersRecord, Long> getRecordVersion() {
        return generation;
    }
}
