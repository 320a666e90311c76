package org.versionedobjects.golden;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The envelopes in the golden data, as JSON: what a fuzzer starts from. */
final class Envelopes {
    private static final int LONGEST = 4_096;

    private Envelopes() {}

    /** Returns each envelope that stands anywhere in oslo's cases, bad ones and nested ones included. */
    static Collection<String> ofOslo() {
        Set<String> found = new LinkedHashSet<>();
        GoldenFiles.GROUPS_OF_STEPS.forEach(group -> collect("versioned_object.", GoldenFiles.read(group), found));
        return found;
    }

    /** Returns each envelope that stands anywhere in nova's samples, nested ones included. */
    static Collection<String> ofNova() {
        Set<String> found = new LinkedHashSet<>();
        NovaFiles.names().forEach(name -> collect("nova_object.", NovaFiles.read("samples/" + name + ".json"), found));
        return found;
    }

    private static void collect(String prefix, Object value, Set<String> found) {
        if (value instanceof Map<?, ?> map) {
            if (map.keySet().stream().anyMatch(key -> key.toString().startsWith(prefix))) {
                addShort(GoldenFiles.write(map), found);
            }
            map.values().forEach(each -> collect(prefix, each, found));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(prefix, each, found));
        }
    }

    /** Long ones show a fuzzer nothing new and keep it busy. */
    private static void addShort(String json, Set<String> found) {
        if (json.length() <= LONGEST) {
            found.add(json);
        }
    }

    /** Returns texts in a form that JUnit hands to a test of bytes. */
    static List<byte[]> bytes(Collection<String> texts) {
        List<byte[]> all = new ArrayList<>();
        texts.forEach(text -> all.add(text.getBytes(StandardCharsets.UTF_8)));
        return all;
    }
}
