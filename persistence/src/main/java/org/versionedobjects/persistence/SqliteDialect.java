package org.versionedobjects.persistence;

import com.google.common.collect.MapMaker;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.versionedobjects.persistence.ValuesStatements.Returning;

/**
 * SQLite. It has no SQLSTATEs; the driver's exception has the extended result code. Of a duplicate it names table and
 * columns, never the constraint; of a foreign key nothing at all. One transaction writes at a time, so there are no row
 * locks to ask for.
 *
 * <p>Codes: "Result and Error Codes" of the SQLite documentation. Not seen in tests but told there: SQLITE_CANTOPEN,
 * SQLITE_LOCKED, SQLITE_LOCKED_SHAREDCACHE, SQLITE_BUSY_RECOVERY, SQLITE_BUSY_TIMEOUT, SQLITE_CONSTRAINT_ROWID,
 * SQLITE_TOOBIG.
 */
final class SqliteDialect implements Dialect {
    private static final int MOST_PARAMETERS = 32_766;
    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);
    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final Pattern SPECIAL_TO_GLOB = Pattern.compile("[*?\\[]");
    /** How connections began their transactions before one of the store's. */
    private final ConcurrentMap<SQLiteConnection, TransactionMode> modes =
            new MapMaker().weakKeys().makeMap();

    private final BulkStatements bulkStatements = new ValuesStatements(this, MOST_PARAMETERS, Returning.CLAUSE);

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public boolean speaks(String product) {
        return product.equals("SQLite");
    }

    @Override
    public boolean isOwn(SQLException failure) {
        return failure instanceof SQLiteException;
    }

    /** Names have no case, with or without quotes. */
    @Override
    public String quote(String name) {
        return SqlNames.quoted(name, '"');
    }

    @Override
    public String locking(String select) {
        return select;
    }

    @Override
    public PreparedStatement prepareInsert(Connection connection, String sql, @Nullable String generatedColumn)
            throws SQLException {
        return generatedColumn == null
                ? connection.prepareStatement(sql)
                : connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
    }

    /** A LIKE would not tell capitals from small letters, which an equality does. */
    @Override
    public void like(SqlText sql, String column, boolean negated, String text, boolean anywhere) {
        String pattern = SPECIAL_TO_GLOB.matcher(text).replaceAll("[$0]") + "*";
        sql.add(column + (negated ? " NOT" : "") + " GLOB ").parameter(anywhere ? "*" + pattern : pattern);
    }

    @Override
    public BulkStatements bulkStatements() {
        return bulkStatements;
    }

    @Override
    public boolean tellsKeysOfBatches() {
        return false;
    }

    @Override
    public SchemaDialect schema() {
        return new SqliteSchemaDialect();
    }

    @Override
    public String anyRowOf(List<String> columns, int rows) {
        String condition = Dialect.super.anyRowOf(columns, rows);
        return condition.replaceFirst("IN \\(", "IN (VALUES ");
    }

    @Override
    public String nowQuery() {
        return "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
    }

    /**
     * It has neither times nor decimals: what is no number of 64 bits is text. Times have six digits behind the point, so
     * that texts are in the order of the times.
     */
    @Override
    public Binder binder(PreparedStatement statement) {
        return (index, value) -> bind(statement, index, value);
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            statement.setString(index, INSTANT.format(instant));
        } else if (value instanceof LocalDateTime time) {
            statement.setString(index, LOCAL_TIME.format(time));
        } else if (value instanceof LocalDate || value instanceof BigInteger || value instanceof BigDecimal) {
            statement.setString(index, value.toString());
        } else {
            JdbcValues.bind(statement, index, value);
        }
    }

    /** There is no other. */
    @Override
    public int isolationLevel(Isolation isolation) {
        return Connection.TRANSACTION_SERIALIZABLE;
    }

    /**
     * A transaction that will write takes the lock when it begins, since one that has read first may not write any more
     * once another one has.
     */
    @Override
    public void beforeBegin(Connection connection, boolean reading) throws SQLException {
        if (connection.isWrapperFor(SQLiteConnection.class)) {
            SQLiteConnection own = connection.unwrap(SQLiteConnection.class);
            modes.put(own, own.getConnectionConfig().getTransactionMode());
            own.getConnectionConfig()
                    .setTransactionMode(reading ? TransactionMode.DEFERRED : TransactionMode.IMMEDIATE);
        }
    }

    @Override
    public void afterEnd(Connection connection, boolean reading) throws SQLException {
        if (connection.isWrapperFor(SQLiteConnection.class)) {
            SQLiteConnection own = connection.unwrap(SQLiteConnection.class);
            TransactionMode before = modes.remove(own);
            own.getConnectionConfig().setTransactionMode(before == null ? TransactionMode.DEFERRED : before);
        }
    }

    /** The driver's own setting cannot be changed once a connection is open. */
    @Override
    public void refuseWrites(Connection connection, boolean refuse) throws SQLException {
        execute(connection, "PRAGMA query_only = " + (refuse ? "ON" : "OFF"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Failure classify(SQLException failure, Attempted attempted) {
        if (!(failure instanceof SQLiteException own)) {
            return usable(FailureKind.OTHER);
        }
        SQLiteErrorCode code = own.getResultCode();
        String message = String.valueOf(own.getMessage());
        return switch (code) {
            case SQLITE_CONSTRAINT_UNIQUE -> named(FailureKind.DUPLICATE, message);
            case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
                named(FailureKind.DUPLICATE, message).againstPrimaryKey(true);
            case SQLITE_CONSTRAINT_FOREIGNKEY -> usable(attempted.ofForeignKey());
            case SQLITE_CONSTRAINT_NOTNULL -> named(FailureKind.NOT_NULL, message);
            case SQLITE_CONSTRAINT_CHECK -> usable(FailureKind.CHECK).against(List.of(blamed(message)));
            case SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_BUSY_TIMEOUT, SQLITE_LOCKED, SQLITE_LOCKED_SHAREDCACHE ->
                usable(FailureKind.LOCK_TIMEOUT);
            case SQLITE_BUSY_SNAPSHOT -> usable(FailureKind.SERIALIZATION);
            case SQLITE_INTERRUPT -> Failure.of(FailureKind.CANCELLED, afterInterrupt(attempted));
            case SQLITE_TOOBIG -> usable(FailureKind.OUT_OF_RANGE);
            case SQLITE_ERROR -> usable(missing(message) ? FailureKind.NO_SUCH_TABLE_OR_COLUMN : FailureKind.OTHER);
            case SQLITE_CANTOPEN -> Failure.of(FailureKind.CONNECTION_LOST, TransactionState.LOST);
            default -> usable(byName(code.name()));
        };
    }

    /** An interrupted statement that writes takes the whole transaction with it. */
    private static TransactionState afterInterrupt(Attempted attempted) {
        return attempted.operation().writes() ? TransactionState.ROLLED_BACK : TransactionState.USABLE;
    }

    private static FailureKind byName(String code) {
        if (code.startsWith("SQLITE_CONSTRAINT")) {
            return FailureKind.CONSTRAINT;
        }
        return code.startsWith("SQLITE_READONLY") ? FailureKind.READ_ONLY : FailureKind.OTHER;
    }

    private static Failure usable(FailureKind kind) {
        return Failure.of(kind, TransactionState.USABLE);
    }

    /** SQLite's messages are English everywhere. */
    private static boolean missing(String message) {
        return message.contains("no such table: ")
                || message.contains("no such column: ")
                || message.contains(" has no column named ");
    }

    /** Returns what stands at the end of {@code [CODE] text (UNIQUE constraint failed: pairs.a, pairs.b)}. */
    private static String blamed(String message) {
        int start = message.lastIndexOf("failed: ");
        String rest = start < 0 ? "" : message.substring(start + "failed: ".length());
        return rest.endsWith(")") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static Failure named(FailureKind kind, String message) {
        List<String> columns = new ArrayList<>();
        String table = null;
        for (String each : blamed(message).split(", ", -1)) {
            int point = each.indexOf('.');
            if (point > 0) {
                table = each.substring(0, point);
                columns.add(each.substring(point + 1));
            }
        }
        return usable(kind).on(table).blaming(columns);
    }
}
