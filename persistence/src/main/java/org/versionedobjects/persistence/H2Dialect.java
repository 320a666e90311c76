package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.ValuesStatements.Returning;

/**
 * H2. Its failures have SQLSTATEs; the name of a violated constraint stands in the message only, which is translated,
 * so no word of it counts. What counts are its quoted parts, up to the statement's text. Of a duplicate it is {@code
 * "PUBLIC.UNIQ_X INDEX PUBLIC.UNIQ_X_INDEX_8 ON PUBLIC.CONSUMERS(UUID NULLS FIRST) VALUES (…)"}, up to the first
 * bracket, since values stand behind it; before 2.4 the constraint's own name is missing there, and only its index's is
 * left. Of a foreign key it is {@code "FK_X: PUBLIC.CHILD FOREIGN KEY(PARENT_ID) REFERENCES PUBLIC.PARENT(ID) (99)"}.
 *
 * <p>States: {@code org.h2.api.ErrorCode}. Not provoked in tests but told there: 22003, 23514, HY000, 42S02, 42S03, 42S04, 90007,
 * 90067, 90097, 90098. The class 08 is ISO 9075's, of connections.
 */
final class H2Dialect implements Dialect {
    private static final int MOST_PARAMETERS = 100_000;
    private static final Set<String> KEYWORDS = Set.of(
            "all",
            "and",
            "any",
            "array",
            "as",
            "asymmetric",
            "authorization",
            "between",
            "both",
            "case",
            "cast",
            "check",
            "constraint",
            "cross",
            "current_catalog",
            "current_date",
            "current_path",
            "current_role",
            "current_schema",
            "current_time",
            "current_timestamp",
            "current_user",
            "day",
            "default",
            "distinct",
            "else",
            "end",
            "except",
            "exists",
            "false",
            "fetch",
            "for",
            "foreign",
            "from",
            "full",
            "group",
            "groups",
            "having",
            "hour",
            "if",
            "ilike",
            "in",
            "inner",
            "intersect",
            "interval",
            "is",
            "join",
            "key",
            "leading",
            "left",
            "like",
            "limit",
            "localtime",
            "localtimestamp",
            "minus",
            "minute",
            "month",
            "natural",
            "not",
            "null",
            "offset",
            "on",
            "or",
            "order",
            "over",
            "partition",
            "primary",
            "qualify",
            "range",
            "regexp",
            "right",
            "row",
            "rownum",
            "rows",
            "second",
            "select",
            "session_user",
            "set",
            "some",
            "symmetric",
            "system_user",
            "table",
            "to",
            "top",
            "trailing",
            "true",
            "uescape",
            "union",
            "unique",
            "unknown",
            "user",
            "using",
            "value",
            "values",
            "when",
            "where",
            "window",
            "with",
            "year",
            "_rowid_");

    private static final Pattern FOREIGN_KEY = Pattern.compile("(.*?): (.*?) FOREIGN KEY\\(.*");
    private static final Pattern TOKEN = Pattern.compile("(?:U&)?\"(?:[^\"]|\"\")*+\"|[\\p{L}\\p{N}_$]+|\\(");
    private static final Pattern ESCAPED = Pattern.compile("\\\\{1,2}([0-9a-fA-F]{4})");
    private static final int HEXADECIMAL = 16;
    private static final Pattern ABORTED = Pattern.compile("has status [A-Z_]+, not OPEN");
    private static final Pattern INDEX_SUFFIX = Pattern.compile("_INDEX_[0-9A-Z]+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRIMARY_KEY = Pattern.compile("PRIMARY[ _]KEY");

    /** In {@code FINAL TABLE (INSERT …)} parameters would not have the types of their columns. */
    private final BulkStatements bulkStatements = new ValuesStatements(this, MOST_PARAMETERS, Returning.GENERATED_KEYS);

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public boolean speaks(String product) {
        return product.equals("H2");
    }

    @Override
    public boolean isOwn(SQLException failure) {
        return failure.getClass().getName().startsWith("org.h2.");
    }

    @Override
    public String quote(String name) {
        return SqlNames.isPlain(name) && !KEYWORDS.contains(name) ? name : SqlNames.quoted(name, '"');
    }

    @Override
    public BulkStatements bulkStatements() {
        return bulkStatements;
    }

    @Override
    public SchemaDialect schema() {
        return new H2SchemaDialect();
    }

    @Override
    public ColumnReader reader(ResultSetMetaData columns, int index) throws SQLException {
        return JdbcValues.reader(columns, index);
    }

    @Override
    public String nowQuery() {
        return "SELECT CURRENT_TIMESTAMP(6)";
    }

    @Override
    public Binder binder(PreparedStatement statement) {
        return new ByColumn(statement);
    }

    /** Of a parameter in a query it knows no type; so a time for a column with a zone is a text that has one. */
    @Override
    public void select(SqlText sql, Object value, Connection connection, String into) throws SQLException {
        if (value instanceof Instant && isZoned(connection, into)) {
            sql.add("CAST(").parameter(value.toString()).add(" AS TIMESTAMP(6) WITH TIME ZONE)");
        } else {
            sql.parameter(value);
        }
    }

    private static boolean isZoned(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            return statement.getMetaData().getColumnType(1) == Types.TIMESTAMP_WITH_TIMEZONE;
        }
    }

    /** To take a list apart costs H2 more than to find its rows. Of whole numbers it knows what an array of them is. */
    @Override
    public void anyOf(SqlText sql, String column, List<?> values) {
        if (values.stream().allMatch(Long.class::isInstance)) {
            sql.add(column).add(" = ANY (").parameter(values.toArray()).add(")");
        } else {
            Dialect.super.anyOf(sql, column, values);
        }
    }

    /** H2 has no read-only transactions; what the store refuses is all that is refused. */
    @Override
    public void beforeBegin(Connection connection, boolean reading) {}

    @Override
    public void afterEnd(Connection connection, boolean reading) {}

    @Override
    public Failure classify(SQLException failure, Attempted attempted) {
        String state = String.valueOf(failure.getSQLState());
        String message = beforeStatement(failure);
        return switch (state) {
            case "23505" -> duplicate(message);
            case "23506" -> foreignKey(FailureKind.MISSING_REFERENCE, message);
            case "23503" -> foreignKey(FailureKind.STILL_REFERENCED, message);
            case "23502" -> usable(FailureKind.NOT_NULL).blaming(List.of(told(message)));
            case "23513" -> check(message);
            case "23514" -> unevaluated(failure, attempted, message);
            case "22001", "22003" -> usable(FailureKind.OUT_OF_RANGE).blaming(columnWithType(told(message, 0)));
            case "22004" -> usable(FailureKind.OUT_OF_RANGE).blaming(columnWithType(told(message, 1)));
            case "40001" -> Failure.of(deadlockOrStale(failure), TransactionState.ROLLED_BACK);
            case "HYT00" -> usable(FailureKind.LOCK_TIMEOUT);
            case "42S02", "42S03", "42S04", "42S22" -> usable(FailureKind.NO_SUCH_TABLE_OR_COLUMN);
            case "90097" -> usable(FailureKind.READ_ONLY);
            case "57014" -> usable(FailureKind.CANCELLED);
            case "HY000" -> generalError(message);
            case "90007", "90067", "90098", "90121" -> Failure.of(FailureKind.CONNECTION_LOST, TransactionState.LOST);
            default ->
                state.startsWith("08")
                        ? Failure.of(FailureKind.CONNECTION_LOST, TransactionState.LOST)
                        : usable(FailureKind.OTHER);
        };
    }

    /** A stale snapshot has the state of a deadlock; the storage below tells them apart, whose texts are not translated. */
    private static FailureKind deadlockOrStale(SQLException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("MVStoreException")) {
                boolean isVictim = String.valueOf(cause.getMessage()).contains("deadlock victim");
                return isVictim ? FailureKind.DEADLOCK : FailureKind.SERIALIZATION;
            }
        }
        return FailureKind.DEADLOCK;
    }

    /** A session that is aborted in the middle of a statement may fail in its storage, whose texts are not translated. */
    private static Failure generalError(String message) {
        return ABORTED.matcher(message).find()
                ? Failure.of(FailureKind.CONNECTION_LOST, TransactionState.LOST)
                : usable(FailureKind.OTHER);
    }

    private static Failure usable(FailureKind kind) {
        return Failure.of(kind, TransactionState.USABLE);
    }

    /** Returns the message up to the statement, in which an application's own names stand quoted. */
    private static String beforeStatement(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        int statement = message.indexOf("; SQL");
        return statement < 0 ? message : message.substring(0, statement);
    }

    private static Failure duplicate(String message) {
        List<String> constraints = new ArrayList<>();
        String table = null;
        boolean isTable = false;
        String told = told(message);
        for (String token : tokens(told)) {
            if (token.equals("(")) {
                break; // what follows are columns, then values
            }
            String name = unquoted(token);
            if (isTable) {
                table = name;
            } else if (token.equals("ON")) {
                isTable = true;
            } else {
                constraints.add(name);
                constraints.add(INDEX_SUFFIX.matcher(name).replaceFirst(""));
            }
        }
        int on = told.indexOf(" ON ");
        boolean isKey = on > 0 && PRIMARY_KEY.matcher(told.substring(0, on)).find();
        return usable(FailureKind.DUPLICATE).against(constraints).on(table).againstPrimaryKey(isKey);
    }

    private static Failure foreignKey(FailureKind kind, String message) {
        Matcher told = FOREIGN_KEY.matcher(told(message));
        if (!told.matches()) {
            return usable(kind);
        }
        List<String> table = tokens(told.group(2));
        return usable(kind)
                .against(List.of(told.group(1)))
                .on(table.isEmpty() ? null : unquoted(table.get(table.size() - 1)));
    }

    /** A check that could not be evaluated is called invalid, and what ended that is the cause: the end of the session perhaps. */
    private Failure unevaluated(SQLException failure, Attempted attempted, String message) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException inner) {
                Failure found = classify(inner, attempted);
                boolean isOfNoCheck = found.kind().isRetryable() || found.kind() == FailureKind.CANCELLED;
                return isOfNoCheck ? found : check(message);
            }
        }
        return check(message);
    }

    private static Failure check(String message) {
        String told = told(message);
        int end = told.indexOf(": ");
        return usable(FailureKind.CHECK).against(List.of(end < 0 ? told : told.substring(0, end)));
    }

    /** Returns the first quoted part of a message, which tells what happened in which language ever. */
    private static String told(String message) {
        return told(message, 0);
    }

    private static String told(String message, int index) {
        List<String> quoted = SqlNames.between('"', message);
        return quoted.size() <= index ? "" : quoted.get(index);
    }

    /** Returns the column of {@code "NAME CHARACTER VARYING(10)"}. */
    private static List<String> columnWithType(String told) {
        return tokens(told).stream().limit(1).map(H2Dialect::unquoted).toList();
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(match -> match.group()).toList();
    }

    /** Returns the name of {@code NAME}, {@code "a""b"} or {@code U&"\\00fc"}. */
    private static String unquoted(String token) {
        int start = token.indexOf('"');
        if (start < 0) {
            return token;
        }
        String name = token.substring(start + 1, token.length() - 1).replace("\"\"", "\"");
        return start == 0
                ? name
                : ESCAPED.matcher(name)
                        .replaceAll(code -> Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(code.group(1), HEXADECIMAL))));
    }

    /**
     * Binds to parameters of H2 by the types of their columns, which it knows, where that matters: what a time without a zone
     * becomes in a column with one, and the other way, depends on the session; and a text for a UUID is converted again and
     * again.
     */
    private static final class ByColumn implements Binder {
        private static final String UUIDS = "UUID";
        private static final String ZONED_TIMES = "TIMESTAMP WITH TIME ZONE";

        private final PreparedStatement statement;
        private @Nullable ParameterMetaData parameters;
        private @Nullable String[] types = {};

        ByColumn(PreparedStatement statement) {
            this.statement = statement;
        }

        @Override
        public void bind(int index, @Nullable Object value) throws SQLException {
            if (value instanceof UUID && type(index).equals(UUIDS)) {
                statement.setObject(index, value);
            } else if (value instanceof Instant time && type(index).equals(ZONED_TIMES)) {
                statement.setObject(index, time.atOffset(ZoneOffset.UTC));
            } else {
                JdbcValues.bind(statement, index, value);
            }
        }

        private String type(int index) throws SQLException {
            ParameterMetaData known = parameters;
            if (known == null) {
                known = statement.getParameterMetaData();
                parameters = known;
                types = new String[known.getParameterCount() + 1];
            }
            String type = types[index];
            if (type == null) {
                type = known.getParameterTypeName(index);
                types[index] = type;
            }
            return type;
        }
    }
}
