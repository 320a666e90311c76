package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

/** Tables, columns and constraints are called what schemas call them; no value ever stands in a statement. */
@OnEveryEngine
class NamesTest {
    private static final List<String> NAMES = List.of(
            "order",
            "user",
            "value",
            "Mixed Case",
            "UPPER",
            "a\"b",
            "it's",
            "semi;colon",
            "ünïcödé",
            "per%cent",
            "q?mark");

    private final Engine engine;
    private final TestDatabase database;

    NamesTest(Engine engine) {
        this.engine = engine;
        this.database = new TestDatabase(engine);
    }

    private String quoted(String name) {
        return engine == Engine.MARIADB ? SqlNames.quoted(name, '`') : SqlNames.quoted(name, '"');
    }

    private record Thing(ObjectType<DynamicObject> type, Field<Long> id, Field<String> field, Field<Long> generation) {
        static Thing make() {
            ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Thing");
            Field<Long> id = define.field("id", Types.longInteger().readOnly());
            Field<String> field = define.field("field", Types.string());
            Field<Long> generation = define.field("generation", Types.longInteger());
            return new Thing(define.version("1.0"), id, field, generation);
        }
    }

    @Test
    void anyName_works() {
        List<String> wrong = new ArrayList<>();
        for (String name : NAMES) {
            try {
                check(name);
            } catch (RuntimeException | AssertionError e) {
                wrong.add(name + ": " + e);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private void check(String name) {
        Thing thing = Thing.make();
        createTable(name);
        Table<DynamicObject> table = Table.of(thing.type(), name)
                .generatedKey(thing.id())
                .column(thing.id(), name + " id")
                .column(thing.field(), name)
                .generation(thing.generation())
                .column(thing.generation(), name + " gen")
                .naturalKey(thing.field())
                .unique("uq " + name, thing.field())
                .build();
        Repository<DynamicObject> things = Store.of(database.jdbi, table).repository(table);
        DynamicObject one =
                things.create(thing.type().with(thing.field(), "one").build());
        one.set(thing.field(), "two");
        things.save(one);
        things.modify(thing.field(), "two", each -> each.set(thing.field(), "three"));
        things.refresh(one);

        assertThat(one.get(thing.field())).isEqualTo("three");
        assertThat(things.find(thing.field(), "three")).isPresent();
        DuplicateConflict conflict = catchThrowableOfType(
                DuplicateConflict.class,
                () -> things.create(thing.type().with(thing.field(), "three").build()));
        assertThat(conflict.isOn(thing.field())).as(conflict.toString()).isTrue();
        assertThat(conflict.constraint()).contains("uq " + name);
        things.delete(one);
        assertThat(database.jdbi.withHandle(table::verify)).isEmpty();
    }

    private void createTable(String name) {
        String sql = engine.schema("CREATE TABLE " + quoted(name) + " (" + quoted(name + " id") + " ${generated}, "
                + quoted(name) + " varchar(20) NOT NULL, " + quoted(name + " gen") + " bigint NOT NULL, CONSTRAINT "
                + quoted("uq " + name)
                + " UNIQUE (" + quoted(name) + "))");
        try (Connection connection = database.unwatched().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Test
    void noValue_standsInAStatement() {
        VolumeDatabase volumes = new VolumeDatabase(engine);
        Volume volume = Volume.named("v4lue");
        volume.set(Volume.STATE, "st4te");
        volume.set(Volume.SIZE, 424242L);
        volumes.database.forget();
        volumes.volumes.upsert(volume);
        volumes.volumes.ensure(Volume.named("v4lue"));
        volume.set(Volume.STATE, "n3w");
        volumes.volumes.expecting(Volume.STATE, "st4te").save(volume);
        volumes.volumes.find(Volume.SIZE, 424242L);
        volumes.volumes.modify(Volume.NAME, "v4lue", each -> each.set(Volume.SIZE, 434343L));
        volumes.volumes.refresh(volume);
        volumes.volumes.unlessReferencedBy(volumes.attachmentTable).delete(volume);

        assertThat(volumes.database.statements).hasSizeGreaterThan(7);
        assertThat(volumes.database.statements)
                .noneMatch(sql -> sql.matches("(?s).*(v4lue|st4te|n3w|4242|4343|\\b\\d{2,}\\b).*"));
    }
}
