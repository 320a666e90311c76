/**
 * Objects in tables, without lost updates.
 *
 * <p>A {@link org.versionedobjects.persistence.Table} says how a type's fields become columns. A {@link
 * org.versionedobjects.persistence.SavePlan} is one change of one row as data: what is written, and what the row must
 * still be. A {@link org.versionedobjects.persistence.Store} has the database and its transactions, and hands out a
 * {@link org.versionedobjects.persistence.Repository} for each table, which creates, finds, modifies, saves and
 * deletes; its {@link org.versionedobjects.persistence.Query} finds by conditions, in pages and streams. Whatever another
 * writer did first is a {@link org.versionedobjects.persistence.Conflict}, which names the object's fields; an object
 * changes only when its row was written, and goes back when the transaction does.
 *
 * <p>What differs between databases stands in one package-private class for each of them: H2, PostgreSQL, MariaDB, SQLite.
 */
@NullMarked
package org.versionedobjects.persistence;

import org.jspecify.annotations.NullMarked;
