package org.versionedobjects.persistence;

import java.io.IOException;
import org.jdbi.v3.core.Jdbi;
import org.versionedobjects.persistence.migration.MigrationRunner;
import org.versionedobjects.persistence.migration.RowMigration;

/** A migration that notes each row that it migrates, so that twice is found out. As a program it prints what it has done. */
final class CountedMigration extends RowMigration<Machine> {
    private CountedMigration(Table<Machine> table) {
        super("names", "new names", table);
    }

    static MigrationRunner.Builder runner(Jdbi jdbi) {
        Table<Machine> table = Machine.table();
        return MigrationRunner.builder(Store.of(jdbi, table)).migrations(new CountedMigration(table));
    }

    @Override
    protected boolean isToDo(Store store, Machine machine) {
        return machine.get(Machine.NAME).equals("old");
    }

    @Override
    protected boolean migrate(Store store, Machine machine) {
        boolean isToDo = isToDo(store, machine);
        if (isToDo) {
            store.withHandle(handle -> handle.execute("INSERT INTO migrated VALUES (?)", machine.get(Machine.ID)));
            machine.set(Machine.NAME, "new");
        }
        return isToDo;
    }

    public static void main(String[] arguments) throws IOException {
        Engine engine = Engine.valueOf(arguments[0]);
        MigrationRunner runner = runner(Jdbi.create(engine.at(arguments[1])))
                .batch(10)
                .listener(progress -> {
                    System.out.println(progress.done());
                    System.out.flush();
                })
                .build();
        System.out.println("ready");
        System.out.flush();
        System.in.read();
        System.exit(runner.run().exitCode());
    }
}
