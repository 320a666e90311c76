package org.versionedobjects.benchmarks.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.benchmarks.race.Call;

/** What a port of oslo word by word would be: a map of types, a map of values, a set of changed names that is given out as a copy. */
final class MapConsumer implements Tracked {
    static final String NAME = "HashMap object";

    private static final List<String> NAMES =
            List.of("id", "uuid", "project", "user", "generation", "consumer_type_id", "created_at", "updated_at");
    private static final Map<String, Class<?>> TYPES = Map.of("generation", Long.class);

    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    /** Puts a value without looking at its type: what is loaded is known to fit. */
    void load(int field, Object value) {
        values.put(NAMES.get(field), value);
    }

    private void set(String field, Object value) {
        Class<?> type = TYPES.get(field);
        if (type == null) {
            throw new IllegalArgumentException("There is no field " + field);
        }
        if (!value.equals(values.get(field))) {
            values.put(field, type.cast(value));
            changed.add(field);
        }
    }

    private Set<String> changed() {
        return new HashSet<>(changed);
    }

    @Override
    public void setGeneration(long value) {
        set("generation", value);
    }

    @Override
    public boolean isChanged(int field) {
        return changed().contains(NAMES.get(field));
    }

    @Override
    public void reset() {
        changed.clear();
    }

    static TrackedWay way() {
        return new TrackedWay(NAME, MapConsumer::new, loops());
    }

    /** Takes the set of names once for all eight fields. */
    private static Call loops() {
        MapConsumer[] all = new MapConsumer[TrackedWay.OBJECTS];
        Arrays.setAll(all, i -> new MapConsumer());
        long[] generation = new long[1];
        return () -> {
            long next = ++generation[0];
            int seen = 0;
            for (MapConsumer each : all) {
                each.setGeneration(next);
            }
            for (MapConsumer each : all) {
                seen += each.changed().size();
            }
            for (MapConsumer each : all) {
                each.reset();
            }
            return seen;
        };
    }
}
