package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.ValuesStatements.Returning;

/**
 * MariaDB, and MySQL as far as they agree. Its drivers rewrite SQLSTATEs, each in its way, so the server's codes count.
 * Names stand in messages only, between quotes; no other word of a message counts, since servers speak many languages.
 *
 * <p>Codes: the error reference of MariaDB. Not seen in tests but told there: 1051, 1053, 1146, 1203, 1216, 1217, 1226,
 * 1265, 1290, 1317, 1586, 1927; and, of MySQL, 1836, 3024, 3572, 3819; and, of Galera, 1047. Of ISO 9075 are the class 08, of
 * connections, and the class 23, of constraints.
 */
final class MariaDbDialect implements Dialect {
    private static final int MOST_PARAMETERS = 65_535;
    private static final String PRIMARY = "PRIMARY";
    private static final int MOST_NAME_CHARACTERS = 130;

    private final BulkStatements bulkStatements = new ValuesStatements(this, MOST_PARAMETERS, Returning.NONE);

    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public boolean speaks(String product) {
        return product.equals("MariaDB") || product.equals("MySQL");
    }

    /** The driver throws JDBC's own classes, and wraps those of the network. */
    @Override
    public boolean isOwn(SQLException failure) {
        return failure.getStackTrace().length > 0 && isOfDriver(failure.getStackTrace()[0].getClassName());
    }

    private static boolean isOfDriver(String className) {
        return className.startsWith("org.mariadb.") || className.startsWith("com.mysql.");
    }

    /** Names of tables are what the file system makes of them, those of columns have no case: quotes change neither. */
    @Override
    public String quote(String name) {
        return SqlNames.quoted(name, '`');
    }

    /** A plain query would see the snapshot of a REPEATABLE READ, which is the default here. */
    @Override
    public String newest(String select) {
        return select + " LOCK IN SHARE MODE";
    }

    /**
     * An update sees the newest rows, where a plain query sees a snapshot. The lock is not shared: two that do so would wait
     * for each other when they write.
     */
    @Override
    public String refused(String select) {
        return locking(select);
    }

    /** There are no words for it: null is less than any value. */
    @Override
    public String ordered(String column, boolean descending, boolean nullsFirst) {
        String values = column + (descending ? " DESC" : " ASC");
        boolean isNatural = descending != nullsFirst;
        return isNatural ? values : column + " IS NULL" + (nullsFirst ? " DESC, " : ", ") + values;
    }

    @Override
    public PreparedStatement prepareInsert(Connection connection, String sql, @Nullable String generatedColumn)
            throws SQLException {
        return generatedColumn == null
                ? connection.prepareStatement(sql)
                : connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
    }

    /** MySQL has no RETURNING, so keys are those of batches. */
    @Override
    public BulkStatements bulkStatements() {
        return bulkStatements;
    }

    @Override
    public SchemaDialect schema() {
        return new MariaDbSchemaDialect();
    }

    @Override
    public ColumnReader reader(ResultSetMetaData columns, int index) throws SQLException {
        return JdbcValues.reader(columns, index);
    }

    @Override
    public String nowQuery() {
        return "SELECT UTC_TIMESTAMP(6)";
    }

    @Override
    public String insertDefaults(String table) {
        return "INSERT INTO " + table + " () VALUES ()";
    }

    /** The driver has a setting for it that the server never hears of. */
    @Override
    public void beforeBegin(Connection connection, boolean reading) throws SQLException {
        if (reading) {
            execute(connection, "SET SESSION TRANSACTION READ ONLY");
        }
    }

    @Override
    public void afterEnd(Connection connection, boolean reading) throws SQLException {
        if (reading) {
            execute(connection, "SET SESSION TRANSACTION READ WRITE");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Failure classify(SQLException failure, Attempted attempted) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure.getErrorCode()) {
            case 1062, 1586 -> duplicate(message);
            case 1452, 1216 -> foreignKey(FailureKind.MISSING_REFERENCE, message);
            case 1451, 1217 -> foreignKey(FailureKind.STILL_REFERENCED, message);
            case 1048, 1364 -> usable(FailureKind.NOT_NULL).blaming(firstOf('\'', message));
            case 4025 -> usable(FailureKind.CHECK).against(firstOf('`', message));
            case 3819 -> usable(FailureKind.CHECK).against(firstOf('\'', message)); // MySQL
            case 1406, 1264, 1265 -> usable(FailureKind.OUT_OF_RANGE).blaming(firstOf('\'', message));
            case 1213 -> Failure.of(FailureKind.DEADLOCK, TransactionState.ROLLED_BACK);
            case 1205, 3572 -> usable(FailureKind.LOCK_TIMEOUT); // 3572: MySQL
            case 1020 -> Failure.of(FailureKind.SERIALIZATION, TransactionState.ROLLED_BACK);
            case 1146, 1051, 1054 -> usable(FailureKind.NO_SUCH_TABLE_OR_COLUMN);
            case 1792, 1290, 1836 -> usable(FailureKind.READ_ONLY); // 1836: MySQL
            case 1317, 1969, 3024 -> usable(FailureKind.CANCELLED); // 3024: MySQL
            case 1047, 1040, 1203, 1226 -> Failure.of(FailureKind.NOT_READY, TransactionState.LOST); // 1047: Galera
            case 1927, 1053 -> Failure.of(FailureKind.CONNECTION_LOST, TransactionState.LOST);
            default -> byState(String.valueOf(failure.getSQLState()));
        };
    }

    private static Failure byState(String state) {
        if (state.startsWith("08")) {
            return Failure.of(FailureKind.CONNECTION_LOST, TransactionState.LOST);
        }
        return usable(state.startsWith("23") ? FailureKind.CONSTRAINT : FailureKind.OTHER);
    }

    private static Failure usable(FailureKind kind) {
        return Failure.of(kind, TransactionState.USABLE);
    }

    /** {@code Duplicate entry '1-x-y' for key 'uniq_pairs0a0b'}; values come before names, and both may have quotes, which nothing doubles. */
    private static Failure duplicate(String message) {
        int end = message.lastIndexOf('\'');
        List<String> candidates = new ArrayList<>();
        int start = message.lastIndexOf('\'', end - 1);
        while (start >= 0 && end - start <= MOST_NAME_CHARACTERS) {
            String key = message.substring(start + 1, end);
            candidates.add(key);
            candidates.add(key.substring(key.lastIndexOf('.') + 1));
            start = message.lastIndexOf('\'', start - 1);
        }
        return usable(FailureKind.DUPLICATE).against(candidates).againstPrimaryKey(candidates.contains(PRIMARY));
    }

    /** {@code (`db`.`child`, CONSTRAINT `fk_x` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`))}. */
    private static Failure foreignKey(FailureKind kind, String message) {
        List<String> names = SqlNames.between('`', message);
        return names.size() < 3 ? usable(kind) : usable(kind).on(names.get(1)).against(List.of(names.get(2)));
    }

    private static List<String> firstOf(char quote, String message) {
        List<String> names = SqlNames.between(quote, message);
        return names.isEmpty() ? List.of() : List.of(names.get(0));
    }
}
