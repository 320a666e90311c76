package org.versionedobjects.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
        Set<String> partial = new HashSet<>();
        try (PreparedStatement statement = prepared(query, arguments);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String unique = row.getString(1);
                columns.computeIfAbsent(unique, each -> new ArrayList<>()).add(row.getString(2));
                if (row.getBoolean(3)) {
                    partial.add(unique);
                }
            }
        }
        List<LiveUnique> uniques = new ArrayList<>();
        columns.forEach((unique, of) -> uniques.add(new LiveUnique(unique, of, partial.contains(unique))));
        return uniques;
    }
}
