package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.NestedType;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.GeneratedHistory;
import org.versionedobjects.types.Types;

class ChildTablesTest {
    /** Returns a rack, with a table given as parent, child, parent, child … for its bolts. */
    private static ObjectRegistry code(String rack, String bolt, String... table) {
        NestedType<VersionedObject> bolts = Types.object("demo", "Bolt");
        for (int i = 0; i < table.length; i += 2) {
            bolts = bolts.child(table[i], table[i + 1]);
        }
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Rack");
        define.field("name", Types.string());
        define.field("bolts", Types.listOf(bolts));
        return ObjectRegistry.of(
                define.version(rack), ObjectType.dynamic("demo", "Bolt").version(bolt));
    }

    /** Rack 1.0 went out with bolt 1.0, 1.1 with 1.0 as well, 1.2 with 1.1. */
    private static final VersionLock LOCK =
            GrownLocks.ofReleases(code("1.0", "1.0"), code("1.1", "1.0"), code("1.2", "1.1"));

    @Test
    void proposal_isTheChainOfTheReleases_asJava() {
        List<ChildTable> proposals = ChildTables.of(LOCK, code("1.3", "1.4")).proposals();

        assertThat(proposals)
                .hasToString("[demo.Rack at bolts, for demo.Bolt: .child(\"1.0\", \"1.0\").child(\"1.2\", \"1.1\")"
                        + ".child(\"1.3\", \"1.4\")]");
        assertThat(proposals.get(0).isDeclared()).isFalse();
    }

    @Test
    void proposal_declared_hasNoProblems() {
        ObjectRegistry code = code("1.3", "1.4", "1.0", "1.0", "1.2", "1.1", "1.3", "1.4");

        assertThat(ChildTables.of(LOCK, code).problems()).isEmpty();
        assertThat(ChildTables.of(LOCK, code).required().problems()).isEmpty();
        assertThat(ChildTables.of(LOCK, code).proposals()).allMatch(ChildTable::isDeclared);
    }

    @Test
    void fieldWithoutTable_isAProblem_onlyIfRequired() {
        ChildTables tables = ChildTables.of(LOCK, code("1.2", "1.1"));

        assertThat(tables.problems()).isEmpty();
        assertThat(tables.required().problems())
                .containsExactly(
                        "demo.Rack 1.2 at bolts: the field has no child table; declare .child(\"1.0\", \"1.0\")"
                                + ".child(\"1.2\", \"1.1\")");
    }

    @Test
    void rowThatIsNotWhatWentOut_isFound() {
        assertThat(ChildTables.of(LOCK, code("1.2", "1.1", "1.0", "1.0", "1.1", "1.1"))
                        .problems())
                .containsExactly(
                        "demo.Rack 1.2 at bolts: the child table says that 1.1 goes with demo.Bolt 1.1, but release r2"
                                + " has 1.0; declare .child(\"1.0\", \"1.0\").child(\"1.2\", \"1.1\")");
    }

    @Test
    void missingFirstRow_isFound() {
        assertThat(ChildTables.of(LOCK, code("1.2", "1.1", "1.1", "1.0", "1.2", "1.1"))
                        .problems())
                .containsExactly(
                        "demo.Rack 1.2 at bolts: the child table has no demo.Bolt for 1.0, but release r1 has 1.0;"
                                + " declare .child(\"1.0\", \"1.0\").child(\"1.2\", \"1.1\")");
    }

    @Test
    void rowsOfVersionsThatDoNotExist_andThatGoBack_areFound() {
        String declare = "; declare .child(\"1.0\", \"1.0\").child(\"1.2\", \"1.1\")";

        assertThat(ChildTables.of(LOCK, code("1.2", "1.1", "1.0", "1.0", "1.2", "1.1", "1.3", "1.0"))
                        .problems())
                .containsExactly(
                        "demo.Rack 1.2 at bolts: the row .child(\"1.3\", \"1.0\") is of a version that the type does not have"
                                + declare,
                        "demo.Rack 1.2 at bolts: the row .child(\"1.3\", \"1.0\") goes back from 1.1" + declare);
        assertThat(ChildTables.of(LOCK, code("1.2", "1.1", "1.0", "1.0", "1.2", "1.7"))
                        .problems())
                .containsExactly(
                        "demo.Rack 1.2 at bolts: the row .child(\"1.2\", \"1.7\") leads to a version that demo.Bolt 1.1 does"
                                + " not have" + declare,
                        "demo.Rack 1.2 at bolts: the child table says that 1.2 goes with demo.Bolt 1.7, but release r3 has"
                                + " 1.1" + declare);
    }

    @Test
    void newestVersion_inTheMaking_needsTheNewestChild() {
        assertThat(ChildTables.of(LOCK, code("1.3", "1.2", "1.0", "1.0", "1.2", "1.1"))
                        .problems())
                .containsExactly(
                        "demo.Rack 1.3 at bolts: the child table says that 1.3 goes with demo.Bolt 1.1, but the code"
                                + " has 1.2; declare .child(\"1.0\", \"1.0\").child(\"1.2\", \"1.1\").child(\"1.3\", \"1.2\")");
    }

    @Test
    void childThatWentOn_needsAVersionOfTheParent() {
        assertThat(ChildTables.of(LOCK, code("1.2", "1.2", "1.0", "1.0", "1.2", "1.1"))
                        .problems())
                .containsExactly(
                        "demo.Rack 1.2 at bolts: the child is at 1.2 now, but this version went out with 1.1; put"
                                + " version(\"1.3\") and declare .child(\"1.0\", \"1.0\").child(\"1.2\", \"1.1\")"
                                + ".child(\"1.3\", \"1.2\")");
    }

    @Test
    void patchOfAChild_needsNothing() {
        assertThat(ChildTables.of(LOCK, code("1.2", "1.1.3", "1.0", "1.0", "1.2", "1.1"))
                        .problems())
                .isEmpty();
    }

    @Test
    void ofSeveralReleasesOfOneVersion_theOldestChildIsSafe() {
        VersionLock lock = GrownLocks.ofReleases(code("1.0", "1.0"), code("1.0", "1.1"));

        assertThat(ChildTables.of(lock, code("1.1", "1.1")).proposals())
                .hasToString("[demo.Rack at bolts, for demo.Bolt: .child(\"1.0\", \"1.0\").child(\"1.1\", \"1.1\")]");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void randomHistories_haveTheTablesThatAreProposed(long seed) {
        List<ObjectRegistry> releases = GeneratedHistory.releases(seed);
        ChildTables tables = ChildTables.of(GrownLocks.ofReleases(releases), releases.get(releases.size() - 1));

        assertThat(tables.required().problems()).isEmpty();
    }
}
