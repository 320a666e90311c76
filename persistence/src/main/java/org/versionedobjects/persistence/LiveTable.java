package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.persistence.LiveSchema.LiveUnique;

/**
 * Where a table stands.
 *
 * @param name the name as the database has it
 */
record LiveTable(
        Connection connection,
        @Nullable String catalog,
        @Nullable String schema,
        String name) {

    /** Returns the first column of a query's rows. */
    List<String> texts(String query, @Nullable String... arguments) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = prepared(query, arguments);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private PreparedStatement prepared(String query, @Nullable String... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        for (int i = 0; i < arguments.length; i++) {
            statement.setString(i + 1, arguments[i]);
        }
        return statement;
    }

    /**
     * Returns what a query tells of unique constraints and indexes: in a row for each of their columns, in order, the name,
     * the column, and whether it is for some rows only.
     */
    List<LiveUnique> uniques(String query, @Nullable String... arguments) throws SQLException {
        Map<String, LiveUnique> uniques = new LinkedHashMap<>();
        try (PreparedStatement statement = prepared(query, arguments);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                boolean isPartial = row.getBoolean(3);
                uniques.computeIfAbsent(row.getString(1), each -> new LiveUnique(each, new ArrayList<>(), isPartial))
                        .columns()
                        .add(row.getString(2));
            }
        }
        return List.copyOf(uniques.values());
    }
}
