package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Parent.Child;
import org.versionedobjects.types.Types;

/** The mapping beside the live schema: each difference is told, and nothing else. */
@OnEveryEngine
class VerifyTest {
    static final class Owner extends VersionedObject {
        private static final ObjectType.Definition<Owner> DEFINE =
                ObjectType.define(Owner.class, "test", "Owner", Owner::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger());
        static final ObjectType<Owner> TYPE = DEFINE.version("1.0");

        static final Table<Owner> TABLE = Table.of(TYPE, "owners").key(ID).build();

        Owner() {
            super(TYPE);
        }
    }

    static final class Thing extends VersionedObject {
        private static final ObjectType.Definition<Thing> DEFINE =
                ObjectType.define(Thing.class, "test", "Thing", Thing::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger());
        static final Field<UUID> UUID = DEFINE.field("uuid", Types.uuid());
        static final Field<String> NAME = DEFINE.field("name", Types.string().maxLength(40));
        static final Field<String> LABEL =
                DEFINE.field("label", Types.string().matching("[a-z]+").maxLength(20));
        static final Field<String> STATE = DEFINE.field("state", Types.oneOf("new", "available"));
        static final Field<Long> SIZE = DEFINE.field("size", Types.longInteger().between(0L, 100_000L));
        static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
        static final Field<@Nullable BigDecimal> PRICE =
                DEFINE.field("price", Types.decimal().scale(2).nullable());
        static final Field<@Nullable Instant> SEEN_AT =
                DEFINE.field("seen_at", Types.instant().nullable());
        static final Field<@Nullable Owner> OWNER =
                DEFINE.field("owner", Types.object(Owner.class).nullable());
        static final ObjectType<Thing> TYPE = DEFINE.version("1.0");

        static final Table<Thing> TABLE = Table.of(TYPE, "things")
                .generatedKey(ID)
                .generation(GENERATION)
                .column(LABEL, "The Label")
                .reference(OWNER, "owner_id", Owner.TABLE)
                .unique("uq_things0uuid", UUID)
                .unique("uq_things0name0state", NAME, STATE)
                .foreignKey("fk_things0owner", OWNER)
                .build();

        Thing() {
            super(TYPE);
        }
    }

    private static final String OTHER_TABLES = """
        CREATE TABLE owners (id bigint PRIMARY KEY, number bigint NOT NULL, CONSTRAINT uq_owners UNIQUE (number));
        CREATE TABLE persons (id bigint PRIMARY KEY);
        """;

    private static final String THINGS = """
        CREATE TABLE things (
        id ${generated},
        uuid varchar(36) NOT NULL,
        name varchar(40) NOT NULL,
        "The Label" varchar(20) NOT NULL,
        state varchar(9) NOT NULL,
        size integer NOT NULL,
        generation bigint NOT NULL,
        price ${price},
        seen_at ${time},
        owner_id bigint,
        spare bigint,
        CONSTRAINT uq_things0uuid UNIQUE (uuid),
        CONSTRAINT uq_things0name0state UNIQUE (state, name),
        CONSTRAINT fk_things0owner FOREIGN KEY (owner_id) REFERENCES owners (id));
        """;

    /** How engines call types of columns; a message has these words in lower case. */
    private static final Map<Engine, Map<String, String>> TYPE_NAMES = Map.of(
            Engine.H2, Map.of("varchar", "character varying", "char", "character"),
            Engine.POSTGRESQL,
                    Map.of(
                            "char", "bpchar",
                            "integer", "int4",
                            "smallint", "int2",
                            "bigint", "int8",
                            "decimal", "numeric"),
            Engine.MARIADB, Map.of("integer", "int", "timestamp", "datetime"),
            Engine.SQLITE, Map.of());

    private static final Set<Engine> ALL = Set.of(Engine.values());
    private static final Set<Engine> TYPED = Set.of(Engine.H2, Engine.POSTGRESQL, Engine.MARIADB);

    /**
     * What is wrong with a schema.
     *
     * @param from what stands in the one that is right
     * @param to what stands there instead; an engine's own words in place of {@code ${…}}
     * @param on the engines on which it is a difference
     * @param differences what is told there, types called {@code <varchar>}; elsewhere nothing is
     */
    private record Case(String from, String to, Set<Engine> on, List<String> differences) {}

    private static Case wrong(String from, String to, String... differences) {
        return new Case(from, to, ALL, List.of(differences));
    }

    private static Case wrongOn(Set<Engine> engines, String from, String to, String... differences) {
        return new Case(from, to, engines, List.of(differences));
    }

    private static Case right(String from, String to) {
        return new Case(from, to, Set.of(), List.of());
    }

    private final Engine engine;
    private final VolumeDatabase database;

    VerifyTest(Engine engine) {
        this.engine = engine;
        this.database = new VolumeDatabase(engine);
    }

    private List<String> differences(Table<?> table) {
        return database.database.jdbi.withHandle(handle ->
                table.verify(handle).stream().map(SchemaDifference::toString).toList());
    }

    private List<String> differencesIgnoringCase(Table<?> table) {
        return differences(table).stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Makes the things anew, with one part of their table replaced, and compares what is told. */
    private void check(Case each, List<String> wrong) {
        assertThat(THINGS).contains(each.from());
        database.database.execute("DROP TABLE IF EXISTS things");
        create(THINGS.replace(each.from(), each.to()));
        List<String> expected = each.on().contains(engine)
                ? each.differences().stream().map(this::inOwnWords).toList()
                : List.of();
        List<String> told = differencesIgnoringCase(Thing.TABLE);
        if (!told.equals(expected)) {
            wrong.add("with " + each.to() + " verify tells " + told + " instead of " + expected);
        }
    }

    private void check(Case... cases) {
        create(OTHER_TABLES);
        List<String> wrong = new ArrayList<>();
        check(right("spare", "spare"), wrong);
        assertThat(wrong).isEmpty();
        for (Case each : cases) {
            check(each, wrong);
        }

        assertThat(wrong).isEmpty();
    }

    private void create(String schema) {
        String price = engine == Engine.SQLITE ? "text" : "decimal(10, 2)";
        String time = engine == Engine.MARIADB ? "datetime" : "timestamp";
        String quote = engine == Engine.MARIADB ? "`" : "\"";
        database.database.execute(
                schema.replace("${price}", price).replace("${timestamp}", time).replace("\"", quote));
    }

    private String inOwnWords(String difference) {
        String text = difference;
        for (String word : List.of("varchar", "char", "integer", "smallint", "bigint", "decimal", "timestamp")) {
            text = text.replace("<" + word + ">", TYPE_NAMES.get(engine).getOrDefault(word, word));
        }
        return text;
    }

    // ---- tables ----

    @Test
    void whatFits_hasNoDifferences() {
        assertThat(differences(Tables.PROJECTS)).isEmpty();
        assertThat(differences(Tables.CREDENTIALS)).isEmpty();
    }

    @Test
    void aMissingTable_isTheOnlyDifference() {
        assertThat(differences(Parent.TABLE)).containsExactly("parents: there is no such table");
    }

    @Test
    void aTableInOtherCase_isAnotherTable_whereStatementsDoNotFindIt() {
        String stored = engine == Engine.H2 ? "parents" : "PARENTS";
        create("CREATE TABLE \"" + stored + "\" (id bigint)");

        if (engine == Engine.SQLITE) {
            assertThat(differences(Parent.TABLE)).isNotEmpty().noneMatch(each -> each.contains("no such table"));
        } else {
            assertThat(differences(Parent.TABLE))
                    .containsExactly("parents: there is no such table, but one called " + stored);
        }
    }

    @Test
    void everyDifference_isTold_atOnce() {
        database.database.execute("CREATE TABLE parents (id bigint, size bigint NOT NULL, generation bigint,"
                + " needed int NOT NULL, spare int NOT NULL DEFAULT 1, PRIMARY KEY (size, id));"
                + "CREATE TABLE children (id bigint PRIMARY KEY, parent_id bigint)");

        assertThat(differencesIgnoringCase(Parent.TABLE))
                .containsExactly(
                        "parents.name: there is no such column",
                        "parents.size: the column takes no null, but the field size may be null",
                        "parents.generation: the column takes null, but the field generation is never null",
                        "parents.needed: the column needs a value, but no field is mapped to it",
                        "parents: the primary key is (size, id), but the mapping has (id)",
                        "parents: there is no unique constraint on (name), which the mapping calls uniq_parents0name");
        assertThat(differencesIgnoringCase(Child.TABLE))
                .containsExactly(
                        "children.parent_id: the column takes null, but the field parent is never null",
                        "children: there is no foreign key on (parent_id), which the mapping calls fk_children0parent");
    }

    // ---- columns ----

    @Test
    void whatAColumnCannotHold_isTold() {
        check(
                wrongOn(
                        TYPED,
                        "name varchar(40)",
                        "name varchar(39)",
                        "things.name: the column is <varchar>(39), which keeps 39 characters, but the field name holds up to 40"),
                right("name varchar(40)", "name varchar(41)"),
                wrongOn(
                        TYPED,
                        "name varchar(40)",
                        "name char(40)",
                        "things.name: the column is <char>(40), but the field name holds a text of at most 40 characters"),
                wrongOn(
                        Set.of(Engine.H2, Engine.POSTGRESQL),
                        "\"The Label\" varchar(20)",
                        "\"The Label\" char(20)",
                        "things.the label: the column is <char>(20), but the field label holds"
                                + " a text of at most 20 characters that matches [a-z]+"),
                wrongOn(
                        TYPED,
                        "uuid varchar(36)",
                        "uuid varchar(35)",
                        "things.uuid: the column is <varchar>(35), which keeps 35 characters, but the field uuid holds up to 36"),
                right("uuid varchar(36)", "uuid char(36)"),
                wrongOn(
                        TYPED,
                        "state varchar(9)",
                        "state varchar(8)",
                        "things.state: the column is <varchar>(8), which keeps 8 characters, but the field state holds up to 9"),
                wrongOn(
                        Set.of(Engine.H2, Engine.POSTGRESQL),
                        "state varchar(9)",
                        "state char(9)",
                        "things.state: the column is <char>(9), but the field state holds one of new, available"),
                wrongOn(
                        Set.of(Engine.H2, Engine.POSTGRESQL, Engine.MARIADB),
                        "state varchar(9)",
                        "state bigint",
                        "things.state: the column is <bigint>, but the field state holds one of new, available"),
                wrongOn(
                        TYPED,
                        "size integer",
                        "size smallint",
                        "things.size: the column is <smallint>, which keeps integers from -32768 to 32767,"
                                + " but the field size holds integers from 0 to 100000"),
                right("size integer", "size decimal(6, 0)"),
                wrongOn(
                        TYPED,
                        "generation bigint",
                        "generation integer",
                        "things.generation: the column is <integer>, which keeps integers from -2147483648 to 2147483647,"
                                + " but the field generation holds integers from -9223372036854775808 to 9223372036854775807"),
                wrongOn(
                        TYPED,
                        "seen_at ${time}",
                        "seen_at ${timestamp}(3)",
                        "things.seen_at: the column is <timestamp>, which keeps 3 digits after the point,"
                                + " but the field seen_at holds up to 6"));
    }

    @Test
    void decimals_areTold() {
        String kept = engine == Engine.SQLITE
                ? "but the field price holds a decimal number with at most 2 digits after the point or null"
                : "which keeps 1 digit after the point, but the field price holds up to 2";
        check(
                wrong(
                        "price ${price}",
                        "price date",
                        "things.price: the column is date, but the field price holds"
                                + " a decimal number with at most 2 digits after the point or null"),
                wrong("price ${price}", "price decimal(10, 1)", "things.price: the column is <decimal>, " + kept));
    }

    @Test
    void aColumnOfNames_holdsThose() {
        if (engine == Engine.H2 || engine == Engine.MARIADB) {
            String type = engine == Engine.H2 ? "enum('new', 'it''s')" : "enum";
            check(
                    right("state varchar(9)", "state enum('available', 'new', 'old')"),
                    wrong(
                            "state varchar(9)",
                            "state enum('new', 'it''s')",
                            "things.state: the column is " + type
                                    + ", which takes only new, it's, but the field state holds one of new, available"));
        }
    }

    @Test
    void nullsAndMissingValues_areTold() {
        check(
                wrong(
                        "name varchar(40) NOT NULL",
                        "name varchar(40)",
                        "things.name: the column takes null, but the field name is never null"),
                wrong(
                        "seen_at ${time}",
                        "seen_at ${time} DEFAULT '2026-01-01 00:00:00' NOT NULL",
                        "things.seen_at: the column takes no null, but the field seen_at may be null"),
                wrong(
                        "spare bigint",
                        "spare bigint NOT NULL",
                        "things.spare: the column needs a value, but no field is mapped to it"),
                right("spare bigint", "spare bigint DEFAULT 1 NOT NULL"),
                wrong(
                        "spare bigint",
                        "spare varchar(9), needed varchar(9) NOT NULL",
                        "things.needed: the column needs a value, but no field is mapped to it"));
    }

    @Test
    void aColumnThatTheDatabaseComputes_isNotWritten() {
        String computed = " bigint GENERATED ALWAYS AS (owner_id + 1)" + (engine == Engine.H2 ? "" : " STORED");
        check(
                wrong(
                        "generation bigint NOT NULL",
                        "generation" + computed,
                        "things.generation: the column takes null, but the field generation is never null",
                        "things.generation: the database computes the column, but the field generation is written to it"),
                right("spare bigint", "spare" + computed));
    }

    @Test
    void namesInOtherCase_areOtherNames_whereStatementsDoNotFindThem() {
        Set<Engine> exact = Set.of(Engine.H2, Engine.POSTGRESQL);
        String stored = engine == Engine.H2 ? "size" : "SIZE";
        check(
                wrongOn(
                        exact,
                        "size integer NOT NULL",
                        "\"" + stored + "\" integer DEFAULT 1 NOT NULL",
                        "things.size: there is no such column, but one called size"),
                right("size integer NOT NULL", "SIZE integer NOT NULL"),
                wrongOn(
                        exact,
                        "\"The Label\" varchar(20) NOT NULL",
                        "\"the label\" varchar(20) DEFAULT '' NOT NULL",
                        "things.the label: there is no such column, but one called the label"),
                wrongOn(
                        exact,
                        "\"The Label\" varchar(20) NOT NULL",
                        "\"THE LABEL\" varchar(20) NOT NULL",
                        "things.the label: there is no such column, but one called the label",
                        "things.the label: the column needs a value, but no field is mapped to it"));
    }

    // ---- keys and constraints ----

    @Test
    void keys_areTold() {
        String range = "which keeps integers from -2147483648 to 2147483647, but the field id holds integers"
                + " from -9223372036854775808 to 9223372036854775807";
        check(
                wrong("id ${generated}", "id bigint PRIMARY KEY", "things.id: the database does not generate the key"),
                wrongOn(
                        TYPED,
                        "id ${generated}",
                        "id integer PRIMARY KEY",
                        "things.id: the database does not generate the key",
                        "things.id: the column is <integer>, " + range),
                wrong(
                        "id ${generated}",
                        "id bigint NOT NULL",
                        "things.id: the database does not generate the key",
                        "things: there is no primary key, but the mapping has (id)"));
    }

    @Test
    void anotherPrimaryKey_isTold() {
        create(OTHER_TABLES);
        create(THINGS.replace("id ${generated}", "id bigint NOT NULL")
                .replace("CONSTRAINT uq_things0uuid", "PRIMARY KEY (id, state), CONSTRAINT uq_things0uuid"));

        assertThat(differencesIgnoringCase(Thing.TABLE))
                .containsExactly(
                        "things.id: the database does not generate the key",
                        "things: the primary key is (id, state), but the mapping has (id)");
    }

    @Test
    void aKeyThatADefaultMakes_isGenerated_whereTheDriverGivesItBack() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Note");
        Field<UUID> id = define.field("id", Types.uuid());
        Field<String> text = define.field("text", Types.string());
        ObjectType<DynamicObject> type = define.version("1.0");
        Table<DynamicObject> table = Table.of(type, "notes").generatedKey(id).build();
        String made = switch (engine) {
            case H2 -> "uuid DEFAULT random_uuid()";
            case POSTGRESQL -> "uuid DEFAULT gen_random_uuid()";
            case MARIADB -> "uuid DEFAULT uuid()";
            case SQLITE -> "text DEFAULT (hex(randomblob(16))) NOT NULL";
        };
        database.database.execute("CREATE TABLE notes (id " + made + " PRIMARY KEY, text varchar(9) NOT NULL)");

        if (engine == Engine.H2 || engine == Engine.POSTGRESQL) {
            assertThat(differences(table)).isEmpty();
            DynamicObject note = Store.of(database.database.jdbi, table)
                    .repository(table)
                    .create(type.with(text, "a").build());
            assertThat(note.isSet(id)).isTrue();
        } else {
            assertThat(differences(table)).containsExactly("notes.id: the database does not generate the key");
        }
    }

    @Test
    void uniqueConstraints_areTold() {
        String missing = "things: there is no unique constraint on (uuid), which the mapping calls uq_things0uuid";
        check(
                wrong("CONSTRAINT uq_things0uuid UNIQUE (uuid),\n", "", missing),
                wrong("UNIQUE (uuid)", "UNIQUE (uuid, name)", missing),
                wrongOn(
                        TYPED,
                        "CONSTRAINT uq_things0uuid UNIQUE",
                        "CONSTRAINT other_name UNIQUE",
                        "things: the unique constraint on (uuid) is called other_name,"
                                + " but the mapping calls it uq_things0uuid"),
                right("CONSTRAINT uq_things0uuid UNIQUE", "CONSTRAINT UQ_things0UUID UNIQUE"));
    }

    @Test
    void aUniqueIndex_isAsGoodAsAConstraint_unlessItIsForSomeRowsOnly() {
        create(OTHER_TABLES);
        create(THINGS.replace("CONSTRAINT uq_things0uuid UNIQUE (uuid),\n", ""));
        String missing = "things: there is no unique constraint on (uuid), which the mapping calls uq_things0uuid";
        assertThat(differencesIgnoringCase(Thing.TABLE)).containsExactly(missing);

        if (engine == Engine.MARIADB) {
            create("CREATE UNIQUE INDEX uq_things0uuid ON things (uuid(35))");
            assertThat(differencesIgnoringCase(Thing.TABLE)).containsExactly(missing);
        } else if (engine != Engine.H2) {
            create("CREATE UNIQUE INDEX uq_things0uuid ON things (uuid) WHERE size > 5");
            assertThat(differencesIgnoringCase(Thing.TABLE))
                    .containsExactly(missing + "; uq_things0uuid is for some rows only");
            create("DROP INDEX uq_things0uuid; CREATE UNIQUE INDEX uq_things0uuid ON things (lower(uuid))");
            assertThat(differencesIgnoringCase(Thing.TABLE)).containsExactly(missing);
        }

        if (engine != Engine.H2) {
            create("DROP INDEX uq_things0uuid" + (engine == Engine.MARIADB ? " ON things" : ""));
        }
        String included = engine == Engine.POSTGRESQL ? " INCLUDE (name)" : "";
        create("CREATE UNIQUE INDEX uq_things0uuid ON things (uuid)" + included);
        assertThat(differences(Thing.TABLE)).isEmpty();
    }

    @Test
    void theKey_isAUniqueConstraint_ofTheNameThatFailuresTell() {
        Table<Owner> table = Table.of(Owner.TYPE, "keyed")
                .key(Owner.ID)
                .unique("pk_keyed", Owner.ID)
                .build();
        String type = engine == Engine.SQLITE ? "integer" : "bigint";
        create("CREATE TABLE keyed (id " + type + " NOT NULL, CONSTRAINT pk_keyed PRIMARY KEY (id))");

        List<String> told = differencesIgnoringCase(table);
        if (engine == Engine.MARIADB) {
            assertThat(told)
                    .containsExactly("keyed: the unique constraint on (id) is called primary,"
                            + " but the mapping calls it pk_keyed");
        } else {
            assertThat(told).isEmpty();
        }
    }

    @Test
    void foreignKeys_areTold() {
        check(
                wrong(
                        ",\nCONSTRAINT fk_things0owner FOREIGN KEY (owner_id) REFERENCES owners (id)",
                        "",
                        "things: there is no foreign key on (owner_id), which the mapping calls fk_things0owner"),
                wrong(
                        "REFERENCES owners (id)",
                        "REFERENCES persons (id)",
                        "things.owner_id: the foreign key refers to persons (id), but the mapping to owners (id)"),
                wrong(
                        "REFERENCES owners (id)",
                        "REFERENCES owners (number)",
                        "things.owner_id: the foreign key refers to owners (number), but the mapping to owners (id)"),
                wrongOn(
                        TYPED,
                        "CONSTRAINT fk_things0owner FOREIGN",
                        "CONSTRAINT other_name FOREIGN",
                        "things: the foreign key on (owner_id) is called other_name,"
                                + " but the mapping calls it fk_things0owner"));
    }

    @Test
    void aForeignKeyIntoAnotherSchema_isTold() {
        if (engine == Engine.H2 || engine == Engine.POSTGRESQL) {
            create("CREATE SCHEMA other; CREATE TABLE other.owners (id bigint PRIMARY KEY)");
            check(wrong(
                    "REFERENCES owners (id)",
                    "REFERENCES other.owners (id)",
                    "things.owner_id: the foreign key refers to other.owners (id), but the mapping to owners (id)"));
        }
    }

    @Test
    void foreignKeysOfSeveralColumns_toTheSameTable_areToldApart() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Route");
        Field<Long> id = define.field("id", Types.longInteger());
        Field<Long> fromX = define.field("from_x", Types.longInteger());
        Field<Long> fromY = define.field("from_y", Types.longInteger());
        Field<Long> toX = define.field("to_x", Types.longInteger());
        Field<Long> toY = define.field("to_y", Types.longInteger());
        Table<DynamicObject> table = Table.of(define.version("1.0"), "routes")
                .key(id)
                .foreignKey("fk_from", fromX, fromY)
                .foreignKey("fk_to", toX, toY)
                .build();
        database.database.execute("CREATE TABLE points (x bigint, y bigint, PRIMARY KEY (x, y));"
                + "CREATE TABLE routes (id bigint PRIMARY KEY, from_x bigint NOT NULL, from_y bigint NOT NULL,"
                + " to_x bigint NOT NULL, to_y bigint NOT NULL,"
                + " CONSTRAINT fk_from FOREIGN KEY (from_x, from_y) REFERENCES points (x, y),"
                + " CONSTRAINT fk_to FOREIGN KEY (to_x, to_y) REFERENCES points (x, y))");

        assertThat(differences(table)).isEmpty();
    }
}
