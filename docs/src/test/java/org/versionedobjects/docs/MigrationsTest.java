package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.Table;
import org.versionedobjects.persistence.migration.Batch;
import org.versionedobjects.persistence.migration.MigrationReport;
import org.versionedobjects.persistence.migration.MigrationRunner;
import org.versionedobjects.persistence.migration.OnlineMigration;
import org.versionedobjects.persistence.migration.OnlineMigrations;
import org.versionedobjects.persistence.migration.RowMigration;
import org.versionedobjects.persistence.migration.RunReport;
import org.versionedobjects.types.Types;

/** The blocks of the page on migrations. */
class MigrationsTest {
    private static final int ROWS = 120;

    static final class Disk extends VersionedObject {
        private static final ObjectType.Definition<Disk> DEFINE =
                ObjectType.define(Disk.class, "nova", "Disk", Disk::new);

        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final Field<Long> SIZE = DEFINE.field("size", Types.longInteger().since("1.1"));
        static final ObjectType<Disk> TYPE = DEFINE.version("1.1");

        Disk() {
            super(TYPE);
        }
    }

    static final class Machine extends VersionedObject {
        private static final ObjectType.Definition<Machine> DEFINE =
                ObjectType.define(Machine.class, "nova", "Machine", Machine::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger());
        static final Field<String> HOST = DEFINE.field("host", Types.string());
        static final Field<@Nullable String> ZONE =
                DEFINE.field("zone", Types.string().nullable());
        static final Field<List<Disk>> DISKS = DEFINE.field("disks", Types.listOf(Types.object(Disk.class)));
        static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
        static final ObjectType<Machine> TYPE = DEFINE.version("1.0");

        Machine() {
            super(TYPE);
        }
    }

    private static final ObjectCodec CODEC = ObjectCodec.of(ObjectRegistry.of(Disk.TYPE));

    private static final Table<Machine> MACHINES = Table.of(Machine.TYPE, "machines")
            .key(Machine.ID)
            .generation(Machine.GENERATION)
            .json(Machine.DISKS, "disks", CODEC)
            .build();

    // tag::rows[]
    static final OnlineMigration DISKS = OnlineMigration.rewriting("machines-disks", MACHINES, Machine.DISKS); // <1>

    static final OnlineMigration ZONES = OnlineMigration.changing(
            "machines-zone",
            "zones from host names",
            MACHINES,
            machine -> { // <2>
                if (machine.getOr(Machine.ZONE, null) != null) {
                    return false;
                }
                machine.set(Machine.ZONE, machine.get(Machine.HOST).substring(0, 3));
                return true;
            });
    // end::rows[]

    // tag::others[]
    static final class AuditedZones extends RowMigration<Machine> {
        AuditedZones() {
            super("audited-zones", "zones, with an audit", MACHINES);
        }

        @Override
        protected boolean isToDo(Store store, Machine machine) { // <1>
            return machine.get(Machine.ZONE) == null;
        }

        @Override
        protected boolean migrate(Store store, Machine machine) { // <2>
            if (!isToDo(store, machine)) {
                return false;
            }
            machine.set(Machine.ZONE, "a");
            store.withHandle(handle -> handle.execute("INSERT INTO audits VALUES (?)", machine.get(Machine.ID)));
            return true;
        }
    }
    // end::others[]

    // tag::batches[]
    static final OnlineMigration HOSTS =
            OnlineMigration.batches("lower-case-hosts", "host names in lower case", (store, most) -> {
                int done = store.withHandle(handle -> handle.execute(
                        "UPDATE machines SET host = lower(host) WHERE id IN"
                                + " (SELECT id FROM machines WHERE host <> lower(host) ORDER BY id LIMIT ?)",
                        most));
                return Batch.all(done);
            });
    // end::batches[]

    private final Jdbi jdbi = Jdbi.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final Store store = Store.of(jdbi, MACHINES);
    private final Repository<Machine> machines = store.repository(MACHINES);

    @BeforeEach
    void createRows() {
        String disks = "[{\"versioned_object.name\":\"Disk\",\"versioned_object.namespace\":\"nova\","
                + "\"versioned_object.version\":\"1.0\",\"versioned_object.data\":{\"name\":\"root\"}}]";
        jdbi.useHandle(handle -> {
            handle.execute("CREATE TABLE machines (id bigint PRIMARY KEY, host varchar(99) NOT NULL, zone varchar(9),"
                    + " disks varchar(999) NOT NULL, generation bigint NOT NULL)");
            handle.execute("CREATE TABLE audits (machine bigint)");
            IntStream.rangeClosed(1, ROWS)
                    .forEach(id -> handle.execute(
                            "INSERT INTO machines VALUES (?, ?, NULL, ?, 0)", id, "az1-Host" + id, disks));
        });
    }

    @Test
    void runner() {
        // tag::runner[]
        MigrationRunner runner = MigrationRunner.builder(store)
                .migrations(DISKS, ZONES, HOSTS) // in this order
                .batch(100) // rows in a transaction; 50 if nothing is said
                .pause(Duration.ofMillis(5)) // after each, so that others get on
                .build();

        RunReport report = runner.run();

        for (MigrationReport each : report.migrations()) {
            each.found(); // 120
            each.done(); // 120
            each.left(); // 0
            each.failures(); // rows, and why
        }
        report.exitCode(); // 0
        // end::runner[]

        assertThat(report.exitCode()).isZero();
        assertThat(report.migrations()).allMatch(each -> each.done() == ROWS);
        Machine machine = machines.require(Machine.ID, 7L);
        assertThat(machine.get(Machine.ZONE)).isEqualTo("az1");
        assertThat(machine.get(Machine.HOST)).isEqualTo("az1-host7");
        assertThat(machine.get(Machine.DISKS).get(0).readVersion()).hasToString("Optional[1.1]");
        assertThat(runner.run().done()).isZero();
    }

    @Test
    void others() {
        RunReport report = MigrationRunner.builder(store)
                .migrations(new AuditedZones())
                .build()
                .run();

        assertThat(report.done()).isEqualTo(ROWS);
        long audits = jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM audits")
                .mapTo(Long.class)
                .one());
        assertThat(audits).isEqualTo(ROWS);
    }

    // tag::main[]
    static final class Migrate {
        private Migrate() {}

        static MigrationRunner runner(Store store) {
            return MigrationRunner.builder(store)
                    .migrations(DISKS, ZONES, HOSTS)
                    .build();
        }

        public static void main(String[] arguments) {
            Store store = Store.of(Jdbi.create(System.getenv("DATABASE_URL")), MACHINES);
            System.exit(OnlineMigrations.main(runner(store), arguments));
        }
    }
    // end::main[]

    @Test
    void commandLine() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);

        int exitCode =
                OnlineMigrations.run(Migrate.runner(store), printer, printer, false, "--max-count", "150", "--dry-run");

        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"))
                .isEqualTo("""
                machines-disks: ended, 120 of 120 rows, 120 done
                Migration             Found   Would do       Left
                machines-disks          120        120          0
                machines-zone            30         30          0
                lower-case-hosts          0          0          0
                Nothing was written.
                """);
    }
}
