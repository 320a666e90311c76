package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Version;

/** The fields of one type over its versions, each followed through its renames. Immutable once made. */
final class FieldLives {
    private final List<FieldLife> all = new ArrayList<>();
    private final NavigableMap<Version, Map<String, FieldLife>> byVersion = new TreeMap<>();

    private FieldLives() {}

    /** Returns the fields of the versions up to a given one. */
    static FieldLives of(LockedType type, Version newest) {
        FieldLives lives = new FieldLives();
        Map<String, FieldLife> before = Map.of();
        for (LockedVersion each : type.versions().headMap(newest, true).values()) {
            before = lives.follow(each, before);
            lives.byVersion.put(each.version(), before);
        }
        return lives;
    }

    private Map<String, FieldLife> follow(LockedVersion version, Map<String, FieldLife> before) {
        LockedStep step = version.step();
        Map<String, FieldLife> ended = new TreeMap<>(before);
        Map<String, FieldLife> now = new TreeMap<>();
        version.fields().forEach((name, field) -> {
            String older = step.renamed().getOrDefault(name, name);
            boolean isNew = older.equals(name)
                    && (step.removed().containsKey(name) || step.renamed().containsValue(name));
            FieldLife life = isNew ? null : ended.remove(older);
            if (life == null) {
                life = new FieldLife();
                all.add(life);
            } else if (!older.equals(name)) {
                life.rename(version.version(), older);
            }
            if (step.retyped().containsKey(name)) {
                life.change(version.version(), step.retyped().get(name));
            }
            life.add(version.version(), field);
            now.put(name, life);
        });
        ended.forEach((name, life) ->
                life.end(version.version(), step.removed().getOrDefault(name, Collections.emptySortedMap())));
        return now;
    }

    /** Returns the fields in the order in which they came. */
    List<FieldLife> all() {
        return all;
    }

    /** Returns the field that a version calls by a name, null if it has none. */
    @Nullable
    FieldLife find(Version version, String name) {
        Map.Entry<Version, Map<String, FieldLife>> floor = byVersion.floorEntry(version);
        return floor == null ? null : floor.getValue().get(name);
    }
}
