package org.versionedobjects.benchmarks.database.ebean;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import java.util.UUID;

/** A consumer. */
@Entity
@Table(name = "consumers")
public class ConsumerBean {
    @Id
    private Long id;

    private UUID uuid;

    @ManyToOne
    private ProjectBean project;

    @ManyToOne
    private UserBean user;

    @Version
    private Long generation;

    private Long consumerTypeId;

    @Column(updatable = false)
    private LocalDateTime createdAt;

    @Column(insertable = false)
    private LocalDateTime updatedAt;

    public Long getId() {
        return id;
    }

    public void setId(Long value) {
        id = value;
    }

    public UUID getUuid() {
        return uuid;
    }

    public void setUuid(UUID value) {
        uuid = value;
    }

    public ProjectBean getProject() {
        return project;
    }

    public void setProject(ProjectBean value) {
        project = value;
    }

    public UserBean getUser() {
        return user;
    }

    public void setUser(UserBean value) {
        user = value;
    }

    public Long getGeneration() {
        return generation;
    }

    public void setGeneration(Long value) {
        generation = value;
    }

    public Long getConsumerTypeId() {
        return consumerTypeId;
    }

    public void setConsumerTypeId(Long value) {
        consumerTypeId = value;
    }

    public LocalDateTime getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(LocalDateTime value) {
        createdAt = value;
    }

    public LocalDateTime getUpdatedAt() {
        return updatedAt;
    }

    public void setUpdatedAt(LocalDateTime value) {
        updatedAt = value;
    }
}
