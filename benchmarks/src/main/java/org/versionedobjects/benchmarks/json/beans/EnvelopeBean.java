package org.versionedobjects.benchmarks.json.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.avaje.jsonb.Json;

/** What every envelope says before its data. */
public abstract class EnvelopeBean {
    @JsonProperty("versioned_object.name")
    @Json.Property("versioned_object.name")
    private String name;

    @JsonProperty("versioned_object.namespace")
    @Json.Property("versioned_object.namespace")
    private String namespace;

    @JsonProperty("versioned_object.version")
    @Json.Property("versioned_object.version")
    private String version;

    public String getName() {
        return name;
    }

    public void setName(String value) {
        name = value;
    }

    public String getNamespace() {
        return namespace;
    }

    public void setNamespace(String value) {
        namespace = value;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String value) {
        version = value;
    }
}
