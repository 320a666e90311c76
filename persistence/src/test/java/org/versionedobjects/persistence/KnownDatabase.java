package org.versionedobjects.persistence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.persistence.Computer.Rack;

/** What a model expects in the tables: what is committed, and what each session sees beyond that. */
final class KnownDatabase {
    private final Map<RowKey, KnownRow> committed = new LinkedHashMap<>();

    /** A row, by the field that is its key. */
    record RowKey(Field<Long> field, Long value) {}

    /** A transaction or savepoint, or a call: what it wrote, and how objects go back. */
    static final class Level {
        private final Map<RowKey, Optional<KnownRow>> written = new LinkedHashMap<>();
        private final Deque<Runnable> undos = new ArrayDeque<>();

        void write(RowKey key, KnownRow row) {
            written.put(key, Optional.of(row));
        }

        void delete(RowKey key) {
            written.put(key, Optional.empty());
        }

        void undo(Runnable undo) {
            undos.push(undo);
        }

        void rollBack() {
            undos.forEach(Runnable::run);
        }

        void endInto(Level outer) {
            outer.written.putAll(written);
            undos.descendingIterator().forEachRemaining(outer.undos::push);
        }
    }

    void commit(Level level) {
        apply(level, committed);
    }

    private static void apply(Level level, Map<RowKey, KnownRow> rows) {
        level.written.forEach((key, row) -> row.ifPresentOrElse(each -> rows.put(key, each), () -> rows.remove(key)));
    }

    /** Returns the rows that a session sees in its open levels, the innermost of which is first. */
    Map<RowKey, KnownRow> seenIn(Deque<Level> levels) {
        Map<RowKey, KnownRow> rows = new LinkedHashMap<>(committed);
        levels.descendingIterator().forEachRemaining(level -> apply(level, rows));
        return rows;
    }

    static @Nullable KnownRow computer(Map<RowKey, KnownRow> rows, String name) {
        return first(rows, row -> name.equals(row.get(Computer.NAME)));
    }

    private static @Nullable KnownRow first(Map<RowKey, KnownRow> rows, Predicate<KnownRow> test) {
        return rows.values().stream().filter(test).findFirst().orElse(null);
    }

    static java.util.List<Long> racks(Map<RowKey, KnownRow> rows) {
        return rows.keySet().stream()
                .filter(key -> key.field().equals(Rack.ID))
                .map(RowKey::value)
                .toList();
    }
}
