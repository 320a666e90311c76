package org.versionedobjects;

import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.ValidatorFactory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a validator that knows nothing of this library. It checks each schema against its dialect first. */
public final class JsonSchemas {
    private static final JsonNodeFactory NODES = new PlainNode.Factory();
    private static final ValidatorFactory LAX = new ValidatorFactory().withJsonNodeFactory(NODES);
    private static final ValidatorFactory STRICT =
            new ValidatorFactory().withJsonNodeFactory(NODES).withEvaluatorFactory(new FormatEvaluatorFactory());

    private JsonSchemas() {}

    /** Returns what is wrong with JSON text, formats being remarks. */
    public static List<String> errors(String schema, String json) {
        return LAX.validate(schema, json).getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }

    /** Returns whether a plain value is valid against a schema in plain maps, formats being remarks. */
    public static boolean accepts(Map<String, ?> schema, @Nullable Object value) {
        return LAX.validate((Object) schema, new PlainNode(value, "")).isValid();
    }

    /** Returns whether a plain value is valid against a schema in plain maps, formats being checked. */
    public static boolean acceptsStrictly(Map<String, ?> schema, @Nullable Object value) {
        return STRICT.validate((Object) schema, new PlainNode(value, "")).isValid();
    }
}
