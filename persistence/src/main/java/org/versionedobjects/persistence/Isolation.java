package org.versionedobjects.persistence;

import java.sql.Connection;

/** What a transaction sees of others that run beside it; see the engine's manual for what it makes of each. */
public enum Isolation {
    /** Each statement sees what was committed before it. */
    READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
    /** All statements see one snapshot. */
    REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
    /** As if transactions ran one after the other; be ready to run them again. */
    SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

    private final int level;

    Isolation(int level) {
        this.level = level;
    }

    /** Returns JDBC's number for it. */
    int level() {
        return level;
    }
}
