package org.versionedobjects.benchmarks.json.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.avaje.jsonb.Json;

/** The envelope of a consumer. */
@Json
@JsonPropertyOrder({
    "versioned_object.name",
    "versioned_object.namespace",
    "versioned_object.version",
    "versioned_object.data"
})
public class ConsumerEnvelope extends EnvelopeBean {
    @JsonProperty("versioned_object.data")
    @Json.Property("versioned_object.data")
    private ConsumerBean data;

    public ConsumerBean getData() {
        return data;
    }

    public void setData(ConsumerBean value) {
        data = value;
    }
}
