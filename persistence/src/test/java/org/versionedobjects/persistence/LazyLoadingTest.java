package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.versionedobjects.UnsetFieldException;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Tenancy.Owner;
import org.versionedobjects.persistence.Tenancy.Server;
import org.versionedobjects.persistence.Tenancy.Share;
import org.versionedobjects.persistence.Tenancy.Tenant;

/** Fields that are loaded when they are asked for, for all objects loaded together. */
@OnEveryEngine
class LazyLoadingTest {
    private static final int MANY = 200;
    private static final Relation<Tenant, Server> SERVERS = Tenancy.SERVERS_OF_TENANT
            .without(Server.TENANT, Server.OWNER, Server.NAME)
            .lazily(Tenancy.SHARES_OF_SERVER);

    private final Tenancy tenancy;
    private final TestDatabase database;
    private final Tenant tenant;

    LazyLoadingTest(Engine engine) {
        this.tenancy = new Tenancy(engine);
        this.database = tenancy.database;
        this.tenant = tenancy.tenant("t");
    }

    private void createServers(int count) {
        List<Owner> owners = new ArrayList<>();
        List<Server> servers = new ArrayList<>();
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            owners.add(Owner.TYPE.with(Owner.NAME, "o" + i).build());
            servers.add(Server.TYPE
                    .with(Server.NAME, "s" + i)
                    .with(Server.TENANT, tenant)
                    .with(Server.OWNER, owners.get(i))
                    .build());
            shares.add(Share.TYPE
                    .with(Share.SERVER, servers.get(i))
                    .with(Share.USED, (long) i)
                    .build());
        }
        tenancy.owners.createAll(owners);
        tenancy.servers.createAll(servers);
        tenancy.shares.createAll(shares);
    }

    /** Returns the servers, loaded together without most of their fields. */
    private List<Server> loaded() {
        return loaded(tenancy.tenants);
    }

    private List<Server> loaded(Repository<Tenant> tenants) {
        List<Server> servers = tenants.lazily()
                .with(SERVERS)
                .require(Tenant.ID, tenant.get(Tenant.ID))
                .get(Tenant.SERVERS);
        database.forget();
        return servers;
    }

    private void check(int index, Server server) {
        assertThat(server.get(Server.NAME)).isEqualTo("s" + index);
        assertThat(server.get(Server.OWNER).get(Owner.NAME)).isEqualTo("o" + index);
        assertThat(server.get(Server.TENANT).get(Tenant.NAME)).isEqualTo("t");
        assertThat(server.get(Server.SHARES))
                .singleElement()
                .extracting(share -> share.get(Share.USED))
                .isEqualTo((long) index);
        assertThat(server.hasChanges()).isFalse();
    }

    private void check(List<Server> servers) {
        for (int i = 0; i < servers.size(); i++) {
            check(i, servers.get(i));
        }
    }

    // ---- one statement for all ----

    @Test
    void eachField_isLoadedOnce_forAllThatWereLoadedTogether() {
        createServers(MANY);

        check(loaded());

        assertThat(database.statements).hasSize(4);
    }

    @Test
    void objectsOfAQuery_loadTogether_andThoseOfAStreamInPieces() {
        createServers(MANY);
        Query<Server> query =
                tenancy.servers.only().lazily(Tenancy.SHARES_OF_SERVER).query().orderBy(Order.ascending(Server.ID));
        database.forget();

        check(query.list());
        assertThat(database.statements).hasSize(1 + 4);

        database.forget();
        List<Server> passed = new ArrayList<>();
        query.inBatchesOf(50).forEach(server -> {
            server.get(Server.NAME);
            passed.add(server);
        });
        check(passed);
        assertThat(database.statements.stream().filter(sql -> sql.contains("t0.name")))
                .hasSize(MANY / 50);
    }

    @Test
    void objectsInWhatIsLoadedLazily_loadTogether_too() {
        createServers(MANY);
        database.forget();
        List<Server> servers = tenancy.tenants
                .lazily(SERVERS)
                .require(Tenant.ID, tenant.get(Tenant.ID))
                .get(Tenant.SERVERS);
        servers.forEach(server -> server.get(Server.SHARES).forEach(share -> share.get(Share.SERVER)));

        check(servers);
        assertThat(database.statements).hasSize(1 + 1 + 2 + 3);
    }

    @Test
    void partOfAReference_isLoadedLazily_too() {
        createServers(3);
        Fields fields = Fields.of().with(Server.OWNER, Fields.of());
        List<Server> servers = tenancy.tenants
                .lazily()
                .with(Tenancy.SERVERS_OF_TENANT.only(fields))
                .require(Tenant.ID, tenant.get(Tenant.ID))
                .get(Tenant.SERVERS);
        database.forget();

        for (int i = 0; i < 3; i++) {
            assertThat(servers.get(i).get(Server.OWNER).get(Owner.NAME)).isEqualTo("o" + i);
        }
        assertThat(database.statements).hasSize(1);
    }

    @Test
    void oneAlone_loadsForItself() {
        createServers(1);
        Server server = tenancy.servers
                .withoutReferences()
                .lazily(Tenancy.SHARES_OF_SERVER)
                .require(Server.NAME, "s0");

        check(0, server);
    }

    @Test
    void rowThatIsGone_andReferenceToOne_areUnset_withoutAStatementEach() {
        createServers(3);
        List<Server> servers = loaded();
        database.execute("DELETE FROM owners");

        servers.forEach(server -> assertThatThrownBy(() -> server.get(Server.OWNER))
                .isInstanceOf(UnsetFieldException.class)
                .hasMessageContaining("its row is not there any more, or refers to one that is not there"));
        assertThat(database.statements).hasSize(1);
        database.execute("DELETE FROM servers");
        servers.forEach(
                server -> assertThatThrownBy(() -> server.get(Server.NAME)).isInstanceOf(UnsetFieldException.class));
        assertThat(database.statements).hasSize(2);
    }

    @Test
    void nothingButGet_loads() {
        createServers(2);
        Server server = loaded().get(0);

        assertThat(server.toString()).doesNotContain("s0");
        server.changes();
        server.copy().sameState(server);
        server.snapshot();
        assertThat(server.find(Server.NAME)).isEmpty();
        server.set(Server.NAME, "mine");
        tenancy.servers.save(server);

        assertThat(database.statements).singleElement().asString().startsWith("UPDATE");
    }

    // ---- what objects have done since ----

    @Test
    void fieldThatWasSet_keepsItsValue_andWhatWasTakenOut_isReadAgain() {
        createServers(3);
        List<Server> servers = loaded();
        servers.get(1).set(Server.NAME, "mine");

        servers.get(0).get(Server.NAME);
        assertThat(servers.get(1).get(Server.NAME)).isEqualTo("mine");
        tenancy.servers.save(servers.get(1));
        servers.get(1).unset(Server.NAME);

        assertThat(servers.get(1).get(Server.NAME)).isEqualTo("mine");
        assertThat(servers.get(2).get(Server.NAME)).isEqualTo("s2");
    }

    @Test
    void objectThatWasRefreshed_readsWhatIsNow_andOnlyForItself() {
        createServers(3);
        List<Server> servers = loaded();
        servers.get(0).get(Server.NAME);
        Server elsewhere = tenancy.servers.require(Server.NAME, "s1");
        elsewhere.set(Server.NAME, "theirs");
        tenancy.servers.save(elsewhere);

        tenancy.servers.refresh(servers.get(1));

        assertThat(servers.get(1).isSet(Server.NAME)).isFalse();
        assertThat(servers.get(1).get(Server.NAME)).isEqualTo("theirs");
        assertThat(servers.get(1).get(Server.GENERATION)).isEqualTo(1);
        assertThat(servers.get(2).get(Server.NAME)).isEqualTo("s2");
    }

    @Test
    void objectThatWasSavedOntoWhatOthersChanged_readsWhatIsNow() {
        createServers(3);
        List<Server> servers = loaded();
        servers.get(0).get(Server.NAME);
        Server elsewhere = tenancy.servers.require(Server.NAME, "s1");
        elsewhere.set(Server.NAME, "theirs");
        tenancy.servers.save(elsewhere);

        servers.get(1).get(Server.OWNER);
        servers.get(1).set(Server.OWNER, null);
        tenancy.servers.rebasing().save(servers.get(1));

        assertThat(servers.get(1).get(Server.NAME)).isEqualTo("theirs");
    }

    @Test
    void copies_loadForAllOfThem_andShareNothingWithTheirOriginals() {
        createServers(MANY);
        List<Server> servers = loaded();
        List<Server> copies = new ArrayList<>();
        servers.forEach(server -> copies.add((Server) server.copy()));

        check(servers);
        check(copies);

        assertThat(database.statements).hasSizeLessThanOrEqualTo(8);
        copies.get(0).get(Server.OWNER).set(Owner.NAME, "changed");
        assertThat(servers.get(0).hasChanges()).isFalse();
    }

    // ---- transactions ----

    @Test
    void inATransaction_itSeesWhatThatWrote_andObjectsGoBackIfItRollsBack() {
        createServers(3);
        List<Server> servers = loaded();

        assertThatThrownBy(() -> tenancy.store.write(() -> {
                    Server row = tenancy.servers.require(Server.NAME, "s1");
                    row.set(Server.NAME, "never");
                    tenancy.servers.save(row);
                    assertThat(servers.get(0).get(Server.NAME)).isEqualTo("s0");
                    assertThat(servers.get(1).get(Server.NAME)).isEqualTo("never");
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(servers.get(0).isSet(Server.NAME)).isFalse();
        database.forget();
        servers.forEach(server -> assertThat(server.get(Server.NAME)).startsWith("s"));
        assertThat(servers.get(1).get(Server.NAME)).isEqualTo("s1");
        assertThat(database.statements).hasSize(1);
    }

    @Test
    void afterTheTransaction_itReadsByItself() {
        createServers(3);
        List<Server> servers = tenancy.store.read(() -> loaded());

        check(servers);

        assertThat(database.statements).hasSize(4);
    }

    @Test
    void transactionForEachObject_takesOneStatementForAll() {
        createServers(MANY);
        List<Server> servers = loaded();

        for (Server server : servers) {
            tenancy.store.write(() -> {
                server.get(Server.OWNER);
            });
        }

        assertThat(database.statements.stream().filter(sql -> sql.startsWith("SELECT t0")))
                .hasSize(1);
    }

    @Test
    void transactionForEachObject_thatHasWritten_readsForItself() {
        createServers(20);
        List<Server> servers = loaded();
        servers.get(0).get(Server.OWNER);
        database.forget();

        for (Server server : servers.subList(1, 20)) {
            tenancy.store.write(() -> {
                server.set(Server.NAME, "new");
                tenancy.servers.save(server);
                server.get(Server.OWNER);
            });
        }

        assertThat(database.statements.stream().filter(sql -> sql.startsWith("SELECT t0")))
                .hasSize(19)
                .noneMatch(sql -> sql.contains("?, ?"));
    }

    @Test
    void transactionThatHasWritten_loadsForAll_fromTheSecondObjectOn() {
        createServers(20);
        List<Server> servers = loaded();
        servers.get(0).get(Server.OWNER);
        database.forget();

        tenancy.store.write(() -> {
            servers.get(1).set(Server.NAME, "new");
            tenancy.servers.save(servers.get(1));
            servers.forEach(server -> server.get(Server.OWNER));
        });

        assertThat(database.statements.stream().filter(sql -> sql.startsWith("SELECT t0")))
                .hasSize(2);
    }

    @Test
    void handle_isUsedWhereItIsOpen_andTheStoreAfterwards() {
        createServers(3);
        List<Server> servers;
        try (Handle handle = database.jdbi.open()) {
            handle.begin();
            handle.execute("UPDATE servers SET name = 'never'");
            servers = loaded(tenancy.tenants.on(handle));
            assertThat(servers.get(0).get(Server.NAME)).isEqualTo("never");
            handle.rollback();
            assertThat(servers.get(0).isSet(Server.NAME)).isFalse();
        }

        check(servers);
    }

    // ---- strict ----

    @Test
    void strict_refusesWhatWouldBeLoaded_andSaysHowToLoadIt() {
        createServers(1);
        Repository<Tenant> strict = tenancy.tenants.strict();
        Server server = loaded(strict).get(0);

        assertThatThrownBy(() -> server.get(Server.OWNER))
                .isInstanceOf(LazyLoadingException.class)
                .hasMessage(
                        "[LazyLoading] tenancy.Server 1.0 at owner: the field was not loaded with the object of the row"
                                + " id=1, and would be loaded lazily, which strict loading refuses; load it with the object, by"
                                + " only(…), or for many at once, by fetch(…)");
        assertThatThrownBy(() -> server.get(Server.SHARES)).hasMessageContaining("by with(…)");
        assertThat(server.get(Server.GENERATION)).isZero();
        assertThat(database.statements).isEmpty();

        tenancy.servers.fetch(List.of(server), Server.OWNER);
        assertThat(server.get(Server.OWNER).get(Owner.NAME)).isEqualTo("o0");
    }

    @Test
    void strictStore_refuses_whateverTheRepository() {
        createServers(1);
        Store strict = tenancy.newStore().strictLoading().build();
        Server server =
                strict.repository(Tenancy.SERVERS).lazily().withoutReferences().require(Server.NAME, "s0");

        assertThatThrownBy(() -> server.get(Server.OWNER)).isInstanceOf(LazyLoadingException.class);
        assertThatThrownBy(() -> ((Server) server.copy()).get(Server.OWNER)).isInstanceOf(LazyLoadingException.class);
        tenancy.servers.refresh(server);
        assertThatThrownBy(() -> server.get(Server.OWNER)).isInstanceOf(LazyLoadingException.class);
    }

    // ---- threads ----

    @Test
    void threads_eachTakeTheirOwn_fromOneStatement() throws Exception {
        createServers(MANY);
        HikariConfig watched = new HikariConfig();
        watched.setDataSource(database.dataSource());
        watched.setMaximumPoolSize(4);
        try (HikariDataSource pool = new HikariDataSource(watched)) {
            for (int round = 0; round < 5; round++) {
                List<Server> servers = loaded(pooled(pool).repository(Tenancy.TENANTS));

                inThreads(thread -> () -> {
                    for (int i = thread; i < servers.size(); i += 8) {
                        check(i, servers.get(i));
                    }
                    return null;
                });
                assertThat(database.statements).hasSize(4);
            }
        }
    }

    @Test
    void threads_inTransactionsOfTheirOwn_seeNothingOfEachOther() throws Exception {
        if (!database.engine().hasConcurrentWriters()) {
            return;
        }
        createServers(MANY);
        try (HikariDataSource pool = database.pooled(8)) {
            Store store = pooled(pool);
            Repository<Tenant> tenants = store.repository(Tenancy.TENANTS);
            Repository<Server> repository = store.repository(Tenancy.SERVERS);
            List<Server> servers = loaded(tenants);

            inThreads(thread -> () -> {
                assertThatThrownBy(() -> store.write(() -> {
                            Server row = repository.require(Server.NAME, "s" + thread);
                            row.set(Server.NAME, "never");
                            repository.save(row);
                            for (int i = thread; i < servers.size(); i += 8) {
                                assertThat(servers.get(i).get(Server.NAME)).isEqualTo(i == thread ? "never" : "s" + i);
                            }
                            throw new IllegalStateException("stop");
                        }))
                        .hasMessage("stop");
                for (int i = thread; i < servers.size(); i += 8) {
                    check(i, servers.get(i));
                }
                return null;
            });
        }
    }

    @Test
    void whatAnOpenTransactionLoaded_isForNobodyElse() throws Exception {
        createServers(3);
        List<Server> servers = loaded();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            tenancy.store.write(() -> {
                Server row = tenancy.servers.require(Server.NAME, "s1");
                row.set(Server.NAME, "changed");
                tenancy.servers.save(row);
                assertThat(servers.get(0).get(Server.NAME)).isEqualTo("s0");
                assertThat(other.submit(() -> servers.get(1).get(Server.NAME)).get(60, TimeUnit.SECONDS))
                        .isEqualTo("s1");
            });
        } finally {
            other.shutdownNow();
        }

        database.forget();
        assertThat(servers.get(2).get(Server.NAME)).isEqualTo("s2");
        assertThat(database.statements).isEmpty();
    }

    private Store pooled(HikariDataSource pool) {
        return Store.of(
                Jdbi.create(pool),
                Tenancy.TENANTS,
                Tenancy.OWNERS,
                Tenancy.SERVERS,
                Tenancy.SHARES,
                Tenancy.TAGS,
                Tenancy.TENANT_TAGS);
    }

    @FunctionalInterface
    private interface Work {
        Callable<Void> of(int thread);
    }

    private static void inThreads(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CyclicBarrier start = new CyclicBarrier(8);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                Callable<Void> part = work.of(thread);
                running.add(threads.submit(() -> {
                    start.await();
                    return part.call();
                }));
            }
            for (Future<Void> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    // ---- memory ----

    @Test
    void objectsThatAreGone_areLoadedForNoMore_thoughOthersLoadedWithThemLive() {
        createServers(2);
        List<Server> servers = new ArrayList<>(loaded());
        WeakReference<VersionedObject> gone = new WeakReference<>(servers.remove(1));

        assertThat(isCollected(gone)).isTrue();

        assertThat(servers.get(0).get(Server.NAME)).isEqualTo("s0");
    }

    private static boolean isCollected(WeakReference<?> reference) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (reference.get() != null && System.nanoTime() < end) {
            System.gc();
            Thread.onSpinWait();
        }
        return reference.get() == null;
    }
}
