package org.versionedobjects.persistence.migration;

import java.util.OptionalLong;

/**
 * How far a migration is.
 *
 * @param migration which one
 * @param seen how many rows were looked at, or, of a {@link BatchMigration}, migrated
 * @param total how many there are to look at, or were to be migrated; empty if that is not known
 * @param done how many were migrated
 * @param left how many were found that are not migrated so far
 * @param failed how many failures there were: rows, and batches as a whole
 * @param ended whether the run is through with it for now
 */
public record Progress(
        OnlineMigration migration, long seen, OptionalLong total, long done, long left, long failed, boolean ended) {}
