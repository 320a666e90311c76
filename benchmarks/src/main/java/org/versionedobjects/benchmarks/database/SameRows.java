package org.versionedobjects.benchmarks.database;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.benchmarks.race.SameWork;

/**
 * Does all pieces of work once in one way, and keeps what it led to: the rows in the database, which its objects must agree
 * with, and the conflicts.
 *
 * @param <C> the way's kind of object
 */
final class SameRows<C> {
    private static final int CONSUMERS = 40;
    private static final List<Integer> STALE = List.of(7, 27);

    private final DatabaseWay<C> way;
    private final BenchmarkDatabase database;
    private final Map<String, Object> results = new LinkedHashMap<>();
    private String id = "";

    private SameRows(DatabaseWay<C> way, BenchmarkDatabase database) {
        this.way = way;
        this.database = database;
    }

    /**
     * Compares ways on an engine.
     *
     * @param openings the limit first
     * @throws IllegalStateException if one does not do what the limit does
     */
    static void check(Engine engine, List<Ways.Opening> openings) throws Exception {
        Map<String, Object> expected = null;
        for (Ways.Opening opening : openings) {
            try (BenchmarkDatabase database = BenchmarkDatabase.of(engine, CONSUMERS);
                    DatabaseWay<?> way = opening.on(database)) {
                Map<String, Object> actual = new SameRows<>(way, database).all();
                expected = expected == null ? actual : expected;
                for (Map.Entry<String, Object> each : expected.entrySet()) {
                    String race = each.getKey() + " " + engine.text();
                    SameWork.require(race, way.name(), each.getValue(), actual.getOrDefault(each.getKey(), ""));
                }
            }
        }
    }

    private Map<String, Object> all() throws Exception {
        id = "D1";
        done(way.insert(next(1)));
        id = "D2";
        done(loaded(5));
        id = "D3";
        saveOne();
        id = "D4";
        saveAll();
        id = "D5";
        insertAll();
        id = "D6";
        done(way.page(10));
        return results;
    }

    private C next(int number) {
        return way.make(ConsumerRow.numbered(CONSUMERS + number));
    }

    private C loaded(int number) throws Exception {
        return way.load(ConsumerRow.numbered(number).uuid());
    }

    private void saveOne() throws Exception {
        C consumer = loaded(3);
        way.changeType(consumer, 2);
        boolean isSaved = way.save(consumer);
        way.changeType(consumer, 1);
        boolean isSavedAgain = way.save(consumer);
        way.changeType(consumer, 2);
        database.outdate(List.of(3L));
        boolean isStaleSaved = way.save(consumer);
        done(List.of(loaded(3)), isSaved, isSavedAgain, isStaleSaved);
    }

    private void saveAll() throws Exception {
        List<C> consumers = new ArrayList<>(way.page(0).subList(0, CONSUMERS));
        database.outdate(
                STALE.stream().map(index -> way.row(consumers.get(index)).id()).toList());
        Set<Integer> stale = changeAll(consumers, 2);
        Set<Integer> staleAgain = changeAll(consumers, 1);
        STALE.forEach(index -> consumers.set(index, consumers.get(0)));
        done(consumers, stale, staleAgain);
    }

    private Set<Integer> changeAll(List<C> consumers, long type) throws Exception {
        for (int i = 0; i < consumers.size(); i++) {
            way.changeType(consumers.get(i), STALE.contains(i) ? 2 : type);
        }
        return way.saveAll(consumers);
    }

    private void insertAll() throws Exception {
        List<C> consumers = new ArrayList<>();
        for (int number = 2; number < CONSUMERS; number++) {
            consumers.add(next(number));
        }
        done(way.insertAll(consumers));
    }

    private void done(C consumer) throws Exception {
        done(List.of(consumer));
    }

    private void done(List<C> consumers, Object... more) throws Exception {
        List<ConsumerRow> stored =
                database.rows().stream().map(SameRows::withoutTimes).toList();
        Map<Long, ConsumerRow> byId = stored.stream().collect(Collectors.toMap(ConsumerRow::id, Function.identity()));
        List<ConsumerRow> told = new ArrayList<>();
        for (C consumer : consumers) {
            ConsumerRow row = withoutTimes(way.row(consumer));
            SameWork.require(id + " with a row that", way.name(), String.valueOf(byId.get(row.id())), row.toString());
            told.add(withoutKey(row));
        }
        List<ConsumerRow> rows = stored.stream()
                .map(SameRows::withoutKey)
                .sorted((one, other) -> one.uuid().compareTo(other.uuid()))
                .toList();
        results.put(id, List.of(List.of(more), told, rows));
    }

    /** Leaves of times only whether there is one. */
    private static ConsumerRow withoutTimes(ConsumerRow row) {
        return with(row, row.id(), isThere(row.createdAt()), isThere(row.updatedAt()));
    }

    private static @Nullable Instant isThere(@Nullable Instant time) {
        return time == null ? null : Instant.EPOCH;
    }

    /** Leaves out a key that a database made. */
    private static ConsumerRow withoutKey(ConsumerRow row) {
        return with(row, row.id() > CONSUMERS ? 0 : row.id(), row.createdAt(), row.updatedAt());
    }

    private static ConsumerRow with(
            ConsumerRow row, long id, @Nullable Instant createdAt, @Nullable Instant updatedAt) {
        return new ConsumerRow(
                id,
                row.uuid(),
                row.projectId(),
                row.projectExternalId(),
                row.userId(),
                row.userExternalId(),
                row.generation(),
                row.consumerTypeId(),
                createdAt,
                updatedAt);
    }
}
