package org.versionedobjects.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The time for columns that the store keeps: the application's, or the database's, which all applications share. */
final class StoreClock {
    private final @Nullable Clock application;
    private final Dialects dialects;
    private final Failures failures;

    /**
     * Makes a clock.
     *
     * @param application null for the database's
     */
    StoreClock(@Nullable Clock application, Dialects dialects, Failures failures) {
        this.application = application;
        this.dialects = dialects;
        this.failures = failures;
    }

    /** Returns the time; the database is asked for it only for a table that has a column for it. */
    Instant now(Session session, Table<?> table) {
        if (application != null) {
            return application.instant();
        }
        boolean isKept = table.createdAt() != null || table.updatedAt() != null || table.softDeletion() != null;
        return isKept ? ofDatabase(session, table) : Instant.EPOCH;
    }

    private Instant ofDatabase(Session session, Table<?> table) {
        session.beforeStatement();
        Dialect dialect = dialects.of(session);
        try (PreparedStatement statement = session.connection().prepareStatement(dialect.nowQuery());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return instant(dialect.read(row, 1));
        } catch (SQLException e) {
            throw failures.onRead(session, e, table);
        }
    }

    private static Instant instant(@Nullable Object now) {
        if (now instanceof Instant instant) {
            return instant;
        }
        return now instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC) : Instant.parse(String.valueOf(now));
    }
}
