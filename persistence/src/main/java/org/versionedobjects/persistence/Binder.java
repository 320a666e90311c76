package org.versionedobjects.persistence;

import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Binds values to the parameters of one statement, for each row of a batch again. */
@FunctionalInterface
interface Binder {
    /** Binds a value of a class that {@link JdbcValues#isKnown} says, JSON, or null, to a parameter, from 1. */
    void bind(int index, @Nullable Object value) throws SQLException;

    /** Binds values to the parameters in order. */
    default void bindAll(Collection<? extends @Nullable Object> values) throws SQLException {
        int index = 1;
        for (Object value : values) {
            bind(index++, value);
        }
    }
}
