package org.versionedobjects.benchmarks.json.beans;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.avaje.jsonb.Json;
import java.util.List;

/** The data of a list of consumers. */
@Json
public class ConsumerListBean {
    @JsonProperty("objects")
    @Json.Property("objects")
    private List<ConsumerEnvelope> objects;

    public List<ConsumerEnvelope> getObjects() {
        return objects;
    }

    public void setObjects(List<ConsumerEnvelope> value) {
        objects = value;
    }
}
