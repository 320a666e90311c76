package org.versionedobjects.benchmarks.json.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.UUID;

/** The data of a consumer. */
@Json
@JsonPropertyOrder({"id", "uuid", "project", "user", "generation", "consumer_type_id", "created_at", "updated_at"})
public class ConsumerBean {
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

    @JsonProperty("consumer_type_id")
    @Json.Property("consumer_type_id")
    private long consumerTypeId;

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

    public long getConsumerTypeId() {
        return consumerTypeId;
    }

    public void setConsumerTypeId(long value) {
        consumerTypeId = value;
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
