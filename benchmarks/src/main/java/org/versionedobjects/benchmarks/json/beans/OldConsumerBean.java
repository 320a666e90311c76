package org.versionedobjects.benchmarks.json.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.UUID;

/** The data of a consumer of 1.0, which had no type. */
@Json
@JsonPropertyOrder({"id", "uuid", "project", "user", "generation", "created_at", "updated_at"})
public class OldConsumerBean {
    @JsonProperty("id")
    @Json.Property("id")
    private long id;

    @JsonProperty("uuid")
    @Json.Property("uuid")
    private UUID uuid;

    @JsonProperty("project")
    @Json.Property("project")
    private OwnerEnvelope project;

    @JsonProperty("user")
    @Json.Property("user")
    private OwnerEnvelope user;

    @JsonProperty("generation")
    @Json.Property("generation")
    private long generation;

    @JsonProperty("created_at")
    @Json.Property("created_at")
    private Instant createdAt;

    @JsonProperty("updated_at")
    @Json.Property("updated_at")
    private Instant updatedAt;

    public long getId() {
        return id;
    }

    public void setId(long value) {
        id = value;
    }

    public UUID getUuid() {
        return uuid;
    }

    public void setUuid(UUID value) {
        uuid = value;
    }

    public OwnerEnvelope getProject() {
        return project;
    }

    public void setProject(OwnerEnvelope value) {
        project = value;
    }

    public OwnerEnvelope getUser() {
        return user;
    }

    public void setUser(OwnerEnvelope value) {
        user = value;
    }

    public long getGeneration() {
        return generation;
    }

    public void setGeneration(long value) {
        generation = value;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(Instant value) {
        createdAt = value;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public void setUpdatedAt(Instant value) {
        updatedAt = value;
    }
}
