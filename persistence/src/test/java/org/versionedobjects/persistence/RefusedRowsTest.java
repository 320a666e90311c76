package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A row that was not the one expected is not written, and not locked either where a query sees its newest state without:
 * others need not wait for it until the transaction ends.
 */
@ParameterizedClass
@EnumSource(names = {"H2", "POSTGRESQL"})
class RefusedRowsTest {
    private final TestDatabase database;

    RefusedRowsTest(Engine engine) {
        this.database = new TestDatabase(engine);
        database.execute(Parent.SCHEMA);
    }

    private static void resize(Repository<Parent> parents, long id, long size) {
        parents.modify(Parent.ID, id, each -> each.set(Parent.SIZE, size));
    }

    @Test
    void refusedRows_canBeWrittenByOthers_whileTheTransactionGoesOn() throws Exception {
        try (HikariDataSource pool = database.pooled(2)) {
            Store store = Store.builder(Jdbi.create(pool)).tables(Parent.TABLE).build();
            Repository<Parent> parents = store.repository(Parent.TABLE);
            List<Parent> stale = new ArrayList<>();
            for (long id = 1; id <= 3; id++) {
                stale.add(parents.create(Parent.of(id, "p" + id, 0)));
                resize(parents, id, 1);
            }
            stale.forEach(each -> each.set(Parent.SIZE, 2L));

            store.write(() -> {
                assertThatThrownBy(() -> parents.save(stale.get(0))).isInstanceOf(ConcurrentUpdateConflict.class);
                List<RowResult<Parent>> results = parents.many().continuing().saveAll(stale.subList(1, 3));
                assertThat(results).noneMatch(RowResult::isDone);
                return CompletableFuture.runAsync(() -> List.of(1L, 2L, 3L).forEach(id -> resize(parents, id, 3)))
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join();
            });

            assertThat(parents.query().list())
                    .extracting(each -> each.get(Parent.SIZE))
                    .containsExactly(3L, 3L, 3L);
        }
    }

    @Test
    void refusedRow_inASnapshot_isToldAsTheTransactionSeesIt() throws Exception {
        try (HikariDataSource pool = database.pooled(2)) {
            Store store = Store.builder(Jdbi.create(pool)).tables(Parent.TABLE).build();
            Repository<Parent> parents = store.repository(Parent.TABLE);
            Parent stale = parents.create(Parent.of(1, "p", 0));
            resize(parents, 1, 1);
            long seen = parents.require(Parent.ID, 1L).get(Parent.GENERATION);
            stale.set(Parent.SIZE, 2L);

            store.isolation(Isolation.REPEATABLE_READ).write(() -> {
                assertThat(parents.require(Parent.ID, 1L).get(Parent.GENERATION))
                        .isEqualTo(seen);
                CompletableFuture.runAsync(() -> resize(parents, 1, 3))
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join();
                assertThatThrownBy(() -> parents.save(stale))
                        .isInstanceOfSatisfying(
                                ConcurrentUpdateConflict.class,
                                conflict ->
                                        assertThat(conflict.foundGeneration()).hasValue(seen));
                return stale;
            });
        }
    }
}
