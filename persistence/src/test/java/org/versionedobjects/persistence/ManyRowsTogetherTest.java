package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

/** Rows of one call that have to do with each other: of the same name. */
@OnEveryEngine
class ManyRowsTogetherTest {
    private final ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Person");
    private final Field<Long> id = define.field("id", Types.longInteger());
    private final Field<String> name = define.field("name", Types.string());
    private final Field<Long> parent = define.field("parent", Types.longInteger());
    private final ObjectType<DynamicObject> type = define.version("1.0");
    private final TestDatabase database;

    ManyRowsTogetherTest(Engine engine) {
        this.database = new TestDatabase(engine);
    }

    private Repository<DynamicObject> repository(Table<DynamicObject> table) {
        return Store.of(database.jdbi, table).repository(table);
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
}
