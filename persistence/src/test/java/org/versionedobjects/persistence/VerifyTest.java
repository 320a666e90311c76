package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.persistence.Parent.Child;

/** The mapping beside the live schema: each difference is told. */
@OnEveryEngine
class VerifyTest {
    private final Engine engine;
    private final VolumeDatabase database;

    VerifyTest(Engine engine) {
        this.engine = engine;
        this.database = new VolumeDatabase(engine);
    }

    private List<String> differences(Table<?> table) {
        return database.database.jdbi.withHandle(handle -> table.verify(handle).stream()
                .map(each -> each.toString().toLowerCase(java.util.Locale.ROOT))
                .toList());
    }

    @Test
    void whatFits_hasNoDifferences() {
        database.database.execute(Parent.SCHEMA);

        assertThat(differences(database.volumeTable)).isEmpty();
        assertThat(differences(database.attachmentTable)).isEmpty();
        assertThat(differences(Parent.TABLE))
                .containsExactly("parents.name: the column takes no null, but the field name may be null");
        assertThat(differences(Child.TABLE)).isEmpty();
        assertThat(differences(Tables.MEMBERSHIPS)).isEmpty();
    }

    @Test
    void aMissingTable_isTheOnlyDifference() {
        assertThat(differences(Parent.TABLE)).containsExactly("parents: there is no such table");
    }

    @Test
    void everythingElse_isTold_atOnce() {
        database.database.execute("CREATE TABLE parents (id bigint, size int NOT NULL, generation ${time},"
                + " needed int NOT NULL, spare int NOT NULL DEFAULT 1, PRIMARY KEY (size, id));"
                + "CREATE TABLE children (id bigint PRIMARY KEY, parent_id bigint)");

        List<String> expected = new java.util.ArrayList<>(List.of(
                "parents.name: there is no such column",
                "parents.size: the column takes no null, but the field size may be null",
                "parents.needed: the column needs a value, but no field is mapped to it",
                "parents: the primary key is (size, id), but the mapping has (id)",
                "parents: there is no unique constraint on (name), which the mapping calls uniq_parents0name"));
        List<String> differences = differences(Parent.TABLE);
        if (engine != Engine.SQLITE) {
            assertThat(differences)
                    .anyMatch(each -> each.startsWith("parents.generation: the column is ")
                            && each.endsWith(", but the field generation holds an integer of 64 bits"));
        }
        assertThat(differences.stream().filter(each -> !each.contains("the column is ")))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(differences(Child.TABLE))
                .containsExactly(
                        "children: there is no foreign key on (parent_id), which the mapping calls fk_children0parent");
    }

    @Test
    void aKeyThatIsNotGenerated_isTold() {
        database.database.execute("DROP TABLE attachments;"
                + "CREATE TABLE attachments (id bigint PRIMARY KEY, volume_id bigint NOT NULL, host varchar(20))");

        assertThat(differences(database.attachmentTable))
                .containsExactly("attachments.id: the database does not generate the key");
    }
}
