package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.docs.Models.Consumer;
import org.versionedobjects.docs.Models.Project;
import org.versionedobjects.json.JsonSchema;
import org.versionedobjects.json.ObjectCodec;

/** The blocks of the page on JSON Schema. */
class SchemaTest {
    private static final ObjectCodec CODEC = ObjectCodec.of(ObjectRegistry.of(Consumer.TYPE, Project.TYPE));

    private static Consumer consumer() {
        return Consumer.TYPE
                .with(
                        Consumer.PROJECT,
                        Project.TYPE.with(Project.EXTERNAL_ID, "demo").build())
                .with(Consumer.CONSUMER_TYPE_ID, 4L)
                .build();
    }

    /** Returns where what is wrong, by a validator that knows nothing of this library. */
    private static List<String> errors(JsonSchema schema, String json) {
        ValidatorFactory validators = new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory());
        return validators.validate(schema.toJson(), json).getErrors().stream()
                .map(Error::getInstanceLocation)
                .toList();
    }

    @Test
    void schema() {
        // tag::schema[]
        JsonSchema schema = CODEC.schema(Consumer.TYPE);

        String json = CODEC.toJson(consumer());
        assertThat(errors(schema, json)).isEmpty(); // of a validator

        String spoiled = json.replace("\"consumer_type_id\":4", "\"consumer_type_id\":\"four\"");
        assertThat(errors(schema, spoiled)).contains("/versioned_object.data/consumer_type_id");
        // end::schema[]
        assertThat(schema.toJson()).contains("placement.Consumer@1.1").contains("placement.Project@1.0");
    }

    @Test
    void older() {
        // tag::older[]
        String schema = CODEC.forPeer(CODEC.registry().manifest(Consumer.TYPE))
                .schema(Consumer.TYPE, "1.0")
                .toJson();

        assertThat(schema).contains("placement.Consumer@1.0").doesNotContain("consumer_type_id");
        // end::older[]
    }

    @Test
    void complete() {
        // tag::complete[]
        String empty = CODEC.toJson(Consumer.TYPE.newObject());

        assertThat(errors(CODEC.schema(Consumer.TYPE), empty)).isEmpty();
        assertThat(errors(CODEC.schema(Consumer.TYPE).complete(), empty)).contains("/versioned_object.data");
        // end::complete[]
    }
}
