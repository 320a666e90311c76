package org.versionedobjects.benchmarks.database;

import java.util.ArrayList;
import java.util.List;

/** All ways that take part. */
final class Ways {
    static final Opening LIMIT = JdbcWay::new;
    static final Opening LIBRARY = LibraryWay::new;

    /** What a user would pick instead. */
    static final List<Opening> PEERS = List.of(
            JdbiWay::new,
            JooqWay::new,
            HibernateStatelessWay::new,
            HibernateSessionWay::new,
            EbeanWay::new,
            SpringDataWay::new);

    /** Shown beside, for many rows. */
    static final Opening ONE_STATEMENT = JdbcOneStatementWay::new;

    private Ways() {}

    /** Opens a way on a database. */
    @FunctionalInterface
    interface Opening {
        DatabaseWay<?> on(BenchmarkDatabase database) throws Exception;
    }

    /** Returns all, the limit first. */
    static List<Opening> all() {
        List<Opening> all = new ArrayList<>(List.of(LIMIT, LIBRARY));
        all.addAll(PEERS);
        all.add(ONE_STATEMENT);
        return all;
    }
}
