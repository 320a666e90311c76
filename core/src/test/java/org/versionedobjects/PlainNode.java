package org.versionedobjects;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Plain Java values as the validator wants them. */
record PlainNode(@Nullable Object value, String getJsonPointer) implements JsonNode {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Parses texts; passes over nodes that are made. */
    static final class Factory implements JsonNodeFactory {
        @Override
        public JsonNode wrap(Object node) {
            return node instanceof JsonNode made ? made : new PlainNode(node, "");
        }

        @Override
        public JsonNode create(String json) {
            return new PlainNode(JSON.readValue(json, Object.class), "");
        }
    }

    @Override
    public SimpleType getNodeType() {
        if (value instanceof Number) {
            boolean whole = asNumber().stripTrailingZeros().scale() <= 0;
            return whole ? SimpleType.INTEGER : SimpleType.NUMBER;
        }
        if (value instanceof Map) {
            return SimpleType.OBJECT;
        }
        if (value instanceof List) {
            return SimpleType.ARRAY;
        }
        if (value instanceof Boolean) {
            return SimpleType.BOOLEAN;
        }
        return value == null ? SimpleType.NULL : SimpleType.STRING;
    }

    @Override
    public boolean asBoolean() {
        return (Boolean) value;
    }

    @Override
    public String asString() {
        return String.valueOf(value);
    }

    @Override
    public BigInteger asInteger() {
        return asNumber().toBigInteger();
    }

    @Override
    public BigDecimal asNumber() {
        return new BigDecimal(value.toString());
    }

    @Override
    public List<JsonNode> asArray() {
        List<JsonNode> nodes = new ArrayList<>();
        for (Object each : (List<?>) value) {
            nodes.add(new PlainNode(each, getJsonPointer + "/" + nodes.size()));
        }
        return nodes;
    }

    @Override
    public Map<String, JsonNode> asObject() {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        ((Map<?, ?>) value)
                .forEach((key, each) -> nodes.put(
                        (String) key,
                        new PlainNode(each, getJsonPointer + "/" + JsonNode.encodeJsonPointer((String) key))));
        return nodes;
    }
}
