package org.versionedobjects.benchmarks.json.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.avaje.jsonb.Json;

/** The data of a project or user. */
@Json
@JsonPropertyOrder({"id", "external_id"})
public class OwnerBean {
    @JsonProperty("id")
    @Json.Property("id")
    private long id;

    @JsonProperty("external_id")
    @Json.Property("external_id")
    private String externalId;

    public long getId() {
        return id;
    }

    public void setId(long value) {
        id = value;
    }

    public String getExternalId() {
        return externalId;
    }

    public void setExternalId(String value) {
        externalId = value;
    }
}
