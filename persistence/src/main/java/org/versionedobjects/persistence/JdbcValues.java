package org.versionedobjects.persistence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.ColumnForm.JsonText;

/**
 * Values on their way to columns and back, as far as drivers agree. A time in a column without a zone is one in UTC,
 * whatever the zones of this JVM, of the session and of the server are.
 */
final class JdbcValues {
    private JdbcValues() {}

    /** Returns whether a column can hold a value of this class as it is. */
    static boolean isKnown(Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof UUID
                || value instanceof Instant
                || value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof byte[];
    }

    static void bind(Dialect dialect, PreparedStatement statement, Collection<? extends @Nullable Object> values)
            throws SQLException {
        dialect.binder(statement).bindAll(values);
    }

    /** Binds a value, or null, in the way that suits most drivers. */
    static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof UUID || value instanceof JsonText) {
            statement.setString(index, value.toString());
        } else if (value instanceof Instant instant) {
            statement.setObject(index, inUtc(instant));
        } else if (value instanceof BigInteger number) {
            statement.setBigDecimal(index, new BigDecimal(number));
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setObject(index, value);
        }
    }

    static LocalDateTime inUtc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Returns all columns of a row. */
    static List<@Nullable Object> readAll(Dialect dialect, ResultSet row) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        List<@Nullable Object> values = new ArrayList<>(columns);
        for (int index = 1; index <= columns; index++) {
            values.add(dialect.read(row, index));
        }
        return values;
    }

    /** Returns what reads a column as {@link #read} does, by its type, if that is one of times. */
    static ColumnReader reader(ResultSetMetaData columns, int index) throws SQLException {
        return switch (columns.getColumnType(index)) {
            case Types.TIMESTAMP -> JdbcValues::readLocal;
            case Types.TIMESTAMP_WITH_TIMEZONE -> JdbcValues::readZoned;
            default -> JdbcValues::read;
        };
    }

    static @Nullable Object readLong(ResultSet row, int index) throws SQLException {
        long number = row.getLong(index);
        return number == 0 && row.wasNull() ? null : number;
    }

    static @Nullable Object readText(ResultSet row, int index) throws SQLException {
        return row.getString(index);
    }

    static @Nullable Object readUuid(ResultSet row, int index) throws SQLException {
        return row.getObject(index, UUID.class);
    }

    static @Nullable Object readLocal(ResultSet row, int index) throws SQLException {
        return row.getObject(index, LocalDateTime.class);
    }

    static @Nullable Object readZoned(ResultSet row, int index) throws SQLException {
        OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Returns a column in the way that suits most drivers. */
    static @Nullable Object read(ResultSet row, int index) throws SQLException {
        Object value = row.getObject(index);
        if (value instanceof Long || value instanceof String || value instanceof UUID) {
            return value; // the usual: that something is no Blob is slow to find out
        }
        if (value instanceof Timestamp) {
            return readLocal(row, index);
        }
        if (value instanceof Date) {
            return row.getObject(index, LocalDate.class);
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof Blob) {
            return row.getBytes(index);
        }
        return value instanceof Clob ? row.getString(index) : value;
    }
}
