package org.versionedobjects.testing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.versionedobjects.persistence.Engine;
import org.versionedobjects.persistence.Table;
import org.versionedobjects.testing.Placement.Consumer;
import org.versionedobjects.testing.Placement.Project;
import org.versionedobjects.testing.Placement.User;

/** The contract finds what is wrong with tables, and says what to do. */
class TableContractFindingsTest {
    private static final String SCHEMA = "the schema fits the mapping";
    private static final String FULL = "an object comes back as it was saved";
    private static final String NULLS = "an object with null wherever it may be comes back as it was saved";
    private static final String USERS = "placement.User 1.0 in users: ";
    private static final String CONSUMERS = "placement.Consumer 1.1 in consumers: ";
    private static final String TYPE_ID = "consumer_type_id bigint";

    private static String each(String field) {
        return "each value of " + field + " comes back as it was saved";
    }

    private static Map<String, String> findings(String right, String wrong, Table<?> table) {
        return Findings.of(TableContract.of(Tables.databaseWith(right, wrong), table));
    }

    private static Map<String, String> findingsWithTrigger(String trigger, Table<?> table) {
        Jdbi jdbi = Tables.database(Engine.SQLITE);
        jdbi.useHandle(handle -> handle.execute(trigger));
        return Findings.of(TableContract.of(jdbi, table));
    }

    @Test
    void columnTooShort_losesTheLongestText() {
        Map<String, String> findings = findings("token varchar(40)", "token varchar(20)", Tables.USERS);

        assertThat(findings).containsOnlyKeys(SCHEMA, each("token"));
        assertThat(findings.get(SCHEMA)).isEqualToNormalizingNewlines(USERS + """
                the schema is not what the mapping says:
                  users.token: the column is character varying(20), which keeps 20 characters, but the field token holds \
                up to 40""");
        assertThat(findings.get(each("token")))
                .startsWith(USERS + "the row of User 1.0{external_id='")
                .contains("token=***} could not be inserted:", "  [OutOfRangeConflict] placement.User 1.0")
                .endsWith("  make the column fit the values of the field's type, or bound the type");
    }

    @Test
    void columnMissing_isToldOnce() {
        Map<String, String> findings = findings(TYPE_ID + ",", "", Tables.CONSUMERS);

        assertThat(findings.remove(SCHEMA)).endsWith("consumers.consumer_type_id: there is no such column");
        assertThat(findings.remove(FULL))
                .contains("could not be inserted:", "  [NoSuchTableOrColumn] placement.Consumer 1.1: ")
                .endsWith("  let the schema and the mapping be the same");
        assertThat(findings.values())
                .hasSizeGreaterThan(10)
                .containsOnly("aborted: Assumption failed: The table takes no rows, as the first test says");
    }

    @Test
    void columnOfWholeSeconds_losesDigits() {
        Map<String, String> findings = findings("created_at ${time}", "created_at timestamp(0)", Tables.CONSUMERS);

        assertThat(findings).containsOnlyKeys(SCHEMA, FULL);
        assertThat(findings.get(SCHEMA)).contains("created_at: the column is timestamp, which keeps 0 digits after");
        assertThat(findings.get(FULL))
                .startsWith(CONSUMERS + "what was saved (left) comes back as something else (right):")
                .containsPattern("  created_at: [-0-9]+T[:0-9]+\\.\\d+Z ≠ [-0-9]+T[:0-9]+Z$");
    }

    @Test
    void columnThatTheDatabaseComputes_takesNoRows() {
        Map<String, String> findings =
                findings(TYPE_ID, "consumer_type_id bigint GENERATED ALWAYS AS (7)", Tables.CONSUMERS);

        assertThat(findings.get(SCHEMA))
                .contains("the database computes the column, but the field consumer_type_id is");
        assertThat(findings.get(FULL)).contains("could not be inserted:", "[Store] placement.Consumer 1.1: ");
    }

    @Test
    void triggerThatChangesValues_isFound() {
        Map<String, String> findings = findingsWithTrigger(
                "CREATE TRIGGER loud AFTER INSERT ON users BEGIN"
                        + " UPDATE users SET external_id = upper(external_id) WHERE id = NEW.id; END",
                Tables.USERS);

        assertThat(findings).containsOnlyKeys(FULL, each("external_id"));
        assertThat(findings.get(FULL))
                .startsWith(USERS + "what was saved (left) comes back as something else (right):")
                .containsPattern("  external_id: '[a-z0-9]+' ≠ '[A-Z0-9]+'$");
    }

    @Test
    void triggerThatChangesOtherColumns_isFoundWhenOneIsSaved() {
        Map<String, String> findings = findingsWithTrigger(
                "CREATE TRIGGER forgets AFTER UPDATE ON users BEGIN"
                        + " UPDATE users SET token = NULL WHERE id = NEW.id; END",
                Tables.USERS);

        assertThat(findings)
                .containsOnlyKeys(
                        "a change of external_id is saved and nothing else",
                        "a change of token is saved and nothing else");
        assertThat(findings.get("a change of external_id is saved and nothing else"))
                .endsWith("  token: *** ≠ null");
    }

    @Test
    void generationThatStays_refusesNothing() {
        Map<String, String> findings = findingsWithTrigger(
                "CREATE TRIGGER still AFTER UPDATE ON consumers BEGIN"
                        + " UPDATE consumers SET generation = 0 WHERE id = NEW.id; END",
                Tables.CONSUMERS);

        assertThat(findings.get("a stale save is refused"))
                .startsWith(CONSUMERS + "expected a ConcurrentUpdateConflict, but the database took Consumer 1.1{");
        assertThat(findings.get("a stale delete is refused"))
                .startsWith(CONSUMERS + "expected a ConcurrentUpdateConflict, but the database took Consumer 1.1{");
        assertThat(findings.get("a change of uuid is saved and nothing else")).endsWith("  generation: 1 ≠ 0");
    }

    @Test
    void tableWithoutTransactions_keepsWhatIsRolledBack() {
        Jdbi jdbi = Tables.database(
                Engine.MARIADB,
                "CREATE TABLE projects (id ${generated}, external_id varchar(255) NOT NULL,"
                        + " CONSTRAINT uniq_projects0external_id UNIQUE (external_id)) ENGINE=MyISAM");

        Map<String, String> findings = Findings.of(TableContract.of(jdbi, Tables.PROJECTS));

        assertThat(findings)
                .containsOnlyKeys(
                        "a rollback takes a new row back, and its object",
                        "a rollback takes a change back, and its object");
        assertThat(findings.get("a rollback takes a new row back, and its object"))
                .startsWith("placement.Project 1.0 in projects: the row of Project 1.0{")
                .endsWith("} is there although its transaction was rolled back");
    }

    @Test
    void rowsThatStay_areNotGone() {
        Map<String, String> findings = findingsWithTrigger(
                "CREATE TRIGGER stays AFTER DELETE ON users BEGIN"
                        + " INSERT INTO users VALUES (OLD.id, OLD.external_id, OLD.token); END",
                Tables.USERS);

        assertThat(findings)
                .containsOnlyKeys(
                        "a save of a row that is gone is refused", "a delete of a row that is gone is refused");
        assertThat(findings.get("a save of a row that is gone is refused"))
                .startsWith(USERS + "expected a GoneConflict, but the database took User 1.0{");
    }

    @Test
    void naturalKeyWithoutAnIndex_takesASecondRow() {
        Map<String, String> findings = findings("CONSTRAINT uniq_consumers0uuid UNIQUE (uuid),", "", Tables.CONSUMERS);

        assertThat(findings).containsOnlyKeys(SCHEMA, "a second row with the same uuid is refused");
        assertThat(findings.get("a second row with the same uuid is refused"))
                .startsWith(CONSUMERS + "expected a DuplicateConflict, but the database took Consumer 1.1{")
                .endsWith("}; let the schema have a unique constraint");
    }

    @Test
    void naturalKeyWithoutADeclaredConstraint_isTestedAsWell() {
        Table<Project> projects = Table.of(Project.TYPE, "projects")
                .generatedKey(Project.ID)
                .naturalKey(Project.EXTERNAL_ID)
                .build();

        Map<String, String> findings = Findings.of(TableContract.of(
                Tables.databaseWith(",\n  CONSTRAINT uniq_projects0external_id UNIQUE (external_id)", ""), projects));

        assertThat(findings).containsOnlyKeys("a second row with the same external_id is refused");
    }

    @Test
    void notNull_whereTheTypeAllowsNull() {
        Map<String, String> findings = findings("token varchar(40)", "token varchar(40) NOT NULL", Tables.USERS);

        assertThat(findings).containsOnlyKeys(SCHEMA, NULLS, each("token"));
        assertThat(findings.get(NULLS))
                .contains("token=null} could not be inserted:", "  [NotNullConflict] placement.User 1.0")
                .endsWith("  let the column take null, or the field's type not");
    }

    @Test
    void foreignKeyThatTheMappingDoesNotTell_needsAMaker() {
        Jdbi jdbi = Tables.databaseWith(TYPE_ID, TYPE_ID + " REFERENCES projects (id)");

        assertThat(Findings.of(TableContract.of(jdbi, Tables.CONSUMERS)).get(FULL))
                .contains("[MissingReferenceConflict]")
                .endsWith("say which rows the table refers to: with(FIELD, seed -> seed.saved(TABLE).get(KEY))");
        assertThat(Findings.of(TableContract.of(jdbi, Tables.CONSUMERS)
                        .with(
                                Consumer.CONSUMER_TYPE_ID,
                                seed -> seed.saved(Tables.PROJECTS).get(Project.ID))))
                .isEmpty();
    }

    @Test
    void foreignKeyThatTheMappingTells_isNamed() {
        Jdbi jdbi = Tables.databaseWith(
                TYPE_ID + ",",
                TYPE_ID + ", CONSTRAINT fk_type FOREIGN KEY (consumer_type_id) REFERENCES projects (id),");
        Table<Consumer> consumers = Tables.consumers()
                .foreignKey("fk_type", Consumer.CONSUMER_TYPE_ID)
                .build();

        assertThat(Findings.of(TableContract.of(jdbi, consumers)).get(FULL))
                .endsWith("with(placement.Consumer.consumer_type_id, seed -> seed.saved(TABLE).get(KEY))");
    }

    @Test
    void check_needsAMaker() {
        Jdbi jdbi = Tables.databaseWith("token varchar(40)", "token varchar(40) CHECK (token LIKE 't-%')");

        assertThat(Findings.of(TableContract.of(jdbi, Tables.USERS)).get(FULL))
                .contains("[CheckConflict]")
                .endsWith("say which values the table takes: with(FIELD, seed -> …), or make whole objects");
        assertThat(Findings.of(TableContract.of(jdbi, Tables.USERS).with(User.TOKEN, seed -> "t-" + seed.number())))
                .isEmpty();
    }

    @Test
    void check_onTwoColumns_needsWholeObjects_andThatTheyStay() {
        Jdbi jdbi = Tables.databaseWith(
                "token varchar(40),", "token varchar(40), CHECK ((token IS NULL) = (external_id LIKE 'new%')),");
        TableContract contract = TableContract.of(jdbi, Tables.USERS)
                .with(
                        Tables.USERS,
                        seed -> User.TYPE
                                .with(User.EXTERNAL_ID, "old" + seed.number())
                                .with(User.TOKEN, "t" + seed.number())
                                .build());

        assertThat(Findings.of(contract)).containsKey(NULLS);
        assertThat(Findings.of(contract.keeping(User.TOKEN, User.EXTERNAL_ID))).isEmpty();
    }

    @Test
    void rowOfATableThatIsNotGiven_isAskedFor() {
        Map<String, String> findings = Findings.of(TableContract.of(Tables.database(Engine.H2), Tables.PROJECTS)
                .with(Project.EXTERNAL_ID, seed -> seed.saved(Tables.USERS).get(User.EXTERNAL_ID)));

        assertThat(findings.get(FULL))
                .isEqualTo("The contract does not know placement.User 1.0 in users, of which a row is needed;"
                        + " give it to TableContract.of(…)");
    }

    @Test
    void tests_leaveTheDatabaseAsItWas() {
        Jdbi jdbi = Tables.databaseWith("token varchar(40)", "token varchar(20)");

        assertThat(Findings.of(TableContract.of(jdbi, Tables.PROJECTS, Tables.USERS, Tables.CONSUMERS)))
                .isNotEmpty();

        for (String table : new String[] {"projects", "users", "consumers"}) {
            assertThat(jdbi.<Long, RuntimeException>withHandle(handle -> handle.select("SELECT count(*) FROM " + table)
                            .mapTo(Long.class)
                            .one()))
                    .isZero();
        }
    }

    @Test
    void sameSeed_makesTheSameObjects() {
        Jdbi jdbi = Tables.databaseWith("token varchar(40)", "token varchar(40) CHECK (token = '')");
        TableContract contract = TableContract.of(jdbi, Tables.USERS);

        assertThat(Findings.of(contract.seed(1))).isEqualTo(Findings.of(contract));
        assertThat(Findings.of(contract.seed(2))).isNotEqualTo(Findings.of(contract));
    }
}
