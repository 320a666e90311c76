package org.versionedobjects.persistence;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.versionedobjects.persistence.ColumnForm.JsonText;

/**
 * PostgreSQL. Its failures have SQLSTATEs, and the driver has the names of table, column and constraint apart from the
 * message. A failed statement leaves a transaction in which nothing but a rollback goes, of all or to a savepoint.
 *
 * <p>States: appendix A of the PostgreSQL manual. Not seen in tests but told there: 23000, 23001, 25P03, 42P01, 57P02,
 * 57P03, 57P05. The class 08 is ISO 9075's, of connections.
 */
final class PostgresDialect implements Dialect {
    /** The end of the name of a primary key that the schema gives none. */
    private static final String CONVENTIONAL_KEY = "_pkey";

    private static final DateTimeFormatter TIME_OF_DAY = new DateTimeFormatterBuilder()
            .appendPattern(" HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private final BulkStatements bulkStatements = new ArrayStatements(this, PostgresDialect::text);

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public boolean speaks(String product) {
        return product.equals("PostgreSQL");
    }

    @Override
    public boolean isOwn(SQLException failure) {
        return failure instanceof PSQLException;
    }

    /** Names without quotes are folded to lower case, so a plain name is the same with quotes. */
    @Override
    public String quote(String name) {
        return SqlNames.quoted(name, '"');
    }

    @Override
    public BulkStatements bulkStatements() {
        return bulkStatements;
    }

    /** Returns a value as the input of its type reads it, and as a column of text has it. */
    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof LocalDate date) {
            return text(date, "");
        }
        if (value instanceof LocalDateTime time) {
            return text(time.toLocalDate(), TIME_OF_DAY.format(time));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String text(LocalDate date, String timeOfDay) {
        String era = date.getYear() > 0 ? "" : " BC";
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02d%s%s",
                date.get(ChronoField.YEAR_OF_ERA),
                date.getMonthValue(),
                date.getDayOfMonth(),
                timeOfDay,
                era);
    }

    /** An array is one parameter, so the text is the same for any number of values; of no type, it takes the column's. */
    @Override
    public void anyOf(SqlText sql, String column, List<?> values) {
        String array = values.stream()
                .map(value -> text(value).replace("\\", "\\\\").replace("\"", "\\\""))
                .collect(Collectors.joining("\",\"", "{\"", "\"}"));
        sql.add(column).add(" = ANY (").parameter(array).add(")");
    }

    @Override
    public SchemaDialect schema() {
        return new PostgresSchemaDialect();
    }

    @Override
    public String nowQuery() {
        return "SELECT clock_timestamp()";
    }

    /**
     * What is given as text of no type takes the column's: {@code uuid}, {@code inet}, {@code jsonb}, an enum type, any
     * time, or text itself.
     */
    @Override
    public Binder binder(PreparedStatement statement) {
        return (index, value) -> bind(statement, index, value);
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof String || value instanceof UUID || value instanceof JsonText || value instanceof Instant) {
            statement.setObject(index, value.toString(), Types.OTHER);
        } else {
            JdbcValues.bind(statement, index, value);
        }
    }

    @Override
    public @Nullable Object read(ResultSet row, int index) throws SQLException {
        Object value = row.getObject(index);
        if (value instanceof PGobject object) {
            return object.getValue();
        }
        if (value instanceof Timestamp && isZoned(row.getMetaData(), index)) {
            return JdbcValues.readZoned(row, index);
        }
        return JdbcValues.read(row, index);
    }

    @Override
    public ColumnReader reader(ResultSetMetaData columns, int index) throws SQLException {
        int type = columns.getColumnType(index);
        if (type == Types.BIGINT) {
            return JdbcValues::readLong;
        }
        if (type == Types.VARCHAR) {
            return JdbcValues::readText;
        }
        if (type == Types.TIMESTAMP) {
            return isZoned(columns, index) ? JdbcValues::readZoned : JdbcValues::readLocal;
        }
        boolean isUuid =
                type == Types.OTHER && columns.getColumnClassName(index).equals(UUID.class.getName());
        return isUuid ? JdbcValues::readUuid : this::read;
    }

    /** Returns whether times in a column have a zone, which only the name of its type tells. */
    private static boolean isZoned(ResultSetMetaData columns, int index) throws SQLException {
        return columns.getColumnTypeName(index).equals("timestamptz");
    }

    /** The driver finds the type of a value anew for each, and logs before each step. */
    @Override
    public boolean readsByType() {
        return true;
    }

    @Override
    public void beforeBegin(Connection connection, boolean reading) throws SQLException {
        if (reading) {
            connection.setReadOnly(true);
        }
    }

    @Override
    public void afterEnd(Connection connection, boolean reading) throws SQLException {
        if (reading) {
            connection.setReadOnly(false);
        }
    }

    @Override
    public Failure classify(SQLException failure, Attempted attempted) {
        String state = String.valueOf(failure.getSQLState());
        ServerErrorMessage server = serverMessage(failure);
        return switch (state) {
            case "23505" -> named(FailureKind.DUPLICATE, server);
            case "23503" -> named(ofForeignKey(server, attempted), server);
            case "23001" -> named(FailureKind.STILL_REFERENCED, server);
            case "23502" -> named(FailureKind.NOT_NULL, server);
            case "23514" -> named(FailureKind.CHECK, server);
            case "23P01", "23000" -> named(FailureKind.CONSTRAINT, server);
            case "22001", "22003" -> named(FailureKind.OUT_OF_RANGE, server);
            case "40P01" -> aborted(FailureKind.DEADLOCK);
            case "40001" -> aborted(FailureKind.SERIALIZATION);
            case "55P03" -> aborted(FailureKind.LOCK_TIMEOUT);
            case "42P01", "42703" -> aborted(FailureKind.NO_SUCH_TABLE_OR_COLUMN);
            case "25006" -> aborted(FailureKind.READ_ONLY);
            case "57014" -> aborted(FailureKind.CANCELLED);
            case "57P03", "53300" -> Failure.of(FailureKind.NOT_READY, TransactionState.LOST);
            case "57P01", "57P02", "57P05", "25P03" -> Failure.of(FailureKind.CONNECTION_LOST, TransactionState.LOST);
            default ->
                state.startsWith("08")
                        ? Failure.of(FailureKind.CONNECTION_LOST, TransactionState.LOST)
                        : aborted(FailureKind.OTHER);
        };
    }

    private static Failure aborted(FailureKind kind) {
        return Failure.of(kind, TransactionState.ABORTED);
    }

    private static Failure named(FailureKind kind, @Nullable ServerErrorMessage server) {
        if (server == null) {
            return aborted(kind);
        }
        String constraint = server.getConstraint();
        String table = server.getTable();
        return aborted(kind)
                .on(table)
                .against(constraint == null ? List.of() : List.of(constraint))
                .blaming(server.getColumn() == null ? List.of() : List.of(server.getColumn()))
                .againstPrimaryKey(constraint != null && table != null && constraint.equals(table + CONVENTIONAL_KEY));
    }

    /** The table is that of the referring row: in an update, it tells who is to blame. */
    private static FailureKind ofForeignKey(@Nullable ServerErrorMessage server, Attempted attempted) {
        boolean isOther = server != null
                && server.getTable() != null
                && !attempted.table().isEmpty()
                && !server.getTable().equals(attempted.table());
        return isOther ? FailureKind.STILL_REFERENCED : attempted.ofForeignKey();
    }

    private static @Nullable ServerErrorMessage serverMessage(SQLException failure) {
        return failure instanceof PSQLException own ? own.getServerErrorMessage() : null;
    }
}
