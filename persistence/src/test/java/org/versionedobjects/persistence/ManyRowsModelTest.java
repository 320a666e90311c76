package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random calls on random rows, of which others change and delete some meanwhile, in chunks of random sizes, in both modes,
 * in transactions that are rolled back too: results, rows and objects are those of a model that goes row by row.
 */
@OnEveryEngine
class ManyRowsModelTest {
    private static final int CALLS = 60;
    private static final int MOST_ROWS = 20;
    private static final String TAKEN = "taken";

    /** What became of a row: the class of the conflict, or the name of the outcome. */
    private static final String DONE = RowOutcome.WRITTEN.name();

    private enum Operation {
        CREATE,
        SAVE,
        DELETE
    }

    /** A row of the model. */
    private record Row(long generation, @Nullable Long size, String state) {}

    private final VolumeDatabase database;
    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<Volume, String> names = new LinkedHashMap<>();
    private int made;

    ManyRowsModelTest(Engine engine) {
        this.database = new VolumeDatabase(engine);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void randomCalls_doWhatAModelDoes(int seed) {
        Random random = new Random(seed);
        database.saved(TAKEN);
        rows.put(TAKEN, new Row(0, 1L, "available"));
        for (int call = 0; call < CALLS; call++) {
            disturb(random);
            Operation operation = Operation.values()[random.nextInt(random.nextInt(4) == 0 ? 3 : 2)];
            List<Volume> given = given(random, operation);
            check("call " + call + " of seed " + seed, random, operation, given);
        }
    }

    /** Has others change and delete rows. */
    private void disturb(Random random) {
        for (String name : List.copyOf(rows.keySet())) {
            Row row = rows.get(name);
            int what = name.equals(TAKEN) ? 9 : random.nextInt(10);
            if (what == 0) {
                database.database.execute("DELETE FROM volumes WHERE name = '" + name + "'");
                rows.remove(name);
            } else if (what == 1) {
                database.database.execute(
                        "UPDATE volumes SET state = 'theirs', generation = generation + 1 WHERE name = '" + name + "'");
                rows.put(name, new Row(row.generation() + 1, row.size(), "theirs"));
            }
        }
    }

    private List<Volume> given(Random random, Operation operation) {
        List<Volume> given = new ArrayList<>();
        List<Volume> known = new ArrayList<>(names.keySet());
        int count = random.nextInt(MOST_ROWS);
        for (int i = 0; i < count; i++) {
            boolean isNew = operation == Operation.CREATE ? random.nextInt(30) > 0 : random.nextInt(30) == 0;
            if (isNew || known.isEmpty()) {
                given.add(newVolume(random));
            } else {
                Volume volume = known.get(random.nextInt(known.size()));
                if (random.nextInt(20) == 0 || !given.contains(volume)) {
                    given.add(volume);
                }
                change(random, volume);
            }
        }
        return given;
    }

    private Volume newVolume(Random random) {
        boolean isDuplicate = random.nextInt(6) == 0;
        List<String> there = List.copyOf(rows.keySet());
        Volume volume = Volume.named(
                isDuplicate
                        ? there.get(random.nextInt(there.size()))
                        : "v" + (random.nextInt(10) == 0 ? made : ++made));
        if (random.nextInt(3) == 0) {
            volume.unset(Volume.SIZE);
        }
        return volume;
    }

    private void change(Random random, Volume volume) {
        if (random.nextBoolean()) {
            volume.set(Volume.SIZE, random.nextInt(4) == 0 ? null : (long) random.nextInt(100));
        }
        if (random.nextBoolean()) {
            volume.set(Volume.STATE, "s" + random.nextInt(100));
        }
        if (random.nextInt(10) == 0) {
            volume.set(Volume.NAME, random.nextBoolean() ? TAKEN : "v" + ++made);
        }
    }

    // ---- what is done, and what the model says ----

    private void check(String what, Random random, Operation operation, List<Volume> given) {
        boolean isContinuing = random.nextBoolean();
        int chunkSize = 1 + random.nextInt(MOST_ROWS);
        boolean isRolledBack = random.nextInt(4) == 0;
        Map<String, Row> rowsBefore = new TreeMap<>(rows);
        Map<Volume, String> namesBefore = new LinkedHashMap<>(names);
        List<String> statesBefore = states(given);
        List<String> expected = expected(operation, given, isContinuing, chunkSize);
        boolean isNothing =
                !isContinuing && !Set.of(DONE, RowOutcome.UNCHANGED.name()).containsAll(expected);

        ManyRows<Volume> many = database.volumes.many().inChunksOf(chunkSize);
        List<RowResult<Volume>> results = new ArrayList<>();
        Throwable thrown = catchThrowable(() -> {
            if (isRolledBack) {
                database.store.write(() -> {
                    results.addAll(run(operation, isContinuing ? many.continuing() : many, given));
                    throw new IllegalStateException("rolled back");
                });
            } else {
                results.addAll(run(operation, isContinuing ? many.continuing() : many, given));
            }
        });

        if (isNothing) {
            assertThat(failures(thrown, expected)).as(what).isEqualTo(failures(expected));
        } else {
            assertThat(thrown)
                    .as(what)
                    .matches(e -> isRolledBack ? e.getMessage().equals("rolled back") : e == null);
            assertThat(results).as(what).extracting(ManyRowsModelTest::told).isEqualTo(expected);
        }
        if (isNothing || isRolledBack) {
            rows.clear();
            rows.putAll(rowsBefore);
            names.clear();
            names.putAll(namesBefore);
            assertThat(states(given)).as(what).isEqualTo(statesBefore);
        } else {
            checkObjects(what, given, expected);
        }
        assertThat(live()).as(what).isEqualTo(rows);
    }

    private static List<RowResult<Volume>> run(Operation operation, ManyRows<Volume> many, List<Volume> given) {
        return switch (operation) {
            case CREATE -> many.createAll(given);
            case SAVE -> many.saveAll(given);
            case DELETE -> many.deleteAll(given);
        };
    }

    private static List<String> states(Collection<Volume> all) {
        return all.stream().map(TestDatabase::state).toList();
    }

    private static String told(RowResult<Volume> result) {
        return result.conflict()
                .map(conflict -> conflict.getClass().getSimpleName())
                .orElse(result.outcome().name());
    }

    /** Returns what failed, by place, as an exception tells it; of a refusal only that it is one. */
    private static Map<Long, String> failures(@Nullable Throwable thrown, List<String> expected) {
        if (thrown instanceof UnsavableException) {
            return expected.contains(RowOutcome.REFUSED.name()) ? Map.of(-1L, "refused") : Map.of();
        }
        assertThat(thrown).isInstanceOf(RowsNotSavedException.class);
        Map<Long, String> failures = new TreeMap<>();
        ((RowsNotSavedException) thrown).failures().forEach(failure -> {
            Conflict conflict = failure.conflict().orElseThrow();
            failures.put(failure.index(), conflict.getClass().getSimpleName());
        });
        return failures;
    }

    private static Map<Long, String> failures(List<String> expected) {
        Map<Long, String> failures = new TreeMap<>();
        for (int i = 0; i < expected.size(); i++) {
            if (expected.get(i).equals(RowOutcome.REFUSED.name())) {
                return Map.of(-1L, "refused");
            }
            if (expected.get(i).endsWith("Conflict")) {
                failures.put((long) i, expected.get(i));
            }
        }
        return failures;
    }

    private void checkObjects(String what, List<Volume> given, List<String> expected) {
        for (int i = 0; i < given.size(); i++) {
            Volume volume = given.get(i);
            Row row = rows.get(names.getOrDefault(volume, ""));
            if (row != null && expected.get(i).equals(DONE)) {
                assertThat(volume.get(Volume.GENERATION))
                        .as(what + ": " + volume)
                        .isEqualTo(row.generation());
                assertThat(volume.hasChanges()).as(what + ": " + volume).isFalse();
                assertThat(database.loaded(names.get(volume)).get(Volume.ID))
                        .as(what + ": " + volume)
                        .isEqualTo(volume.get(Volume.ID));
            }
        }
    }

    private Map<String, Row> live() {
        return database.database.jdbi.withHandle(handle -> handle
                .createQuery("SELECT name, generation, size, state FROM volumes")
                .map((row, context) -> Map.entry(
                        row.getString(1),
                        new Row(row.getLong(2), row.getObject(3) == null ? null : row.getLong(3), row.getString(4))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
    }

    // ---- the model ----

    private List<String> expected(Operation operation, List<Volume> given, boolean isContinuing, int chunkSize) {
        String[] expected = new String[given.size()];
        Set<Object> seen = new HashSet<>();
        for (int from = 0; from < expected.length; from += chunkSize) {
            Map<Set<?>, List<Integer>> groups = new LinkedHashMap<>();
            if (isContinuing) {
                seen.clear();
            }
            for (int i = from; i < Math.min(expected.length, from + chunkSize); i++) {
                Volume volume = given.get(i);
                boolean isKnown = volume.isSet(Volume.ID);
                if (isKnown == (operation == Operation.CREATE) || !seen.add(isKnown ? volume.get(Volume.ID) : volume)) {
                    expected[i] = RowOutcome.REFUSED.name();
                } else {
                    groups.computeIfAbsent(columns(operation, volume), columns -> new ArrayList<>())
                            .add(i);
                }
            }
            groups.values().forEach(group -> group.forEach(i -> expected[i] = expected(operation, given.get(i))));
        }
        return List.of(expected);
    }

    private static Set<?> columns(Operation operation, Volume volume) {
        return switch (operation) {
            case CREATE -> Set.of(volume.isSet(Volume.SIZE));
            case SAVE -> Set.copyOf(volume.changedFields());
            case DELETE -> Set.of();
        };
    }

    private String expected(Operation operation, Volume volume) {
        if (operation == Operation.CREATE) {
            return create(volume);
        }
        if (operation == Operation.SAVE && !volume.hasChanges()) {
            return RowOutcome.UNCHANGED.name();
        }
        String name = names.getOrDefault(volume, "");
        Row row = rows.get(name);
        if (row == null) {
            return "GoneConflict";
        }
        if (row.generation() != volume.get(Volume.GENERATION)) {
            return "ConcurrentUpdateConflict";
        }
        return operation == Operation.SAVE ? save(volume, name) : delete(name);
    }

    private String create(Volume volume) {
        String name = volume.get(Volume.NAME);
        if (rows.containsKey(name)) {
            return "DuplicateConflict";
        }
        rows.put(name, new Row(0, size(volume), volume.get(Volume.STATE)));
        names.put(volume, name);
        return DONE;
    }

    private String save(Volume volume, String name) {
        String newName = volume.get(Volume.NAME);
        if (!newName.equals(name) && rows.containsKey(newName)) {
            return "DuplicateConflict";
        }
        Row row = rows.remove(name);
        rows.put(newName, new Row(row.generation() + 1, size(volume), volume.get(Volume.STATE)));
        names.put(volume, newName);
        return DONE;
    }

    private String delete(String name) {
        rows.remove(name);
        return DONE;
    }

    private static @Nullable Long size(Volume volume) {
        return volume.isSet(Volume.SIZE) ? volume.get(Volume.SIZE) : null;
    }
}
