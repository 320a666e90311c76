package org.versionedobjects.persistence.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.Table;

/** A migration of rows whose columns of JSON hold objects of older versions. */
final class Rewriting<O extends VersionedObject> extends RowMigration<O> {
    private final List<Field<?>> fields;

    Rewriting(String name, Table<O> table, Field<?> first, Field<?>... more) {
        this(name, table, all(first, more));
    }

    private Rewriting(String name, Table<O> table, List<Field<?>> fields) {
        super(name, description(table, fields), table);
        this.fields = fields;
        for (Field<?> field : fields) {
            if (!table.isJson(field)) {
                throw new IllegalArgumentException("The field " + field + " has no column of JSON in " + table);
            }
        }
    }

    private static List<Field<?>> all(Field<?> first, Field<?>... more) {
        List<Field<?>> fields = new ArrayList<>();
        fields.add(first);
        fields.addAll(List.of(more));
        return List.copyOf(fields);
    }

    private static String description(Table<?> table, List<Field<?>> fields) {
        String names = fields.stream().map(Field::name).collect(Collectors.joining(", "));
        return "objects in " + table.name() + " (" + names + ") in their newest versions";
    }

    @Override
    protected boolean migrate(Store store, O object) {
        boolean isToDo = false;
        for (Field<?> field : fields) {
            if (holdsOlder(object, field)) {
                object.touch(field);
                isToDo = true;
            }
        }
        return isToDo;
    }

    private static <T extends @Nullable Object> boolean holdsOlder(VersionedObject object, Field<T> field) {
        T value = object.isSet(field) ? object.get(field) : null;
        return value != null && field.type().anyNested(value, Rewriting::isOlder);
    }

    private static boolean isOlder(VersionedObject object) {
        boolean isItself = object.readVersion()
                .filter(read -> read.isBefore(object.objectType().version()))
                .isPresent();
        return isItself || object.objectType().fields().stream().anyMatch(field -> holdsOlder(object, field));
    }
}
