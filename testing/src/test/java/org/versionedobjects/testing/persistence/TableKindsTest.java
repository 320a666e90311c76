package org.versionedobjects.testing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectType;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Engine;
import org.versionedobjects.persistence.Table;
import org.versionedobjects.testing.Placement.Project;
import org.versionedobjects.testing.Placement.User;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Types;

/** The contract makes values of every field type, and holds for tables of every kind. */
class TableKindsTest {
    private static final ObjectType.Definition<DynamicObject> DEFINE = ObjectType.dynamic("kit", "Thing");
    private static final Field<String> NAME =
            DEFINE.field("name", Types.string().minLength(3).maxLength(12));

    private enum Size {
        SMALL,
        BIG
    }

    private record Kind(String column, String type, FieldType<?> holds) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("whole", "integer", Types.integer()),
            new Kind("most", "bigint", Types.longInteger().between(-5L, 7L)),
            new Kind("huge", "numeric(1000)", Types.bigInteger()),
            new Kind("ratio", "decfloat(40)", Types.decimal()),
            new Kind("price", "numeric(1000, 2)", Types.decimal().scale(2)),
            new Kind("weight", "double precision", Types.floatingPoint()),
            new Kind("flag", "boolean", Types.bool()),
            new Kind("loose", "boolean", Types.flexibleBool()),
            new Kind("size", "varchar(5)", Types.enumOf(Size.class)),
            new Kind("choice", "varchar(3)", Types.oneOf("a", "b c")),
            new Kind("code", "varchar(9)", Types.string().matching("[0-9]+").maxLength(9)),
            new Kind("hidden", "varchar(99)", Types.secretString()),
            new Kind("uid", "uuid", Types.uuid()),
            new Kind("at", "timestamp(6)", Types.instant()),
            new Kind("zoned", "timestamp(6) with time zone", Types.instant()),
            new Kind("local", "timestamp(6)", Types.localDateTime()),
            new Kind("shifted", "varchar(40)", Types.offsetDateTime()),
            new Kind("on_day", "date", Types.date()),
            new Kind("lasts", "varchar(40)", Types.duration()),
            new Kind("bytes", "varbinary(100)", Types.bytes()),
            new Kind("link", "varchar(99)", Types.uri()),
            new Kind("mac", "varchar(20)", Types.macAddress()),
            new Kind("pci", "varchar(20)", Types.pciAddress()),
            new Kind("ip", "varchar(45)", Types.ipAddress()),
            new Kind("network", "varchar(50)", Types.ipNetwork()),
            new Kind("wants", "varchar(40)", Types.versionPredicate()),
            new Kind("boxed", "varchar(99)", Types.mapped(Types.string(), "a word", Word::new, Word::text)),
            new Kind("maybe", "varchar(99)", Types.string().nullable()));

    private static final List<Kind> DOCUMENTS = List.of(
            new Kind("tags", "varchar(9999)", Types.setOf(Types.string())),
            new Kind(
                    "sizes",
                    "varchar(9999)",
                    Types.listOf(Types.enumOf(Size.class).nullable())),
            new Kind("limits", "varchar(9999)", Types.mapOf(Types.longInteger())),
            new Kind("anything", "varchar(9999)", Types.json()));

    private record Word(String text) {}

    static {
        Stream.concat(KINDS.stream(), DOCUMENTS.stream()).forEach(kind -> DEFINE.field(kind.column(), kind.holds()));
    }

    private static final ObjectType<DynamicObject> TYPE = DEFINE.version("1.0");

    @TestFactory
    Stream<DynamicNode> everyFieldType() {
        var table = Table.of(TYPE, "things").key(NAME);
        List<String> columns = new ArrayList<>();
        KINDS.forEach(kind -> columns.add(kind.column() + " " + kind.type()));
        DOCUMENTS.forEach(kind -> {
            columns.add(kind.column() + " " + kind.type());
            table.json(TYPE.field(kind.column()));
        });
        Jdbi jdbi = Tables.database(
                Engine.H2, "CREATE TABLE things (name varchar(12) PRIMARY KEY, " + String.join(", ", columns) + ")");

        return TableContract.of(jdbi, table.build()).tests().map(TableKindsTest::withoutSchema);
    }

    @TestFactory
    Stream<DynamicNode> keyOfReferences() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("kit", "Membership");
        Field<User> user = define.field("user", Types.object(User.class));
        Field<Project> project = define.field("project", Types.object(Project.class));
        define.field("role", Types.string());
        Table<DynamicObject> members = Table.of(define.version("1.0"), "members")
                .key(user, project)
                .reference(user, "user_id", Tables.USERS)
                .reference(project, "project_id", Tables.PROJECTS)
                .build();
        Jdbi jdbi = Tables.database(Engine.H2);
        jdbi.useHandle(handle -> handle.execute("CREATE TABLE members (user_id bigint NOT NULL REFERENCES users,"
                + " project_id bigint NOT NULL REFERENCES projects, role varchar(20) NOT NULL,"
                + " PRIMARY KEY (user_id, project_id))"));

        return TableContract.of(jdbi, members).tests();
    }

    private static final ObjectType.Definition<DynamicObject> NODE = ObjectType.dynamic("kit", "Node");
    private static final Field<Long> NODE_ID =
            NODE.field("id", Types.longInteger().readOnly());
    private static final Field<@Nullable Long> PARENT_ID =
            NODE.field("parent_id", Types.longInteger().nullable());
    private static final Table<DynamicObject> NODES = Table.of(NODE.version("1.0"), "nodes")
            .generatedKey(NODE_ID)
            .foreignKey("fk_nodes0parent", PARENT_ID)
            .build();
    private static final String TREE = "CREATE TABLE nodes (id ${generated}, parent_id bigint,"
            + " CONSTRAINT fk_nodes0parent FOREIGN KEY (parent_id) REFERENCES nodes (id))";

    @TestFactory
    Stream<DynamicNode> tree() {
        return TableContract.of(Tables.database(Engine.H2, TREE), NODES)
                .with(PARENT_ID, seed -> seed.saved(NODES).get(NODE_ID))
                .tests();
    }

    @Test
    void makerWithoutEnd_isToldSo() {
        TableContract endless = TableContract.of(Tables.database(Engine.H2, TREE), NODES)
                .with(NODES, seed -> {
                    DynamicObject node = NODES.type().newObject();
                    node.set(PARENT_ID, seed.saved(NODES).get(NODE_ID));
                    return node;
                });

        assertThat(Findings.of(endless).get("an object comes back as it was saved"))
                .isEqualTo("kit.Node 1.0 in nodes: a row refers to one that refers to one, without end;"
                        + " let a maker give a value that ends it");
    }

    @TestFactory
    Stream<DynamicNode> rowsThatAreThereAlready() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("kit", "ResourceClass");
        Field<Long> id = define.field("id", Types.longInteger().nonNegative());
        Field<String> name = define.field("name", Types.string().matching("[A-Z0-9_]+"));
        Table<DynamicObject> classes = Table.of(define.version("1.0"), "classes")
                .key(id)
                .unique("uniq_classes0name", name)
                .build();
        Jdbi jdbi = Tables.database(
                Engine.H2,
                "CREATE TABLE classes (id bigint PRIMARY KEY, name varchar(20) NOT NULL,"
                        + " CONSTRAINT uniq_classes0name UNIQUE (name));"
                        + " INSERT INTO classes VALUES (0, 'VCPU'), (1, 'MEMORY_MB')");

        return TableContract.of(jdbi, classes).tests();
    }

    private static final class Volume extends VersionedObject implements SoftDeletable {
        private static final ObjectType.Definition<Volume> VOLUME =
                ObjectType.define(Volume.class, "kit", "Volume", Volume::new);

        static final Field<String> NAME = VOLUME.field("name", Types.string());
        static final ObjectType<Volume> TYPE =
                VOLUME.include(SoftDeletable.MIXIN).version("1.0");
        static final Table<Volume> TABLE = Table.of(TYPE, "volumes")
                .key(NAME)
                .softDelete(SoftDeletable.DELETED_AT, SoftDeletable.DELETED)
                .build();

        Volume() {
            super(TYPE);
        }
    }

    private static final String VOLUMES =
            "CREATE TABLE volumes (name varchar(20) PRIMARY KEY, deleted_at ${time}, deleted boolean NOT NULL)";

    @TestFactory
    Stream<DynamicNode> softDeletion() {
        return TableContract.of(Tables.database(Engine.H2, VOLUMES), Volume.TABLE)
                .tests();
    }

    @Test
    void softDeletion_thatATriggerTakesBack_isFound() {
        Jdbi jdbi = Tables.database(Engine.SQLITE, VOLUMES);
        jdbi.useHandle(handle -> handle.execute("CREATE TRIGGER alive AFTER UPDATE ON volumes BEGIN"
                + " UPDATE volumes SET deleted_at = NULL WHERE name = NEW.name; END"));

        assertThat(Findings.of(TableContract.of(jdbi, Volume.TABLE)))
                .containsOnlyKeys("a softly deleted row is found no more until it is restored")
                .allSatisfy((name, message) -> assertThat(message)
                        .startsWith("kit.Volume 1.0 in volumes: the row of Volume 1.0{")
                        .endsWith("} is found although it is marked as deleted"));
    }

    /** A type of which no schema tells what it reads. */
    private static final FieldType<String> RIDDLE = new FieldType<>() {
        @Override
        public String describe() {
            return "the answer to a riddle";
        }

        @Override
        public String accept(String value) {
            return coerce(value);
        }

        @Override
        public String coerce(@Nullable Object value) {
            if (value instanceof String text && text.startsWith("#")) {
                return text;
            }
            throw InvalidValueException.expected(describe(), value);
        }

        @Override
        public void write(String value, ValueWriter out) {
            out.writeText(value);
        }

        @Override
        public String read(ValueReader in) {
            return coerce(in.readText());
        }
    };

    @Test
    void typeOfWhichNoValueIsKnown_needsAMaker() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("kit", "Sphinx");
        Field<String> asks = define.field("asks", RIDDLE);
        Table<DynamicObject> sphinxes =
                Table.of(define.version("1.0"), "sphinxes").key(asks).build();
        Jdbi jdbi = Tables.database(Engine.H2, "CREATE TABLE sphinxes (asks varchar(20) PRIMARY KEY)");
        TableContract contract = TableContract.of(jdbi, sphinxes);

        assertThat(Findings.of(contract))
                .containsEntry(
                        "an object comes back as it was saved",
                        "kit.Sphinx 1.0 in sphinxes: no value is known for asks, which holds the answer to a riddle;"
                                + " give one: with(kit.Sphinx.asks, seed -> …)");
        assertThat(Findings.of(contract.with(asks, seed -> "#" + seed.number())))
                .isEmpty();
    }

    /** Leaves the schema test out, whose opinion of these columns is another test's. */
    private static DynamicNode withoutSchema(DynamicNode node) {
        var container = (org.junit.jupiter.api.DynamicContainer) node;
        return org.junit.jupiter.api.DynamicContainer.dynamicContainer(
                node.getDisplayName(), container.getChildren().skip(1));
    }
}
