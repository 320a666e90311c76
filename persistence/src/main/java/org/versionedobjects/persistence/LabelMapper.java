package org.versionedobjects.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ObjectType;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.RowLabels.Labelled;

/**
 * Makes objects of the rows of any query, by the labels of its columns. What is not in the row stays unset. Immutable and
 * thread-safe.
 *
 * @param <O> the class of the objects
 */
final class LabelMapper<O extends VersionedObject> implements RowMapper<O> {
    private final Table<O> table;
    private final Dialects dialects;

    LabelMapper(Table<O> table, Dialects dialects) {
        this.table = table;
        this.dialects = dialects;
    }

    @Override
    public RowMapper<O> specialize(ResultSet results, StatementContext context) throws SQLException {
        Labelled labelled = new RowLabels(results.getMetaData()).of(table);
        Dialect dialect = dialects.on(context.getConnection());
        return (row, same) -> new Row(dialect, row).object(table.type(), labelled);
    }

    @Override
    public O map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    private record Row(Dialect dialect, ResultSet results) {
        <T extends VersionedObject> T object(ObjectType<T> type, Labelled labelled) throws SQLException {
            T object = StateAccess.newForLoading(type);
            for (Column<?> column : labelled.table().columns()) {
                Labelled reference = labelled.references().get(column.index());
                if (reference != null) {
                    loadReference(object, labelled, column, reference);
                } else if (labelled.indexOf(column) != 0) {
                    load(object, labelled, column);
                }
            }
            return object;
        }

        private @Nullable Object read(int index) throws SQLException {
            return dialect.read(results, index);
        }

        private void load(VersionedObject object, Labelled labelled, Column<?> column) throws SQLException {
            Object raw = read(labelled.indexOf(column));
            StateAccess.load(object, column.slot(), RowShape.coerced(labelled.table(), column, raw));
        }

        /** A reference to a row that is not there stays unset, as it does in a load. */
        private void loadReference(VersionedObject object, Labelled labelled, Column<?> column, Labelled reference)
                throws SQLException {
            int index = labelled.indexOf(column);
            if (index != 0 && read(index) == null) {
                load(object, labelled, column);
            } else if (!reference.hasMore() || isThere(reference)) {
                StateAccess.load(object, column.slot(), object(reference.table().type(), reference));
            }
        }

        private boolean isThere(Labelled labelled) throws SQLException {
            int key = labelled.indexOf(labelled.table().singleKey());
            if (key != 0 && key != labelled.keyFrom()) {
                return read(key) != null;
            }
            for (int index : labelled.indexes()) {
                if (index != 0 && index != labelled.keyFrom() && read(index) != null) {
                    return true;
                }
            }
            for (Labelled reference : labelled.references()) {
                if (reference != null && isThere(Objects.requireNonNull(reference))) {
                    return true;
                }
            }
            return false;
        }
    }
}
