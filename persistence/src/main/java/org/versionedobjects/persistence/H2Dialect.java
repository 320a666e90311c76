package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * H2. Its failures have SQLSTATEs; the name of a violated constraint stands in the message only, which is translated,
 * so no word of it counts. What counts are its quoted parts, up to the statement's text. Of a duplicate it is {@code
 * "PUBLIC.UNIQ_X INDEX PUBLIC.UNIQ_X_INDEX_8 ON PUBLIC.CONSUMERS(UUID NULLS FIRST) VALUES (…)"}, up to the first
 * bracket, since values stand behind it; before 2.4 the constraint's own name is missing there, and only its index's is
 * left. Of a foreign key it is {@code "FK_X: PUBLIC.CHILD FOREIGN KEY(PARENT_ID) REFERENCES PUBLIC.PARENT(ID) (99)"}.
 *
 * <p>States: {@code org.h2.api.ErrorCode}. Not seen in tests but told there: 22003, 23514, 42S02, 42S03, 42S04, 90007,
 * 90067, 90097, 90098.
 */
final class H2Dialect implements Dialect {
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

    private static final Pattern DUPLICATE = Pattern.compile("\"(.*?) ON ([^(]*)\\(");
    private static final Pattern FOREIGN_KEY = Pattern.compile("\"(.*?): ([^(]*?) FOREIGN KEY\\(");
    private static final Pattern NAME = Pattern.compile("\"(?:[^\"]|\"\")*\"|[\\p{L}\\p{N}_$]+");
    private static final Pattern INDEX_SUFFIX = Pattern.compile("_INDEX_[0-9A-Z]+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRIMARY_KEY = Pattern.compile("PRIMARY[ _]KEY");

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public boolean speaks(String product) {
        return product.equals("H2");
    }

    @Override
    public String quote(String name) {
        return SqlNames.isPlain(name) && !KEYWORDS.contains(name) ? name : SqlNames.quoted(name, '"');
    }

    @Override
    public String locking(String select) {
        return select + " FOR UPDATE";
    }

    @Override
    public String newest(String select) {
        return select;
    }

    @Override
    public PreparedStatement prepareInsert(Connection connection, String sql, @Nullable String generatedColumn)
            throws SQLException {
        return generatedColumn == null
                ? connection.prepareStatement(sql)
                : connection.prepareStatement(sql, new String[] {generatedColumn});
    }

    @Override
    public Object generatedKey(PreparedStatement inserted, String generatedColumn) throws SQLException {
        return GeneratedKeys.first(inserted, generatedColumn);
    }

    @Override
    public String insertDefaults(String table) {
        return "INSERT INTO " + table + " DEFAULT VALUES";
    }

    /** What a time without a zone becomes in a column with one, and the other way, depends on the session. */
    @Override
    public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        boolean isZoned = value instanceof Instant
                && statement.getParameterMetaData().getParameterType(index) == Types.TIMESTAMP_WITH_TIMEZONE;
        if (isZoned) {
            statement.setObject(index, ((Instant) value).atOffset(ZoneOffset.UTC));
        } else {
            JdbcValues.bind(statement, index, value);
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
            case "23502" -> usable(FailureKind.NOT_NULL).blaming(quotedNames(message));
            case "23513", "23514" -> check(message);
            case "22001", "22003", "22004" -> usable(FailureKind.OUT_OF_RANGE).blaming(firstWord(message));
            case "40001" -> Failure.of(FailureKind.DEADLOCK, TransactionState.ROLLED_BACK);
            case "HYT00" -> usable(FailureKind.LOCK_TIMEOUT);
            case "42S02", "42S03", "42S04", "42S22" -> usable(FailureKind.NO_SUCH_TABLE_OR_COLUMN);
            case "90097" -> usable(FailureKind.READ_ONLY);
            case "57014" -> usable(FailureKind.CANCELLED);
            case "90007", "90067", "90098", "90121" -> Failure.of(FailureKind.CONNECTION_LOST, TransactionState.LOST);
            default -> usable(state.startsWith("08") ? FailureKind.CONNECTION_LOST : FailureKind.OTHER);
        };
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
        Matcher quoted = DUPLICATE.matcher(message);
        if (!quoted.find()) {
            return usable(FailureKind.DUPLICATE);
        }
        List<String> constraints = new ArrayList<>();
        for (String name : names(quoted.group(1))) {
            constraints.add(name);
            constraints.add(INDEX_SUFFIX.matcher(name).replaceFirst(""));
        }
        return usable(FailureKind.DUPLICATE)
                .against(constraints)
                .on(last(names(quoted.group(2))))
                .againstPrimaryKey(PRIMARY_KEY.matcher(quoted.group(1)).find());
    }

    private static Failure foreignKey(FailureKind kind, String message) {
        Matcher quoted = FOREIGN_KEY.matcher(message);
        return quoted.find()
                ? usable(kind).against(names(quoted.group(1))).on(last(names(quoted.group(2))))
                : usable(kind);
    }

    private static Failure check(String message) {
        List<String> quoted = SqlNames.between('"', message);
        String first = quoted.isEmpty() ? "" : quoted.get(0);
        int end = first.indexOf(": ");
        return usable(FailureKind.CHECK).against(names(end < 0 ? first : first.substring(0, end)));
    }

    private static List<String> quotedNames(String message) {
        List<String> quoted = SqlNames.between('"', message);
        return quoted.isEmpty() ? List.of() : names(quoted.get(0).toUpperCase(Locale.ROOT));
    }

    /** Returns the first of the names: {@code "NAME CHARACTER VARYING(10)"}. */
    private static List<String> firstWord(String message) {
        List<String> names = quotedNames(message);
        return names.isEmpty() ? names : names.subList(0, 1);
    }

    private static List<String> names(String text) {
        return NAME.matcher(text)
                .results()
                .map(match -> match.group())
                .map(name -> name.startsWith("\"")
                        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                        : name)
                .toList();
    }

    private static @Nullable String last(List<String> names) {
        return names.isEmpty() ? null : names.get(names.size() - 1);
    }
}
