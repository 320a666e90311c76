package org.versionedobjects.benchmarks.database.ebean;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A user. */
@Entity
@Table(name = "users")
public class UserBean {
    @Id
    private Long id;

    private String externalId;

    public Long getId() {
        return id;
    }

    public void setId(Long value) {
        id = value;
    }

    public String getExternalId() {
        return externalId;
    }

    public void setExternalId(String value) {
        externalId = value;
    }
}
