package org.versionedobjects.benchmarks.json.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.jonpeterson.jackson.module.versioning.JsonVersionedModel;

/** The envelope of a consumer for jackson-module-model-versioning, which writes the version itself. */
@JsonVersionedModel(
        currentVersion = "1.1",
        defaultSerializeToVersion = "1.0",
        toPastConverterClass = WithoutType.class,
        propertyName = "versioned_object.version")
public class VersionedEnvelope {
    @JsonProperty("versioned_object.name")
    private String name;

    @JsonProperty("versioned_object.namespace")
    private String namespace;

    @JsonProperty("versioned_object.data")
    private ConsumerBean data;

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

    public ConsumerBean getData() {
        return data;
    }

    public void setData(ConsumerBean value) {
        data = value;
    }
}
