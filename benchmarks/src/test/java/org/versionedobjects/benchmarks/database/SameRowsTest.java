package org.versionedobjects.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SameRowsTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void check_holdsForEveryWay(Engine engine) {
        assertThatCode(() -> SameRows.check(engine, Ways.all())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void check_refusesAWayThatTellsNoStaleRows(Engine engine) {
        List<Ways.Opening> openings = List.of(Ways.LIMIT, Careless::new);

        assertThatThrownBy(() -> SameRows.check(engine, openings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("In D4 " + engine.text() + " " + JdbcWay.NAME + " did not do the same");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyWay_tellsWhichOfManyAreStale(Engine engine) throws Exception {
        for (Ways.Opening opening : Ways.all()) {
            try (BenchmarkDatabase database = BenchmarkDatabase.of(engine, 10);
                    DatabaseWay<?> way = opening.on(database)) {
                assertThat(stale(way, database)).as(way.name()).containsExactly(2, 5);
            }
        }
    }

    private static <C> Set<Integer> stale(DatabaseWay<C> way, BenchmarkDatabase database) throws Exception {
        List<C> consumers = way.page(0);
        consumers.forEach(consumer -> way.changeType(consumer, 2));
        database.outdate(List.of(3L, 6L));
        return new TreeSet<>(way.saveAll(consumers));
    }

    private static final class Careless extends JdbcWay {
        Careless(BenchmarkDatabase database) {
            super(database);
        }

        @Override
        public Set<Integer> saveAll(List<PlainConsumer> consumers) throws SQLException {
            super.saveAll(consumers);
            return Set.of();
        }
    }
}
