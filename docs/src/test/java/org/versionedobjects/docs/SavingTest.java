package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.persistence.Conflict;
import org.versionedobjects.persistence.DuplicateConflict;
import org.versionedobjects.persistence.FailureKind;
import org.versionedobjects.persistence.Isolation;
import org.versionedobjects.persistence.OutcomeUnknownException;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.RetryPolicy;
import org.versionedobjects.persistence.SavePlan;
import org.versionedobjects.persistence.SchemaDifference;
import org.versionedobjects.persistence.StillReferencedConflict;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.StoreException;
import org.versionedobjects.persistence.Table;
import org.versionedobjects.persistence.TransactionRefusedException;
import org.versionedobjects.persistence.UnexpectedValuesConflict;
import org.versionedobjects.types.SoftDeletable;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** The blocks of the pages on saving: saving, mapping, conflicts, transactions, engines. */
class SavingTest {
    static final class Backend extends VersionedObject {
        private static final ObjectType.Definition<Backend> DEFINE =
                ObjectType.define(Backend.class, "cinder", "Backend", Backend::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<String> HOST = DEFINE.field("host", Types.string());
        static final ObjectType<Backend> TYPE = DEFINE.version("1.0");

        Backend() {
            super(TYPE);
        }
    }

    static final class Encryption extends VersionedObject {
        private static final ObjectType.Definition<Encryption> DEFINE =
                ObjectType.define(Encryption.class, "cinder", "Encryption", Encryption::new);

        static final Field<String> CIPHER = DEFINE.field("cipher", Types.string());
        static final ObjectType<Encryption> TYPE = DEFINE.version("1.0");

        Encryption() {
            super(TYPE);
        }
    }

    static final class Volume extends VersionedObject implements Timestamps, SoftDeletable {
        private static final ObjectType.Definition<Volume> DEFINE =
                ObjectType.define(Volume.class, "cinder", "Volume", Volume::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final Field<String> STATE = DEFINE.field("state", Types.string());
        static final Field<Long> SIZE = DEFINE.field("size", Types.longInteger());
        static final Field<Backend> BACKEND = DEFINE.field("backend", Types.object(Backend.class));
        static final Field<List<String>> TAGS = DEFINE.field("tags", Types.listOf(Types.string()));
        static final Field<@Nullable Encryption> ENCRYPTION =
                DEFINE.field("encryption", Types.object(Encryption.class).nullable());
        static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
        static final ObjectType<Volume> TYPE =
                DEFINE.include(Timestamps.MIXIN).include(SoftDeletable.MIXIN).version("1.0");

        Volume() {
            super(TYPE);
        }
    }

    // tag::mapping[]
    static final Table<Backend> BACKENDS = Table.of(Backend.TYPE, "backends")
            .generatedKey(Backend.ID)
            .naturalKey(Backend.HOST)
            .unique("uniq_backends0host", Backend.HOST)
            .build();

    static final ObjectCodec CODEC = ObjectCodec.of(ObjectRegistry.of(Encryption.TYPE));

    static final Table<Volume> VOLUMES = Table.of(Volume.TYPE, "volumes")
            .generatedKey(Volume.ID) // <1>
            .naturalKey(Volume.NAME) // <2>
            .generation(Volume.GENERATION) // <3>
            .column(Volume.SIZE, "size_gb") // <4>
            .reference(Volume.BACKEND, "backend_id", BACKENDS) // <5>
            .json(Volume.TAGS) // <6>
            .json(Volume.ENCRYPTION, "encryption", CODEC) // <7>
            .unique("uniq_volumes0name", Volume.NAME) // <8>
            .foreignKey("fk_volumes0backend", Volume.BACKEND)
            .check("ck_volumes_size", Volume.SIZE)
            .createdAt(Timestamps.CREATED_AT) // <9>
            .updatedAt(Timestamps.UPDATED_AT)
            .softDelete(SoftDeletable.DELETED_AT, SoftDeletable.DELETED) // <10>
            .build();
    // end::mapping[]

    private final Jdbi jdbi = Jdbi.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final Store store = Store.of(jdbi, BACKENDS, VOLUMES);
    private final Repository<Backend> backends = store.repository(BACKENDS);
    private final Repository<Volume> volumes = store.repository(VOLUMES);

    @BeforeEach
    void createTables() {
        jdbi.useHandle(handle -> handle.createScript("""
            CREATE TABLE backends (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, host varchar(99) NOT NULL,
              CONSTRAINT uniq_backends0host UNIQUE (host));
            CREATE TABLE volumes (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, name varchar(99) NOT NULL,
              state varchar(20) NOT NULL, size_gb bigint NOT NULL, backend_id bigint NOT NULL, tags varchar(999) NOT NULL, encryption varchar(999),
              generation bigint NOT NULL, created_at timestamp(6), updated_at timestamp(6), deleted_at timestamp(6),
              deleted boolean NOT NULL, CONSTRAINT uniq_volumes0name UNIQUE (name),
              CONSTRAINT fk_volumes0backend FOREIGN KEY (backend_id) REFERENCES backends (id),
              CONSTRAINT ck_volumes_size CHECK (size_gb > 0));
            """).execute());
    }

    private Volume volume(String name) {
        return Volume.TYPE
                .with(Volume.NAME, name)
                .with(Volume.STATE, "available")
                .with(Volume.SIZE, 1L)
                .with(Volume.TAGS, List.of("fast"))
                .with(
                        Volume.ENCRYPTION,
                        Encryption.TYPE.with(Encryption.CIPHER, "aes").build())
                .with(
                        Volume.BACKEND,
                        backends.ensure(Backend.TYPE.with(Backend.HOST, "a").build()))
                .build();
    }

    private void changeElsewhere(String name) {
        volumes.modify(Volume.NAME, name, other -> other.set(Volume.STATE, "in-use"));
    }

    // ---- mapping ----

    @Test
    void verify() {
        // tag::verify[]
        List<SchemaDifference> differences = jdbi.withHandle(VOLUMES::verify);
        // end::verify[]

        assertThat(differences).isEmpty();
    }

    @Test
    void plan() {
        Volume volume = volumes.create(volume("v"));
        // tag::plan[]
        volume.set(Volume.STATE, "error");
        SavePlan.Update plan = SavePlan.update(VOLUMES, volume); // no database is asked
        // end::plan[]

        assertThat(plan.values()).containsKeys(Volume.STATE, Volume.GENERATION, Timestamps.UPDATED_AT);
        assertThat(plan.expectedGeneration()).hasValue(0);
        assertThat(plan.toString())
                .startsWith("UPDATE volumes {state='error', generation=1, updated_at=")
                .endsWith("} WHERE {id=1} at generation 0");
    }

    @Test
    void json() {
        volumes.create(volume("v"));
        // tag::json[]
        Volume volume = volumes.require(Volume.NAME, "v");
        volume.get(Volume.ENCRYPTION).set(Encryption.CIPHER, "serpent");
        volumes.save(volume); // writes the whole column; what is inside is clean then
        // end::json[]

        assertThat(volume.hasChanges()).isFalse();
        assertThat(volumes.require(Volume.NAME, "v").get(Volume.ENCRYPTION).get(Encryption.CIPHER))
                .isEqualTo("serpent");
    }

    // ---- saving ----

    @Test
    void ensureAndUpsert() {
        // tag::ensure[]
        Volume volume = volumes.ensure(volume("v")); // created, or the one that is there
        Volume same = volumes.ensure(volume("v"));

        Volume other = volume("v");
        other.set(Volume.STATE, "error");
        volumes.upsert(other); // written onto the row: key and creation time stay, the generation moves
        // end::ensure[]

        assertThat(same.get(Volume.ID)).isEqualTo(volume.get(Volume.ID));
        assertThat(other.get(Volume.ID)).isEqualTo(volume.get(Volume.ID));
        assertThat(other.get(Volume.GENERATION)).isEqualTo(1);
        assertThat(volumes.require(Volume.NAME, "v").get(Volume.STATE)).isEqualTo("error");
    }

    @Test
    void expecting() {
        Volume volume = volumes.create(volume("v"));
        volume.set(Volume.STATE, "deleting");
        // tag::expecting[]
        try {
            volumes.expectingAnyOf(Volume.STATE, List.of("error", "in-use")).save(volume);
        } catch (UnexpectedValuesConflict e) {
            e.actual(); // {state=available}
        }
        // end::expecting[]

        UnexpectedValuesConflict e = catchThrowableOfType(
                UnexpectedValuesConflict.class,
                () -> volumes.expectingAnyOf(Volume.STATE, List.of("error", "in-use"))
                        .save(volume));
        assertThat(e.actual()).containsEntry(Volume.STATE, "available");
        volumes.expecting(Volume.STATE, "available").save(volume);
    }

    @Test
    void rebasing() {
        Volume volume = volumes.create(volume("v"));
        changeElsewhere("v");
        // tag::rebasing[]
        volume.set(Volume.SIZE, 9L); // while somebody else changed the state
        volumes.rebasing().save(volume); // no conflict: the object has their state now, and the row has both
        // end::rebasing[]

        assertThat(volume.get(Volume.STATE)).isEqualTo("in-use");
        assertThat(volumes.require(Volume.NAME, "v").get(Volume.SIZE)).isEqualTo(9);
    }

    @Test
    void cascading() {
        // tag::cascading[]
        Backend backend = Backend.TYPE.with(Backend.HOST, "new").build();
        Volume volume = volume("v");
        volume.set(Volume.BACKEND, backend);
        volumes.cascading().create(volume); // the backend first, in the same transaction
        // end::cascading[]

        assertThat(backends.find(Backend.HOST, "new")).isPresent();
        assertThat(volume.hasChanges()).isFalse();
    }

    @Test
    void deleting() {
        Volume volume = volumes.create(volume("v"));
        // tag::deleting[]
        volumes.softDelete(volume); // the row stays, and is found no more
        volumes.find(Volume.NAME, "v"); // empty
        Volume hidden = volumes.includingDeleted().require(Volume.NAME, "v");
        volumes.restore(hidden);

        volumes.touch(hidden); // moves the generation, and nothing else: others have to load it again
        // end::deleting[]

        assertThat(volumes.find(Volume.NAME, "v")).isPresent();
        Backend backend = hidden.get(Volume.BACKEND);
        // tag::guard[]
        try {
            backends.unlessReferencedBy(VOLUMES).delete(backend);
        } catch (StillReferencedConflict e) {
            e.referencingTable(); // volumes
        }
        // end::guard[]
        assertThatThrownBy(() -> backends.unlessReferencedBy(VOLUMES).delete(backend))
                .isInstanceOf(StillReferencedConflict.class)
                .hasMessageContaining("rows of the table volumes still refer to it");
    }

    // ---- conflicts ----

    @Test
    void conflicts() {
        volumes.create(volume("v"));
        String answer = "";
        // tag::conflicts[]
        try {
            volumes.create(volume("v"));
        } catch (DuplicateConflict e) {
            if (e.isOn(Volume.NAME)) { // <1>
                answer = "there is a volume called " + e.values().get(Volume.NAME);
            }
        } catch (Conflict e) { // <2>
            answer = e.getMessage();
        } catch (StoreException e) { // <3>
            answer = e.isRetryable() ? "try again later" : "call somebody";
        }
        // end::conflicts[]

        assertThat(answer).isEqualTo("there is a volume called v");
    }

    // tag::kinds[]
    static int status(StoreException e) {
        return switch (e.kind()) {
            case DUPLICATE, CONCURRENT_UPDATE, UNEXPECTED_VALUES, STILL_REFERENCED -> 409;
            case GONE -> 404;
            case NOT_NULL, CHECK, OUT_OF_RANGE, MISSING_REFERENCE, CONSTRAINT -> 422;
            default -> e.isRetryable() ? 503 : 500;
        };
    }
    // end::kinds[]

    @Test
    void kinds() {
        Volume volume = volume("v");
        volume.set(Volume.SIZE, 0L);
        Conflict check = catchThrowableOfType(Conflict.class, () -> volumes.create(volume));

        assertThat(check.kind()).isEqualTo(FailureKind.CHECK);
        assertThat(check.isOn(Volume.SIZE)).isTrue();
        assertThat(status(check)).isEqualTo(422);
    }

    // ---- transactions ----

    @Test
    void savepoints() {
        volumes.create(volume("taken"));
        // tag::savepoint[]
        store.write(() -> {
            volumes.create(volume("one"));
            try {
                store.savepoint(() -> volumes.create(volume("taken")));
            } catch (DuplicateConflict e) {
                volumes.create(volume("other")); // the transaction goes on, on every engine
            }
        });
        // end::savepoint[]

        assertThat(volumes.find(Volume.NAME, "other")).isPresent();
    }

    @Test
    void retrying() {
        // tag::retrying[]
        RetryPolicy policy = RetryPolicy.standard().atMost(5).pausing(Duration.ofMillis(5), Duration.ofSeconds(1));
        Store patient = store.retrying(policy).isolation(Isolation.SERIALIZABLE);

        patient.write(
                () -> { // the whole of it runs again after a deadlock, a lock time-out, a stale snapshot
                    Volume volume = volumes.ensure(volume("v"));
                    volume.update(Volume.SIZE, size -> size + 1);
                    volumes.save(volume);
                });
        // end::retrying[]

        assertThat(volumes.require(Volume.NAME, "v").get(Volume.SIZE)).isEqualTo(2);
        assertThatThrownBy(() -> store.write(() -> patient.write(() -> "part of it")))
                .isInstanceOf(TransactionRefusedException.class);
    }

    @Test
    void outcomeUnknown() {
        Volume volume = volumes.create(volume("v"));
        volume.set(Volume.STATE, "error");
        // tag::unknown[]
        try {
            volumes.save(volume);
        } catch (OutcomeUnknownException e) {
            volumes.refresh(volume); // what does the row hold now?
        }
        // end::unknown[]

        assertThat(volume.hasChanges()).isFalse();
    }

    @Test
    void handles() {
        Volume volume = volumes.create(volume("v"));
        // tag::handle[]
        jdbi.useTransaction(handle -> {
            handle.execute("UPDATE backends SET host = 'b'");
            volume.set(Volume.STATE, "error");
            volumes.on(handle).save(volume); // goes back if the handle rolls back
        });
        // end::handle[]

        assertThat(volumes.require(Volume.NAME, "v").get(Volume.STATE)).isEqualTo("error");
    }

    // ---- engines ----

    @Test
    void engines() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        Store made = make(dataSource);

        assertThat(made.repository(VOLUMES).table()).isSameAs(VOLUMES);
    }

    private static Store make(DataSource dataSource) {
        // tag::engine[]
        Store store = Store.builder(dataSource) // of any of the four: which one, the connection tells
                .tables(BACKENDS, VOLUMES)
                .databaseClock()
                .build();
        // end::engine[]
        return store;
    }
}
