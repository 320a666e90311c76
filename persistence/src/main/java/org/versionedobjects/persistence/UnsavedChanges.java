package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Changes;
import org.versionedobjects.Field;
import org.versionedobjects.StateAccess;
import org.versionedobjects.VersionedObject;

/**
 * Finds the changes that a save leaves: in fields without a column, and inside objects referred to; what is inside a
 * column of JSON is saved with it.
 */
final class UnsavedChanges {
    private UnsavedChanges() {}

    /** Returns the paths of the changes that stay when the fields of some columns become clean. */
    static List<String> of(Table<?> table, VersionedObject object, Predicate<Column<?>> saved) {
        List<String> paths = new ArrayList<>();
        for (Field<?> field : table.type().fields()) {
            if (StateAccess.isOwnChange(object, table.type().slot(field)) && !isSaved(table.column(field), saved)) {
                paths.add(field.name());
            }
        }
        if (hasNestedChange(table, object)) {
            Map<String, Changes> nested = new LinkedHashMap<>(object.changes().nested());
            nested.keySet().removeIf(path -> isInJson(table, path));
            addNested("", nested, paths);
        }
        return List.copyOf(paths);
    }

    private static boolean isInJson(Table<?> table, String path) {
        return table.json().stream()
                .map(column -> column.field().name())
                .anyMatch(name -> path.equals(name) || path.startsWith(name + "["));
    }

    private static boolean isSaved(@Nullable Column<?> column, Predicate<Column<?>> saved) {
        return column != null && saved.test(column);
    }

    private static boolean hasNestedChange(Table<?> table, VersionedObject object) {
        for (Field<?> field : table.nested()) {
            if (isChangedInside(object, field)) {
                return true;
            }
        }
        return false;
    }

    private static <T extends @Nullable Object> boolean isChangedInside(VersionedObject object, Field<T> field) {
        return object.isSet(field) && field.type().anyNested(object.get(field), VersionedObject::hasChanges);
    }

    private static void addNested(String prefix, Map<String, Changes> inside, List<String> paths) {
        for (Map.Entry<String, Changes> nested : inside.entrySet()) {
            String path = prefix + nested.getKey();
            for (Field<?> field : nested.getValue().fields()) {
                if (!nested.getValue().nested().containsKey(field.name())) {
                    paths.add(path + "." + field.name());
                }
            }
            addNested(path + ".", nested.getValue().nested(), paths);
        }
    }
}
