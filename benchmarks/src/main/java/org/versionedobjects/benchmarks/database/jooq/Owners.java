package org.versionedobjects.benchmarks.database.jooq;

import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** The tables of projects and users, which are alike. */
public final class Owners extends TableImpl<Record> {
    private static final long serialVersionUID = 1;

    /** The table of projects. */
    public static final Owners PROJECTS = new Owners("projects");

    /** The table of users. */
    public static final Owners USERS = new Owners("users");

    /** Given by the database. */
    public final transient TableField<Record, Long> id =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);

    /** Its name elsewhere. */
    public final transient TableField<Record, String> externalId =
            createField(DSL.name("external_id"), SQLDataType.VARCHAR(255).nullable(false), this);

    private Owners(String name) {
        super(DSL.name(name));
    }
}
