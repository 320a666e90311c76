package org.versionedobjects.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Spoils an envelope of plain maps and lists at random places, none inside another, and knows their paths. */
final class PlantedFaults {
    private static final String KEY = "versioned_object.";

    private final Random random;
    private final Map<String, Object> envelope;
    private final Set<String> paths = new TreeSet<>();
    private final List<Place> places = new ArrayList<>();

    private record Place(String path, Object value, Consumer<Object> replace) {}

    PlantedFaults(Random random, Map<String, Object> envelope) {
        this.random = random;
        this.envelope = envelope;
    }

    Set<String> paths() {
        return paths;
    }

    /** Spoils one more place; returns false if there is none left. */
    boolean plant() {
        places.clear();
        visitData("", envelope);
        if (places.isEmpty()) {
            return false;
        }
        Place place = places.get(random.nextInt(places.size()));
        spoil(place);
        return paths.add(place.path());
    }

    private void spoil(Place place) {
        if (isEnvelope(place.value()) && random.nextBoolean()) {
            boolean isUnknown = random.nextBoolean();
            map(place.value()).put(KEY + (isUnknown ? "name" : "version"), isUnknown ? "Nobody" : "1.9");
        } else if (place.value() instanceof Map) {
            place.replace().accept(List.of(Map.of("bad", 1)));
        } else {
            place.replace().accept(Map.of("bad", List.of(1)));
        }
    }

    /** Lists the places inside; says whether there is a planted one among them. */
    private boolean visit(String path, Object value, Consumer<Object> replace) {
        if (paths.contains(path)) {
            return true;
        }
        boolean isSpoilt = visitInside(path, value);
        if (!isSpoilt) {
            places.add(new Place(path, value, replace));
        }
        return isSpoilt;
    }

    private boolean visitInside(String path, Object value) {
        if (isEnvelope(value)) {
            return visitData(path + ".", map(value));
        }
        boolean isSpoilt = false;
        if (value instanceof Map) {
            Map<String, Object> map = map(value);
            for (String key : map.keySet()) {
                isSpoilt |= visit(path + "[\"" + key + "\"]", map.get(key), bad -> map.put(key, bad));
            }
        } else if (value instanceof List) {
            List<Object> list = list(value);
            for (int i = 0; i < list.size(); i++) {
                int index = i;
                isSpoilt |= visit(path + "[" + i + "]", list.get(i), bad -> list.set(index, bad));
            }
        }
        return isSpoilt;
    }

    private boolean visitData(String prefix, Map<String, Object> object) {
        Map<String, Object> data = map(object.get(KEY + "data"));
        boolean isSpoilt = false;
        for (String field : data.keySet()) {
            isSpoilt |= visit(prefix + field, data.get(field), bad -> data.put(field, bad));
        }
        return isSpoilt;
    }

    /** Puts the keys of all envelopes into another order. */
    static void shuffle(Random random, Object value) {
        if (isEnvelope(value)) {
            Map<String, Object> map = map(value);
            List<Map.Entry<String, Object>> entries = new ArrayList<>(new LinkedHashMap<>(map).entrySet());
            Collections.shuffle(entries, random);
            map.clear();
            entries.forEach(each -> map.put(each.getKey(), each.getValue()));
        }
        if (value instanceof Map) {
            map(value).values().forEach(each -> shuffle(random, each));
        } else if (value instanceof List) {
            list(value).forEach(each -> shuffle(random, each));
        }
    }

    private static boolean isEnvelope(Object value) {
        return value instanceof Map<?, ?> map && map.containsKey(KEY + "name");
    }

    @SuppressWarnings("unchecked") // what a codec writes has texts as keys
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // a list holds anything
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
