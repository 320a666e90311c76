package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

/** Columns that hold JSON: collections, and whole versioned objects. */
@OnEveryEngine
class JsonColumnsTest {
    private static final class Disk extends VersionedObject {
        private static final ObjectType.Definition<Disk> DEFINE =
                ObjectType.define(Disk.class, "test", "Disk", Disk::new);

        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final Field<Long> SIZE = DEFINE.field("size", Types.longInteger().since("1.1"));
        static final ObjectType<Disk> TYPE = DEFINE.version("1.1");

        Disk() {
            super(TYPE);
        }

        static Disk of(String name, long size) {
            return TYPE.with(NAME, name).with(SIZE, size).build();
        }
    }

    private static final class Machine extends VersionedObject {
        private static final ObjectType.Definition<Machine> DEFINE =
                ObjectType.define(Machine.class, "test", "Machine", Machine::new);

        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final Field<Map<String, List<Long>>> TAGS =
                DEFINE.field("tags", Types.mapOf(Types.listOf(Types.longInteger())));
        static final Field<Disk> ROOT = DEFINE.field("root", Types.object(Disk.class));
        static final Field<List<Disk>> DISKS = DEFINE.field("disks", Types.listOf(Types.object(Disk.class)));
        static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
        static final ObjectType<Machine> TYPE = DEFINE.version("1.0");

        Machine() {
            super(TYPE);
        }
    }

    private static final ObjectCodec CODEC = ObjectCodec.of(ObjectRegistry.of(Machine.TYPE, Disk.TYPE));

    private final TestDatabase database;
    private final Repository<Machine> machines;
    private final Store store;

    JsonColumnsTest(Engine engine) {
        this.database = new TestDatabase(engine);
        String json = engine == Engine.POSTGRESQL ? "jsonb" : "text";
        String text = engine == Engine.H2 ? "varchar(9999)" : "text";
        database.execute("CREATE TABLE machines (name varchar(20) PRIMARY KEY, tags " + text + ", root_disk " + json
                + ", disks " + text + ", generation bigint NOT NULL)");
        Table<Machine> table = Table.of(Machine.TYPE, "machines")
                .key(Machine.NAME)
                .generation(Machine.GENERATION)
                .json(Machine.TAGS)
                .json(Machine.ROOT, "root_disk", CODEC)
                .json(Machine.DISKS, "disks", CODEC)
                .build();
        this.store = Store.of(database.jdbi, table);
        this.machines = store.repository(table);
    }

    private Machine created() {
        return machines.create(Machine.TYPE
                .with(Machine.NAME, "m")
                .with(Machine.TAGS, Map.of("rack", List.of(1L, 2L)))
                .with(Machine.ROOT, Disk.of("root", 1))
                .with(Machine.DISKS, List.of(Disk.of("a", 2), Disk.of("b", 3)))
                .build());
    }

    private Machine loaded() {
        return machines.require(Machine.NAME, "m");
    }

    @Test
    void collectionsAndObjects_comeBackAsTheyWere_clean() {
        Machine machine = created();

        Machine row = loaded();

        assertThat(machine.hasChanges()).isFalse();
        assertThat(row.hasChanges()).isFalse();
        assertThat(row.differencesFrom(machine)).isEmpty();
    }

    @Test
    void aChangeInside_makesTheRowDirty_andIsCleanAfterTheSave() {
        Machine machine = created();
        machine.get(Machine.DISKS).get(1).set(Disk.SIZE, 9L);

        Saved saved = machines.save(machine);

        assertThat(saved.fields()).containsExactlyInAnyOrder(Machine.DISKS, Machine.GENERATION);
        assertThat(saved.unsaved()).isEmpty();
        assertThat(machine.hasChanges()).isFalse();
        assertThat(loaded().get(Machine.DISKS).get(1).get(Disk.SIZE)).isEqualTo(9);
        assertThat(machines.save(machine).fields()).isEmpty();
    }

    @Test
    void aChangeInside_goesBackWithTheTransaction() {
        Machine machine = created();
        machine.get(Machine.ROOT).set(Disk.SIZE, 9L);
        String before = TestDatabase.state(machine);

        assertThatThrownBy(() -> store.write(() -> {
                    machines.save(machine);
                    assertThat(machine.hasChanges()).isFalse();
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(TestDatabase.state(machine)).isEqualTo(before);
        machines.save(machine);
        assertThat(loaded().get(Machine.ROOT).get(Disk.SIZE)).isEqualTo(9);
    }

    @Test
    void rebasing_withAChangeInside_goesOn_ifOthersChangedOtherFields() {
        Machine mine = created();
        Machine other = loaded();
        other.set(Machine.TAGS, Map.of());
        machines.save(other);
        mine.get(Machine.ROOT).set(Disk.SIZE, 9L);
        mine.get(Machine.DISKS).get(0).set(Disk.SIZE, 8L);

        machines.rebasing().save(mine);

        assertThat(mine.hasChanges()).isFalse();
        assertThat(mine.get(Machine.TAGS)).isEmpty();
        assertThat(loaded().differencesFrom(mine)).isEmpty();
    }

    @Test
    void rebasing_withAChangeInside_whereOthersChangedTheSame_namesIt() {
        Machine mine = created();
        Machine other = loaded();
        other.get(Machine.ROOT).set(Disk.SIZE, 7L);
        machines.save(other);
        mine.get(Machine.ROOT).set(Disk.SIZE, 9L);

        assertThatThrownBy(() -> machines.rebasing().save(mine))
                .isInstanceOfSatisfying(
                        ConcurrentUpdateConflict.class,
                        conflict -> assertThat(conflict.fields()).containsExactly(Machine.ROOT));
        assertThat(mine.get(Machine.ROOT).get(Disk.SIZE)).isEqualTo(9);
    }

    @Test
    void rebasing_leavesAnObjectThatNobodyChangedTheSameOne() {
        Machine mine = created();
        Disk root = mine.get(Machine.ROOT);
        Machine other = loaded();
        other.set(Machine.TAGS, Map.of());
        machines.save(other);
        mine.get(Machine.DISKS).get(0).set(Disk.SIZE, 8L);

        machines.rebasing().save(mine);

        assertThat(mine.get(Machine.ROOT)).isSameAs(root);
    }

    @Test
    void upsert_ofTheSame_changesNothing_andTheObjectsInsideAreClean() {
        created();
        Machine same = Machine.TYPE
                .with(Machine.NAME, "m")
                .with(Machine.ROOT, Disk.of("root", 1))
                .with(Machine.DISKS, List.of(Disk.of("a", 2), Disk.of("b", 3)))
                .build();

        machines.upsert(same);

        assertThat(loaded().get(Machine.GENERATION)).isZero();
        assertThat(same.hasChanges()).isFalse();
        same.get(Machine.ROOT).set(Disk.SIZE, 9L);
        machines.upsert(same);
        assertThat(loaded().get(Machine.ROOT).get(Disk.SIZE)).isEqualTo(9);
        assertThat(loaded().get(Machine.GENERATION)).isEqualTo(1);
    }

    @Test
    void anOlderObjectInAColumn_isUpgradedWhenItIsRead() {
        created();
        database.jdbi.useHandle(handle -> handle.createUpdate("UPDATE machines SET disks = :disks")
                .bind(
                        "disks",
                        "[{\"versioned_object.name\":\"Disk\",\"versioned_object.namespace\":\"test\","
                                + "\"versioned_object.version\":\"1.0\",\"versioned_object.data\":{\"name\":\"old\"}}]")
                .execute());

        Disk old = loaded().get(Machine.DISKS).get(0);

        assertThat(old.get(Disk.NAME)).isEqualTo("old");
        assertThat(old.readVersion()).hasToString("Optional[1.0]");
    }

    @Test
    void whatIsNoJson_isRefusedWithItsPlace() {
        created();
        database.execute("UPDATE machines SET tags = '{\"rack\":[\"x\"]}'");

        assertThatThrownBy(this::loaded)
                .isInstanceOf(org.versionedobjects.InvalidValueException.class)
                .hasMessageContaining("test.Machine 1.0 at tags[\"rack\"][0]: expected");
    }

    @Test
    void objectsWithoutACodec_areAProblemOfTheTable() {
        TableBuilder<Machine> builder =
                Table.of(Machine.TYPE, "machines").key(Machine.NAME).json(Machine.DISKS);

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidTableException.class)
                .hasMessageContaining("give json(…) a codec for it");
    }

    @Test
    void aDynamicType_hasJsonColumns() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Thing");
        Field<Long> id = define.field("id", Types.longInteger());
        Field<Object> any = define.field("any", Types.json());
        ObjectType<DynamicObject> type = define.version("1.0");
        database.execute("CREATE TABLE things (id bigint PRIMARY KEY, data varchar(200))");
        Table<DynamicObject> table = Table.of(type, "things")
                .key(id)
                .json(any, "data", ObjectCodec.of(ObjectRegistry.of(type)))
                .build();
        Repository<DynamicObject> things = Store.of(database.jdbi, table).repository(table);
        DynamicObject thing = type.newObject();
        thing.set(id, 1L);
        thing.set(any, List.of(1L, Map.of("a", "b")));

        things.create(thing);

        assertThat(things.require(id, 1L).sameState(thing)).isTrue();
    }
}
