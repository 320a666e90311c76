package org.versionedobjects.persistence;

import java.sql.Clob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values on their way to columns and back: UUIDs as text, points in time with the offset of UTC, the rest as it is.
 * What comes back is converted by the field's type.
 */
final class JdbcValues {
    private JdbcValues() {}

    static void bind(PreparedStatement statement, Collection<? extends @Nullable Object> values) throws SQLException {
        int index = 1;
        for (Object value : values) {
            statement.setObject(index++, toJdbc(value));
        }
    }

    private static @Nullable Object toJdbc(@Nullable Object value) {
        if (value instanceof UUID uuid) {
            return uuid.toString();
        }
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return value;
    }

    static @Nullable Object read(ResultSet row, int index) throws SQLException {
        Object value = row.getObject(index);
        if (value instanceof Timestamp) {
            // the driver turned the time into the zone of the session when it was bound, and knows the way back
            return row.getObject(index, OffsetDateTime.class).toInstant();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value instanceof Clob ? row.getString(index) : value;
    }
}
