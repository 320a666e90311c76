package org.versionedobjects.testing.persistence;

import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.versionedobjects.persistence.Engine;
import org.versionedobjects.persistence.OnEveryEngine;

/** The contract holds for tables that are right. */
@OnEveryEngine
class TableContractTest {
    private final Jdbi jdbi;

    TableContractTest(Engine engine) {
        this.jdbi = Tables.database(engine);
    }

    @TestFactory
    Stream<DynamicNode> tables() {
        return TableContract.of(jdbi, Tables.PROJECTS, Tables.USERS, Tables.CONSUMERS)
                .tests();
    }
}
