package org.versionedobjects.benchmarks.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as Python's json.dumps writes it, a blank after each comma and colon, and the version of an envelope after its data. */
final class PythonText {
    private static final String VERSION = "versioned_object.version";

    private PythonText() {}

    static byte[] of(byte[] json) {
        StringBuilder text = new StringBuilder();
        append(JsonMapper.shared().readTree(json), text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(JsonNode node, StringBuilder text) {
        if (!node.isObject()) {
            text.append(node);
            return;
        }
        List<String> names = new ArrayList<>(node.propertyNames());
        if (names.remove(VERSION)) {
            names.add(VERSION);
        }
        String separator = "{";
        for (String name : names) {
            text.append(separator).append('"').append(name).append("\": ");
            append(node.get(name), text);
            separator = ", ";
        }
        text.append('}');
    }
}
