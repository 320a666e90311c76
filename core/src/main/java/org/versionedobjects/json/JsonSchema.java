package org.versionedobjects.json;

import java.util.Map;

/**
 * The JSON Schema (2020-12) of what a codec writes for one type in one version: the envelope, and in {@code $defs} every
 * other type that can stand in it, each in its version. Made by {@link ObjectCodec#schema}.
 *
 * <p>The partial form demands no field, since any field may be unset. {@link #complete} demands those that are not
 * nullable, in every object. Keys are in the same order each time. What a validator does not know is allowed by either,
 * since readers pass over it.
 *
 * <p>Immutable and thread-safe.
 */
public final class JsonSchema {
    private final SchemaSource source;
    private final Map<String, Object> content;

    /** Makes either form of one schema. */
    interface SchemaSource {
        Map<String, Object> make(boolean isComplete);

        String write(Map<String, Object> schema);
    }

    private JsonSchema(SchemaSource source, Map<String, Object> content) {
        this.source = source;
        this.content = content;
    }

    static JsonSchema partial(SchemaSource source) {
        return new JsonSchema(source, source.make(false));
    }

    /** Returns this schema with every field demanded that is not nullable. */
    public JsonSchema complete() {
        return new JsonSchema(source, source.make(true));
    }

    /** Returns the schema as maps, lists, text, numbers, true and false; unmodifiable. */
    public Map<String, Object> toPrimitive() {
        return content;
    }

    /**
     * Returns the schema as JSON text, without blanks.
     *
     * @throws org.versionedobjects.LimitExceededException if it is larger than the codec's limits allow
     */
    public String toJson() {
        return source.write(content);
    }

    /** Returns the JSON text. */
    @Override
    public String toString() {
        return toJson();
    }
}
