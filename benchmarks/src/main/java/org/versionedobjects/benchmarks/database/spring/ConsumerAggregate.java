package org.versionedobjects.benchmarks.database.spring;

import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;
import org.springframework.data.relational.core.mapping.Table;

/** A consumer. */
@Table("consumers")
public class ConsumerAggregate {
    /** Given by the database. */
    @Id
    public Long id;

    /** Given by who makes the consumer. */
    @InsertOnlyProperty
    public UUID uuid;

    /** Its project. */
    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "project_")
    public Owner project;

    /** Its user. */
    @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "user_")
    public Owner user;

    /** One more after each update. */
    @Version
    public Long generation;

    /** The key of its type. */
    public Long consumerTypeId;

    /** When it was inserted. */
    @InsertOnlyProperty
    public LocalDateTime createdAt;

    /** When it was updated. */
    public LocalDateTime updatedAt;
}
