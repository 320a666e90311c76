package org.versionedobjects.benchmarks.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.jonpeterson.jackson.module.versioning.VersioningModule;
import org.versionedobjects.benchmarks.json.beans.VersionedEnvelope;

/** jackson-module-model-versioning, which knows how to write a consumer for a peer of 1.0. */
final class ModelVersioning {
    static final String NAME = "jackson-module-model-versioning";

    private final ObjectWriter writer = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new VersioningModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build()
            .writerFor(VersionedEnvelope.class);
    private final VersionedEnvelope consumer;

    ModelVersioning(ConsumerFacts facts) {
        consumer = Beans.versioned(facts);
    }

    byte[] writeOld() throws JsonProcessingException {
        return writer.writeValueAsBytes(consumer);
    }
}
