package org.versionedobjects.testing.persistence;

import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.versionedobjects.persistence.Store;

/** Runs tests, each in a transaction of its own that is rolled back. Thread-safe. */
record TestRun(Store store, Makers makers, long seed) {

    /** What a test does. */
    @FunctionalInterface
    interface Body {
        void run(TestRows rows);
    }

    /** Ends a transaction, or what is inside a savepoint. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        RolledBack() {
            super("rolled back, as all that a test does", null, false, false);
        }
    }

    DynamicTest test(String name, Body body) {
        return DynamicTest.dynamicTest(name, () -> run(name, body));
    }

    void run(String name, Body body) {
        Random random = new Random(31 * seed + name.hashCode());
        try {
            store.write(() -> {
                body.run(new TestRows(store, makers, random));
                throw new RolledBack();
            });
        } catch (RolledBack e) {
            return; // as it should be
        }
    }

    /** Runs something inside a test whose rows are gone after it, and whose objects go back. */
    static void tentatively(TestRows rows, Runnable work) {
        try {
            rows.store().savepoint(() -> {
                work.run();
                throw new RolledBack();
            });
        } catch (RolledBack e) {
            return; // as it should be
        }
    }
}
