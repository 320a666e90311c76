/**
 * Rows moved to newer shapes in batches, while the application runs.
 *
 * <p>An {@link org.versionedobjects.persistence.migration.OnlineMigration} says what is to be done: with SQL of the
 * application's own, a {@link org.versionedobjects.persistence.migration.BatchMigration}, or row by row on the loaded
 * objects, a {@link org.versionedobjects.persistence.migration.RowMigration}. A {@link
 * org.versionedobjects.persistence.migration.MigrationRunner} does it in transactions of a few rows, goes on where one
 * that was killed stopped, and reports what was found, done and left with the exit codes of nova's {@code
 * online_data_migrations}. {@link org.versionedobjects.persistence.migration.OnlineMigrations} is its command line.
 */
@NullMarked
package org.versionedobjects.persistence.migration;

import org.jspecify.annotations.NullMarked;
