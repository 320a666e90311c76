package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** Rows whose key is that of another row: what tells the one tells the other. */
@OnEveryEngine
class KeyThatRefersTest {
    static final class Passport extends VersionedObject {
        private static final ObjectType.Definition<Passport> DEFINE =
                ObjectType.define(Passport.class, "test", "Passport", Passport::new);

        static final Field<Project> HOLDER = DEFINE.field("holder", Types.object(Project.class));
        static final Field<String> TEXT = DEFINE.field("text", Types.string());
        static final ObjectType<Passport> TYPE = DEFINE.version("1.0");

        static final Table<Passport> TABLE = Table.of(TYPE, "passports")
                .key(HOLDER)
                .reference(HOLDER, "holder_id", Tables.PROJECTS)
                .build();

        Passport() {
            super(TYPE);
        }
    }

    static final class Visa extends VersionedObject {
        private static final ObjectType.Definition<Visa> DEFINE =
                ObjectType.define(Visa.class, "test", "Visa", Visa::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger());
        static final Field<@Nullable Passport> PASSPORT =
                DEFINE.field("passport", Types.object(Passport.class).nullable());
        static final ObjectType<Visa> TYPE = DEFINE.version("1.0");

        static final Table<Visa> TABLE = Table.of(TYPE, "visas")
                .key(ID)
                .reference(PASSPORT, "passport_id", Passport.TABLE)
                .build();

        Visa() {
            super(TYPE);
        }
    }

    private final TestDatabase database;
    private final Store store;
    private final Repository<Passport> passports;
    private final Repository<Visa> visas;
    private long holderId;

    KeyThatRefersTest(Engine engine) {
        this.database = new TestDatabase(engine);
        database.execute("CREATE TABLE passports (holder_id bigint PRIMARY KEY, text varchar(20))");
        database.execute("CREATE TABLE visas (id bigint PRIMARY KEY, passport_id bigint)");
        this.store = database.newStore().tables(Passport.TABLE, Visa.TABLE).build();
        this.passports = store.repository(Passport.TABLE);
        this.visas = store.repository(Visa.TABLE);
    }

    @BeforeEach
    void createThem() {
        Project holder = database.savedConsumer().get(Consumer.PROJECT);
        holderId = holder.get(Project.ID);
        passports.create(Passport.TYPE
                .with(Passport.HOLDER, holder)
                .with(Passport.TEXT, "valid")
                .build());
        for (int id = 1; id <= 3; id++) {
            database.execute("INSERT INTO visas (id, passport_id) VALUES (" + id + ", " + holderId + ")");
        }
    }

    private List<Visa> allVisas() {
        return visas.query().orderBy(Order.ascending(Visa.ID)).list();
    }

    @Test
    void rows_areReadThroughBoth() {
        assertThat(allVisas()).hasSize(3).allSatisfy(visa -> {
            Passport passport = visa.get(Visa.PASSPORT);
            assertThat(passport.get(Passport.TEXT)).isEqualTo("valid");
            assertThat(passport.get(Passport.HOLDER).get(Project.ID)).isEqualTo(holderId);
        });
    }

    @Test
    void walks_goByIt() {
        assertThat(passports.walk().next(null, 5))
                .singleElement()
                .satisfies(row -> assertThat(row.object().get(Passport.HOLDER).get(Project.ID))
                        .isEqualTo(holderId));
    }

    @Test
    void pages_goByWhatTheRowItselfHas_whereThatIsARowOrNoneOrNull() {
        createVisasOfAnother();

        assertThat(ids(byPassport())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void batches_goByIt() {
        createVisasOfAnother();
        List<Long> ids = new ArrayList<>();

        byPassport().inBatchesOf(2).forEach(visa -> ids.add(visa.get(Visa.ID)));

        assertThat(ids).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void lockedPages_goByIt() {
        createVisasOfAnother();

        assertThat(ids(byPassport().forUpdate())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    private void createVisasOfAnother() {
        Project other = database.savedConsumer().get(Consumer.PROJECT);
        passports.create(Passport.TYPE
                .with(Passport.HOLDER, other)
                .with(Passport.TEXT, "another")
                .build());
        long otherId = other.get(Project.ID);
        database.execute("INSERT INTO visas (id, passport_id) VALUES (4, " + otherId + ")");
        database.execute("INSERT INTO visas (id, passport_id) VALUES (5, " + (otherId + 1) + ")");
        database.execute("INSERT INTO visas (id, passport_id) VALUES (6, NULL)");
    }

    private Query<Visa> byPassport() {
        return visas.query().orderBy(Order.ascending(Visa.PASSPORT).nullsLast());
    }

    /** Returns the ids on all pages, which have two each. */
    private List<Long> ids(Query<Visa> query) {
        List<Long> ids = new ArrayList<>();
        store.write(() -> {
            String next = null;
            do {
                Page<Visa> page = query.page(2, next);
                page.objects().forEach(visa -> ids.add(visa.get(Visa.ID)));
                next = page.next().orElse(null);
            } while (next != null && ids.size() < 20);
        });
        return ids;
    }

    @Test
    void aRowThatIsGone_andOneWhoseOwnIsGone_areToldApart() {
        database.execute("UPDATE visas SET passport_id = 404 WHERE id = 2");
        database.execute("UPDATE visas SET passport_id = NULL WHERE id = 3");
        database.execute("DELETE FROM consumers");
        database.execute("DELETE FROM projects WHERE id = " + holderId);

        List<Visa> all = allVisas();

        assertThat(all.get(0).get(Visa.PASSPORT).isSet(Passport.HOLDER)).isFalse();
        assertThat(all.get(0).get(Visa.PASSPORT).get(Passport.TEXT)).isEqualTo("valid");
        assertThat(all.get(1).isSet(Visa.PASSPORT)).isFalse();
        assertThat(all.get(2).get(Visa.PASSPORT)).isNull();
    }
}
