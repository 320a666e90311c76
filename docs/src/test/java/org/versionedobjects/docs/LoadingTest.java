package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.versionedobjects.persistence.Condition.equal;
import static org.versionedobjects.persistence.Condition.in;
import static org.versionedobjects.persistence.Condition.isNull;
import static org.versionedobjects.persistence.Condition.less;
import static org.versionedobjects.persistence.Condition.notEqual;
import static org.versionedobjects.persistence.Condition.startsWith;
import static org.versionedobjects.persistence.Order.ascending;
import static org.versionedobjects.persistence.Order.descending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Condition;
import org.versionedobjects.persistence.Found;
import org.versionedobjects.persistence.InvalidCursorException;
import org.versionedobjects.persistence.Page;
import org.versionedobjects.persistence.Query;
import org.versionedobjects.persistence.Repository;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.Table;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** The blocks of the pages on loading, and on pages and streams. */
class LoadingTest {
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

    static final class Volume extends VersionedObject implements Timestamps {
        private static final ObjectType.Definition<Volume> DEFINE =
                ObjectType.define(Volume.class, "cinder", "Volume", Volume::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final Field<String> STATE = DEFINE.field("state", Types.string());
        static final Field<@Nullable Long> SIZE =
                DEFINE.field("size", Types.longInteger().nullable());
        static final Field<@Nullable Backend> BACKEND =
                DEFINE.field("backend", Types.object(Backend.class).nullable());
        static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
        static final ObjectType<Volume> TYPE = DEFINE.include(Timestamps.MIXIN).version("1.0");

        Volume() {
            super(TYPE);
        }
    }

    static final class Task extends VersionedObject {
        private static final ObjectType.Definition<Task> DEFINE =
                ObjectType.define(Task.class, "cinder", "Task", Task::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<Volume> VOLUME = DEFINE.field("volume", Types.object(Volume.class));
        static final Field<String> TITLE = DEFINE.field("title", Types.string());
        static final Field<String> ACTION = DEFINE.field("action", Types.string());
        static final ObjectType<Task> TYPE = DEFINE.version("1.0");

        Task() {
            super(TYPE);
        }
    }

    private static final Table<Backend> BACKENDS =
            Table.of(Backend.TYPE, "backends").generatedKey(Backend.ID).build();

    private static final Table<Volume> VOLUMES = Table.of(Volume.TYPE, "volumes")
            .generatedKey(Volume.ID)
            .naturalKey(Volume.NAME)
            .generation(Volume.GENERATION)
            .reference(Volume.BACKEND, "backend_id", BACKENDS)
            .createdAt(Timestamps.CREATED_AT)
            .updatedAt(Timestamps.UPDATED_AT)
            .build();

    private static final Table<Task> TASKS = Table.of(Task.TYPE, "tasks")
            .generatedKey(Task.ID)
            .reference(Task.VOLUME, "volume_id", VOLUMES)
            .build();

    private final JdbcDataSource database = new JdbcDataSource();
    private final Jdbi jdbi;
    private final Store store;
    private final Repository<Backend> backends;
    private final Repository<Volume> volumes;
    private final Repository<Task> tasks;

    LoadingTest() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        this.jdbi = Jdbi.create(database);
        this.store = Store.of(jdbi, BACKENDS, VOLUMES, TASKS);
        this.backends = store.repository(BACKENDS);
        this.volumes = store.repository(VOLUMES);
        this.tasks = store.repository(TASKS);
    }

    @BeforeEach
    void createRows() {
        jdbi.useHandle(handle -> handle.createScript("""
            CREATE TABLE backends (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, host varchar(99));
            CREATE TABLE volumes (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, name varchar(99) NOT NULL UNIQUE,
              state varchar(20) NOT NULL, size bigint, backend_id bigint, generation bigint NOT NULL,
              created_at timestamp(6), updated_at timestamp(6));
            CREATE TABLE tasks (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, volume_id bigint NOT NULL,
              title varchar(99), action varchar(20));
            """).execute());
        Backend backend =
                backends.create(Backend.TYPE.with(Backend.HOST, "rack-1").build());
        for (long size = 1; size <= 5; size++) {
            volumes.create(Volume.TYPE
                    .with(Volume.NAME, "v" + size)
                    .with(Volume.STATE, size % 2 == 0 ? "error" : "available")
                    .with(Volume.SIZE, size == 5 ? null : size)
                    .with(Volume.BACKEND, size == 1 ? null : backend)
                    .build());
        }
    }

    private static List<String> names(List<Volume> found) {
        return found.stream().map(volume -> volume.get(Volume.NAME)).toList();
    }

    // ---- loading ----

    @Test
    void query() {
        // tag::query[]
        List<Volume> found = volumes.query()
                .where(equal(Volume.STATE, "error").or(isNull(Volume.SIZE)))
                .orderBy(descending(Volume.SIZE).nullsFirst(), ascending(Volume.NAME))
                .limit(100)
                .list();

        Optional<Volume> smallest =
                volumes.query().orderBy(ascending(Volume.SIZE).nullsLast()).first();
        Volume only = volumes.query().where(equal(Volume.NAME, "v1")).one(); // none, or several, is an error
        long failed = volumes.query().where(equal(Volume.STATE, "error")).count();
        boolean any = volumes.query().where(less(Volume.SIZE, 3L)).exists();
        // end::query[]

        assertThat(names(found)).containsExactly("v5", "v4", "v2");
        assertThat(smallest.orElseThrow().get(Volume.NAME)).isEqualTo("v1");
        assertThat(only.get(Volume.SIZE)).isEqualTo(1);
        assertThat(failed).isEqualTo(2);
        assertThat(any).isTrue();
    }

    @Test
    void conditions() {
        // tag::conditions[]
        Condition large = less(Volume.SIZE, 3L).not(); // of null, too: less is false of it
        Condition named = startsWith(Volume.NAME, "100%_"); // no character has a meaning of its own
        Condition there = in(Volume.BACKEND, equal(Backend.HOST, "rack-1")); // of the object referred to
        List<Volume> found = volumes.findAll(large.and(named.not()).and(there));
        // end::conditions[]

        assertThat(names(found)).containsExactlyInAnyOrder("v3", "v4", "v5");
        assertThat(volumes.query().where(notEqual(Volume.SIZE, 1L)).count()).isEqualTo(4);
    }

    @Test
    void byManyValues() {
        // tag::values[]
        Found<String, Volume> found = volumes.findAll(Volume.NAME, "v3", "v9", "v1");

        List<Volume> objects = found.objects(); // v3, v1
        Map<String, Volume> byName = found.byValue();
        List<String> missing = found.missing(); // v9
        // end::values[]

        assertThat(names(objects)).containsExactly("v3", "v1");
        assertThat(byName).containsOnlyKeys("v3", "v1");
        assertThat(missing).containsExactly("v9");
    }

    @Test
    void locking() {
        // tag::locking[]
        store.write(() -> {
            List<Volume> failed = volumes.query()
                    .where(equal(Volume.STATE, "error"))
                    .forUpdate()
                    .list(); // nobody else changes them until the transaction ends
            failed.forEach(volume -> volume.set(Volume.STATE, "available"));
            volumes.saveAll(failed);
        });
        // end::locking[]

        assertThat(volumes.query().where(equal(Volume.STATE, "error")).exists()).isFalse();
    }

    @Test
    void ownSql() {
        // tag::mapped[]
        List<Volume> found = volumes.mapped(handle -> handle.createQuery("""
            SELECT v.id, v.name, v.generation, b.id AS backend_id, b.host AS backend_host
            FROM volumes v LEFT JOIN backends b ON b.id = v.backend_id
            WHERE v.size > (SELECT avg(size) FROM volumes) ORDER BY v.id
            """));
        // end::mapped[]

        assertThat(names(found)).containsExactly("v3", "v4");
        assertThat(found.get(0).isSet(Volume.STATE)).isFalse();
        assertThat(found.get(0).get(Volume.BACKEND).get(Backend.HOST)).isEqualTo("rack-1");

        Volume volume = found.get(0);
        // tag::handle[]
        store.write(() -> {
            store.useHandle(handle -> handle.execute("UPDATE backends SET host = 'rack-2'"));
            volume.set(Volume.STATE, "error");
            volumes.save(volume); // in the same transaction
        });
        // end::handle[]

        assertThat(volumes.require(Volume.NAME, "v3").get(Volume.BACKEND).get(Backend.HOST))
                .isEqualTo("rack-2");
    }

    @Test
    void insertFrom() {
        // tag::insert[]
        long count = tasks.insertFrom(volumes.query().where(equal(Volume.STATE, "error")))
                .refer(Task.VOLUME) // the row that the new one is made of
                .copy(Task.TITLE, Volume.NAME)
                .set(Task.ACTION, "repair")
                .execute();
        // end::insert[]

        assertThat(count).isEqualTo(2);
        assertThat(tasks.query().list())
                .allMatch(task ->
                        task.get(Task.TITLE).equals(task.get(Task.VOLUME).get(Volume.NAME)));
    }

    @Test
    void replica() {
        JdbcDataSource replica = database;
        // tag::replica[]
        Store store = Store.builder(database)
                .readReplica(replica)
                .tables(BACKENDS, VOLUMES, TASKS)
                .build();
        // end::replica[]

        assertThat(store.read(() -> store.repository(VOLUMES).query().count())).isEqualTo(5);
        assertThat(store.withoutReplica()
                        .read(() -> store.repository(VOLUMES).query().count()))
                .isEqualTo(5);
    }

    // ---- pages and streams ----

    @Test
    void pages() {
        List<String> seen = new ArrayList<>();
        // tag::pages[]
        Query<Volume> newest = volumes.query().orderBy(descending(Timestamps.CREATED_AT));

        Page<Volume> page = newest.page(2);
        while (page.next().isPresent()) {
            seen.addAll(names(page.objects()));
            page = newest.page(2, page.next().get()); // a text, for an URL
        }
        // end::pages[]
        seen.addAll(names(page.objects()));

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void badCursor() {
        String answer = "";
        String given = "nonsense";
        // tag::cursor[]
        try {
            volumes.query().page(50, given);
        } catch (InvalidCursorException e) {
            answer = "400 Bad Request: " + e.getMessage();
        }
        // end::cursor[]

        assertThat(answer).contains("the text is no cursor");
    }

    @Test
    void streams() {
        // tag::streams[]
        store.write(() -> {
            volumes.query().where(equal(Volume.STATE, "error")).forEach(volume -> {
                volume.set(Volume.STATE, "available");
                volumes.save(volume); // nothing is in the way
            });
        });

        Optional<String> first =
                volumes.query().inBatchesOf(100).stream(stream -> stream.map(volume -> volume.get(Volume.NAME))
                        .filter(name -> name.endsWith("3"))
                        .findFirst());
        // end::streams[]

        assertThat(first).hasValue("v3");
        assertThat(volumes.query().where(equal(Volume.STATE, "error")).exists()).isFalse();
    }
}
