package org.versionedobjects.benchmarks.database.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A user. */
@Entity
@Table(name = "users")
public class UserEntity {
    /** Given by the database. */
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Its name elsewhere. */
    @Column(name = "external_id")
    public String externalId;
}
