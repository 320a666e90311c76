package org.versionedobjects.persistence;

import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** A type whose table has all kinds of constraints, which the type does not know of. */
final class Parent extends VersionedObject {
    private static final ObjectType.Definition<Parent> DEFINE =
            ObjectType.define(Parent.class, "test", "Parent", Parent::new);

    static final Field<Long> ID = DEFINE.field("id", Types.longInteger());
    static final Field<@Nullable String> NAME =
            DEFINE.field("name", Types.string().nullable());
    static final Field<@Nullable Long> SIZE =
            DEFINE.field("size", Types.longInteger().nullable());
    static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
    static final ObjectType<Parent> TYPE = DEFINE.version("1.0");

    static final String SCHEMA = """
        CREATE TABLE parents (id bigint PRIMARY KEY, name varchar(10) NOT NULL, size int, generation bigint,
          CONSTRAINT uniq_parents0name UNIQUE (name), CONSTRAINT ck_parents_size CHECK (size < 1000));
        CREATE TABLE children (id bigint PRIMARY KEY, parent_id bigint,
          CONSTRAINT fk_children0parent FOREIGN KEY (parent_id) REFERENCES parents (id));
        """;

    static final Table<Parent> TABLE = Table.of(TYPE, "parents")
            .key(ID)
            .generation(GENERATION)
            .unique("uniq_parents0name", NAME)
            .check("ck_parents_size", SIZE)
            .build();

    Parent() {
        super(TYPE);
    }

    static Parent of(long id, @Nullable String name, long size) {
        return TYPE.with(ID, id).with(NAME, name).with(SIZE, size).build();
    }

    /** A type that refers to it. */
    static final class Child extends VersionedObject {
        private static final ObjectType.Definition<Child> DEFINE_CHILD =
                ObjectType.define(Child.class, "test", "Child", Child::new);

        static final Field<Long> ID = DEFINE_CHILD.field("id", Types.longInteger());
        static final Field<Parent> PARENT = DEFINE_CHILD.field("parent", Types.object(Parent.class));
        static final ObjectType<Child> TYPE = DEFINE_CHILD.version("1.0");

        static final Table<Child> TABLE = Table.of(TYPE, "children")
                .key(ID)
                .reference(PARENT, "parent_id", Parent.TABLE)
                .foreignKey("fk_children0parent", PARENT)
                .build();

        Child() {
            super(TYPE);
        }

        static Child of(long id, Parent parent) {
            return TYPE.with(ID, id).with(PARENT, parent).build();
        }
    }
}
