package org.versionedobjects.persistence;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The dialect of a store's database, found on the first connection. Thread-safe. */
final class Dialects {
    private volatile @Nullable Dialect found;

    /** Returns the dialect of a session's database. */
    Dialect of(Session session) {
        Dialect known = found;
        if (known == null) {
            try {
                known = Dialect.of(session.connection());
            } catch (SQLException e) {
                throw Failures.ofConnection("the database does not say what it is", e);
            }
            found = known;
        }
        return known;
    }
}
