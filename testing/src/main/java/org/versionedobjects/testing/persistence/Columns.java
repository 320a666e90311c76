package org.versionedobjects.testing.persistence;

import java.util.List;
import java.util.stream.Stream;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Table;
import org.versionedobjects.persistence.TableRoles;

/** The fields of a table by what a test can do with them. */
record Columns<O extends VersionedObject>(Table<O> table, TableRoles roles) {
    static <O extends VersionedObject> Columns<O> of(Table<O> table) {
        return new Columns<>(table, table.roles());
    }

    /** Returns whether the database or the store gives the field its value. */
    boolean isKept(Field<?> field) {
        return (roles.keyGenerated() && roles.key().contains(field))
                || field.equals(roles.generation())
                || field.equals(roles.createdAt())
                || field.equals(roles.updatedAt())
                || roles.softDeletion().contains(field);
    }

    /** Returns the fields that objects are made with. */
    List<Field<?>> made() {
        return table.fields().stream().filter(field -> !isKept(field)).toList();
    }

    /** Returns the fields that can be changed in a row that is there. */
    List<Field<?>> changeable() {
        return made().stream()
                .filter(field -> !roles.key().contains(field) && !field.spec().isReadOnly())
                .toList();
    }

    /** Returns the fields that can be null in a row. */
    List<Field<?>> nullable() {
        return made().stream()
                .filter(field -> !roles.key().contains(field) && field.type().isNullable())
                .toList();
    }

    /** Returns what tells rows apart: sets of fields that no two rows have the same values of. */
    List<List<Field<?>>> uniques() {
        return Stream.of(
                        roles.keyGenerated() ? Stream.<List<Field<?>>>empty() : Stream.of(roles.key()),
                        Stream.of(roles.naturalKey()).filter(key -> !key.isEmpty()),
                        roles.uniques().values().stream())
                .<List<Field<?>>>flatMap(each -> each)
                .distinct()
                .toList();
    }
}
