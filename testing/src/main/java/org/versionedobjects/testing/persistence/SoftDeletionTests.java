package org.versionedobjects.testing.persistence;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.Table;

/** That rows which are marked as deleted are found no more, and can be restored. */
final class SoftDeletionTests<O extends VersionedObject> {
    private final TableRun<O> run;
    private final Table<O> table;

    SoftDeletionTests(TableRun<O> run) {
        this.run = run;
        this.table = run.table();
    }

    Stream<DynamicTest> all() {
        return run.columns().roles().softDeletion().isEmpty()
                ? Stream.empty()
                : Stream.of(run.test("a softly deleted row is found no more until it is restored", this::check));
    }

    private void check(TestRows rows) {
        O object = rows.saved(table);
        Repository<O> repository = rows.repository(table);
        try {
            repository.softDelete(object);
            if (rows.find(table, object).isPresent()) {
                throw Finding.of(table, "the row of " + object + " is found although it is marked as deleted");
            }
            repository.restore(object);
        } catch (VersionedObjectException e) {
            throw Finding.refused(table, "the row of " + object + " could not be deleted softly and restored", e);
        }
        rows.checkLoaded(table, object);
    }
}
