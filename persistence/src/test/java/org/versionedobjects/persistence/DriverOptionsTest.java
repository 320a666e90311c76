package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A thousand rows of which some are stale, gone or duplicate, with each driver and each of its options that change what
 * batches tell: what became of each row is right, in objects and in rows.
 */
@ParameterizedClass
@MethodSource("drivers")
class DriverOptionsTest {
    private static final int ROWS = 1_000;

    /** A driver, with its options, on an engine. */
    record Driver(String name, Engine engine, Function<String, DataSource> source) {
        static Driver of(Engine engine, String options) {
            return new Driver(
                    engine + options,
                    engine,
                    url -> engine.at(options.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + options));
        }

        static Driver mysql(boolean rewriting) {
            return new Driver("mysql, rewriting " + rewriting, Engine.MARIADB, url -> {
                MysqlDataSource source = new MysqlDataSource();
                source.setUrl(url.replace("jdbc:mariadb:", "jdbc:mysql:")
                        + "&allowPublicKeyRetrieval=true&rewriteBatchedStatements=" + rewriting);
                return source;
            });
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Driver> drivers() {
        return Stream.of(
                Driver.of(Engine.H2, ""),
                Driver.of(Engine.POSTGRESQL, ""),
                Driver.of(Engine.POSTGRESQL, "reWriteBatchedInserts=true"),
                Driver.of(Engine.MARIADB, ""),
                Driver.of(Engine.MARIADB, "useBulkStmts=true"),
                Driver.of(Engine.MARIADB, "disablePipeline=true"),
                Driver.mysql(false),
                Driver.mysql(true),
                Driver.of(Engine.SQLITE, ""));
    }

    private final VolumeDatabase database;
    private final Repository<Volume> volumes;

    DriverOptionsTest(Driver driver) {
        this.database = new VolumeDatabase(new TestDatabase(
                driver.engine(), driver.source().apply(driver.engine().newUrl())));
        this.volumes = database.volumes;
    }

    private static List<Volume> named(int count) {
        return IntStream.range(0, count).mapToObj(i -> Volume.named("v" + i)).toList();
    }

    /** Returns what the rows have, by name. */
    private Map<String, String> rows() {
        return database.database.jdbi.withHandle(handle -> handle
                .createQuery("SELECT name, size, generation FROM volumes")
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2) + " at " + row.getLong(3)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
    }

    private static boolean isStale(int i) {
        return i % 20 == 3;
    }

    private static boolean isGone(int i) {
        return i % 50 == 11;
    }

    private static boolean isDuplicate(int i) {
        return i % 100 == 77;
    }

    /** Creates rows, has others change and delete some, and changes all, each fourth in another field too. */
    private List<Volume> changed() {
        List<Volume> all = named(ROWS);
        volumes.createAll(all);
        database.saved("taken");
        database.database.execute("UPDATE volumes SET generation = 1, size = 5 WHERE name IN ("
                + names(DriverOptionsTest::isStale) + ")");
        database.database.execute("DELETE FROM volumes WHERE name IN (" + names(DriverOptionsTest::isGone) + ")");
        for (int i = 0; i < ROWS; i++) {
            all.get(i).set(Volume.SIZE, 100L + i);
            if (i % 4 == 0) {
                all.get(i).set(Volume.STATE, "s" + i);
            }
            if (isDuplicate(i)) {
                all.get(i).set(Volume.NAME, "taken");
            }
        }
        return all;
    }

    private static String names(IntPredicate which) {
        return IntStream.range(0, ROWS)
                .filter(which)
                .mapToObj(i -> "'v" + i + "'")
                .collect(Collectors.joining(", "));
    }

    private static Class<?> expected(int i) {
        if (isStale(i)) {
            return ConcurrentUpdateConflict.class;
        }
        if (isGone(i)) {
            return GoneConflict.class;
        }
        return isDuplicate(i) ? DuplicateConflict.class : Void.class;
    }

    private static Class<?> found(RowResult<?> result) {
        return result.conflict().<Class<?>>map(Conflict::getClass).orElse(Void.class);
    }

    private static List<Class<?>> expectedOfAll() {
        return IntStream.range(0, ROWS)
                .<Class<?>>mapToObj(DriverOptionsTest::expected)
                .toList();
    }

    @Test
    void saving_continuing_eachRowIsRight() {
        List<Volume> all = changed();

        List<RowResult<Volume>> results = volumes.many().continuing().saveAll(all);

        assertThat(results).extracting(DriverOptionsTest::found).isEqualTo(expectedOfAll());
        Map<String, String> rows = rows();
        for (int i = 0; i < ROWS; i++) {
            boolean isDone = expected(i) == Void.class;
            assertThat(all.get(i).hasChanges()).as("v" + i).isEqualTo(!isDone);
            assertThat(all.get(i).get(Volume.GENERATION)).as("v" + i).isEqualTo(isDone ? 1 : 0);
            String row = isDone ? (100 + i) + " at 1" : isStale(i) ? "5 at 1" : "1 at 0";
            assertThat(rows.get("v" + i)).as("v" + i).isEqualTo(isGone(i) ? null : row);
        }
    }

    @Test
    void saving_allOrNothing_eachFailureIsTold_andNothingIsWritten() {
        List<Volume> all = changed();
        Map<String, String> before = rows();
        List<String> states = all.stream().map(TestDatabase::state).toList();

        RowsNotSavedException thrown = catchThrowableOfType(RowsNotSavedException.class, () -> volumes.saveAll(all));

        List<Class<?>> told = new ArrayList<>(Collections.nCopies(ROWS, Void.class));
        thrown.failures().forEach(failure -> told.set((int) failure.index(), found(failure)));
        assertThat(told).isEqualTo(expectedOfAll());
        assertThat(rows()).isEqualTo(before);
        assertThat(all).extracting(TestDatabase::state).isEqualTo(states);
    }

    @Test
    void creating_continuing_eachRowIsRight() {
        List<Volume> there = IntStream.range(0, ROWS)
                .filter(DriverOptionsTest::isStale)
                .mapToObj(i -> Volume.named("v" + i))
                .toList();
        volumes.createAll(there);
        List<Volume> all = named(ROWS);

        List<RowResult<Volume>> results = volumes.many().continuing().createAll(all);

        for (int i = 0; i < ROWS; i++) {
            assertThat(found(results.get(i))).as("v" + i).isEqualTo(isStale(i) ? DuplicateConflict.class : Void.class);
            assertThat(all.get(i).isSet(Volume.ID)).as("v" + i).isEqualTo(!isStale(i));
        }
        Map<Long, String> names = database.database.jdbi.withHandle(handle -> handle
                .createQuery("SELECT id, name FROM volumes")
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(names).hasSize(ROWS);
        for (int i = 0; i < ROWS; i++) {
            if (!isStale(i)) {
                assertThat(names.get(all.get(i).get(Volume.ID))).isEqualTo("v" + i);
            }
        }
    }

    @Test
    void creating_withoutANaturalKey_getsTheRightKeys() {
        Volume volume = database.saved("v");
        List<Attachment> all = IntStream.range(0, 300)
                .mapToObj(i -> Attachment.of(volume, "host" + i))
                .toList();

        database.attachments.createAll(all);

        Map<Long, String> hosts = database.database.jdbi.withHandle(handle -> handle
                .createQuery("SELECT id, host FROM attachments")
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(all)
                .allSatisfy(
                        each -> assertThat(hosts.get(each.get(Attachment.ID))).isEqualTo(each.get(Attachment.HOST)));
    }

    @Test
    void deleting_continuing_eachRowIsRight() {
        List<Volume> all = changed();
        all.forEach(Volume::revert);

        List<RowResult<Volume>> results = volumes.many().continuing().deleteAll(all);

        for (int i = 0; i < ROWS; i++) {
            Class<?> expected = isDuplicate(i) ? Void.class : expected(i);
            assertThat(found(results.get(i))).as("v" + i).isEqualTo(expected);
        }
        assertThat(rows().keySet())
                .hasSize(1
                        + (int) IntStream.range(0, ROWS)
                                .filter(DriverOptionsTest::isStale)
                                .filter(i -> !isGone(i))
                                .count())
                .contains("taken", "v3");
    }
}
