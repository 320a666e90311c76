package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

/** Rows of one call that have to do with each other: of the same name, parents and children, too much for one statement. */
@OnEveryEngine
class ManyRowsTogetherTest {
    private static final int GENERATIONS = 12;

    private final ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Person");
    private final Field<Long> id = define.field("id", Types.longInteger());
    private final Field<String> name = define.field("name", Types.string());
    private final Field<Long> parent = define.field("parent", Types.longInteger());
    private final ObjectType<DynamicObject> type = define.version("1.0");
    private final Engine engine;
    private final TestDatabase database;

    ManyRowsTogetherTest(Engine engine) {
        this.engine = engine;
        this.database = new TestDatabase(engine);
    }

    private Repository<DynamicObject> repository(Table<DynamicObject> table) {
        return Store.of(database.jdbi, table).repository(table);
    }

    private Repository<DynamicObject> family() {
        database.execute("CREATE TABLE people (id bigint PRIMARY KEY, name varchar(20), parent bigint,"
                + " CONSTRAINT fk_people0parent FOREIGN KEY (parent) REFERENCES people (id))");
        return repository(Table.of(type, "people").key(id).build());
    }

    private DynamicObject person(long key, @Nullable String called, @Nullable Long parentKey) {
        DynamicObject person = type.newObject();
        person.set(id, key);
        if (called != null) {
            person.set(name, called);
        }
        if (parentKey != null) {
            person.set(parent, parentKey);
        }
        return person;
    }

    /** Returns people of whom each is the parent of the next, of different columns. */
    private List<DynamicObject> line(boolean isNamed) {
        return new ArrayList<>(IntStream.range(0, GENERATIONS)
                .mapToObj(i -> person(i, isNamed && i % 2 == 0 ? "n" + i : null, i == 0 ? null : i - 1L))
                .toList());
    }

    private long count() {
        return database.count("SELECT COUNT(*) FROM people");
    }

    @Test
    void childrenOfTheSameColumns_mayComeBeforeTheirParents() {
        Repository<DynamicObject> people = family();
        List<DynamicObject> all = line(false);
        all.get(0).set(parent, 0L);
        Collections.reverse(all);

        people.createAll(all);

        assertThat(count()).isEqualTo(GENERATIONS);
    }

    @Test
    void childrenOfOtherColumns_mayComeBeforeTheirParents() {
        Repository<DynamicObject> people = family();
        List<DynamicObject> all = line(true);
        Collections.reverse(all);

        people.createAll(all);

        assertThat(count()).isEqualTo(GENERATIONS);
    }

    @Test
    void parents_mayBeDeletedBeforeTheirChildren() {
        Repository<DynamicObject> people = family();
        List<DynamicObject> all = line(true);
        people.createAll(all);

        people.deleteAll(all);

        assertThat(count()).isZero();
    }

    @Test
    void aParentThatIsNowhere_isStillTold() {
        Repository<DynamicObject> people = family();

        RowsNotSavedException thrown = catchThrowableOfType(
                RowsNotSavedException.class,
                () -> people.createAll(List.of(person(2, null, 1L), person(3, null, 99L), person(1, "first", null))));

        assertThat(thrown.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.index()).isEqualTo(1);
            assertThat(failure.conflict()).get().isInstanceOf(MissingReferenceConflict.class);
        });
        assertThat(count()).isZero();
    }

    @Test
    void rowsWithTheSameNaturalKey_haveTheirOwnKeys() {
        database.execute("CREATE TABLE people (id ${generated}, name varchar(20), parent bigint)");
        Repository<DynamicObject> people = repository(
                Table.of(type, "people").generatedKey(id).naturalKey(name).build());
        List<DynamicObject> all = IntStream.range(0, 6)
                .mapToObj(i -> type.newObject())
                .peek(person -> person.set(name, "same"))
                .toList();
        IntStream.range(0, 6).forEach(i -> all.get(i).set(parent, (long) i));

        people.createAll(all);

        assertThat(all)
                .allSatisfy(
                        person -> assertThat(people.require(id, person.get(id)).get(parent))
                                .isEqualTo(person.get(parent)));
    }

    @Test
    void moreThanAServerTakesInOneStatement_isWritten() {
        String text = engine == Engine.MARIADB ? "mediumtext" : engine == Engine.H2 ? "clob" : "text";
        database.execute("CREATE TABLE people (id bigint PRIMARY KEY, name " + text + ", parent bigint)");
        Repository<DynamicObject> people =
                repository(Table.of(type, "people").key(id).build());
        String large = "n".repeat(100_000);
        List<DynamicObject> all =
                IntStream.range(0, 700).mapToObj(i -> person(i, large, null)).toList();

        people.createAll(all);

        assertThat(count()).isEqualTo(all.size());
    }

    @Test
    void aChunkThatEndsTheCall_goesBackAsAWhole_insideATransactionToo() {
        // a column of SQLite takes any value, so there the third row fails by a column that is missing
        String name = engine == Engine.SQLITE ? "" : "name uuid, ";
        database.execute("CREATE TABLE people (id bigint PRIMARY KEY, " + name + "parent bigint)");
        Table<DynamicObject> table = Table.of(type, "people").key(id).build();
        Store store = Store.of(database.jdbi, table);
        ManyRows<DynamicObject> people = store.repository(table).many().continuing();
        List<DynamicObject> all = List.of(person(1, null, 1L), person(2, null, 1L), person(3, "no UUID", null));

        store.write(() -> assertThatThrownBy(() -> people.createAll(all))
                .isInstanceOf(StoreException.class)
                .isNotInstanceOf(Conflict.class));

        assertThat(count()).isZero();
    }

    @Test
    void aChunkLargerThanAnyMemory_takesWhatThereIs() {
        Repository<DynamicObject> people = family();

        people.many().inChunksOf(Integer.MAX_VALUE).createAll(line(true));

        assertThat(count()).isEqualTo(GENERATIONS);
    }

    @Test
    void aRowThatComesAgain_isRefusedInTheSameChunk_andWrittenAgainInALaterOne() {
        Repository<DynamicObject> people = family();
        DynamicObject first = people.create(person(1, "first", 1L));
        DynamicObject same = people.require(id, 1L);
        first.set(name, "second");
        same.set(name, "third");

        assertThat(people.many().continuing().saveAll(List.of(first, same)))
                .extracting(RowResult::outcome)
                .containsExactly(RowOutcome.WRITTEN, RowOutcome.REFUSED);
        assertThat(people.many().continuing().inChunksOf(1).saveAll(List.of(first, same)))
                .extracting(RowResult::outcome)
                .containsExactly(RowOutcome.UNCHANGED, RowOutcome.WRITTEN);
        assertThat(people.require(id, 1L).get(name)).isEqualTo("third");
    }
}
