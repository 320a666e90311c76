package org.versionedobjects.benchmarks.database.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import java.util.UUID;

/** A consumer, with ids from a sequence. */
@Entity
@Table(name = "consumers")
public class ConsumerEntity {
    /** The sequence of its ids. */
    public static final String IDS = "consumer_ids";

    /** How many ids one call of the sequence gives. */
    public static final int IDS_AT_ONCE = 100;

    /** Given by the sequence. */
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = IDS)
    @SequenceGenerator(name = IDS, sequenceName = IDS, allocationSize = IDS_AT_ONCE)
    public Long id;

    /** Given by who makes the consumer. */
    @Column(updatable = false)
    public UUID uuid;

    /** Its project. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "project_id")
    public ProjectEntity project;

    /** Its user. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id")
    public UserEntity user;

    /** One more after each update. */
    @Version
    public Long generation;

    /** The key of its type. */
    @Column(name = "consumer_type_id")
    public Long consumerTypeId;

    /** When it was inserted. */
    @Column(name = "created_at", updatable = false)
    public LocalDateTime createdAt;

    /** When it was updated. */
    @Column(name = "updated_at", insertable = false)
    public LocalDateTime updatedAt;
}
