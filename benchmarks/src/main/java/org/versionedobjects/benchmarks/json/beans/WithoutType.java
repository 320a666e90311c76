package org.versionedobjects.benchmarks.json.beans;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.jonpeterson.jackson.module.versioning.VersionedModelConverter;

/** Makes 1.0 of a consumer of 1.1: the field that came with 1.1 goes. */
public class WithoutType implements VersionedModelConverter {
    @Override
    public ObjectNode convert(
            ObjectNode modelData, String modelVersion, String targetModelVersion, JsonNodeFactory nodeFactory) {
        ((ObjectNode) modelData.get("versioned_object.data")).remove("consumer_type_id");
        return modelData;
    }
}
