package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Saves in transactions that Spring manages. */
@OnEveryEngine
class SpringTest {
    private final VolumeDatabase database;
    private final TransactionTemplate spring;
    private final Store store;
    private final Repository<Volume> volumes;

    SpringTest(Engine engine) {
        this.database = new VolumeDatabase(engine);
        var dataSource = database.database.unwatched();
        this.spring = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.store = Store.builder(Jdbi.create(new TransactionAwareDataSourceProxy(dataSource)))
                .tables(database.volumeTable, database.attachmentTable)
                .externalTransactions(SpringTest::afterRollback)
                .build();
        this.volumes = store.repository(database.volumeTable);
    }

    /** Spring runs what is registered in its order, the first first if there is none; what was done last is undone first. */
    private static void afterRollback(Runnable undo) {
        int earlier = TransactionSynchronizationManager.getSynchronizations().size();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                return -earlier;
            }

            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    undo.run();
                }
            }
        });
    }

    @Test
    void aTransactionOfSprings_commitsWhatIsSavedInIt() {
        Volume volume = Volume.named("v");

        spring.executeWithoutResult(status -> {
            volumes.create(volume);
            volume.set(Volume.STATE, "in-use");
            store.write(() -> volumes.save(volume));
        });

        assertThat(volume.hasChanges()).isFalse();
        assertThat(volumes.require(Volume.NAME, "v").get(Volume.GENERATION)).isEqualTo(1);
    }

    @Test
    void aTransactionOfSprings_thatRollsBack_putsObjectsBack() {
        Volume volume = volumes.create(Volume.named("v"));
        volume.set(Volume.STATE, "in-use");
        String before = TestDatabase.state(volume);

        spring.executeWithoutResult(status -> {
            volumes.save(volume);
            assertThat(volume.hasChanges()).isFalse();
            status.setRollbackOnly();
        });

        assertThat(TestDatabase.state(volume)).isEqualTo(before);
        assertThat(volumes.require(Volume.NAME, "v").get(Volume.STATE)).isEqualTo("available");
        volumes.save(volume);
    }

    @Test
    void aTransactionOfSprings_thatRollsBackSeveralSaves_putsTheObjectBackToItsStart() {
        Volume volume = volumes.create(Volume.named("v"));
        volume.set(Volume.STATE, "in-use");

        spring.executeWithoutResult(status -> {
            volumes.save(volume);
            volume.set(Volume.STATE, "error");
            volumes.save(volume);
            status.setRollbackOnly();
        });

        assertThat(volume.get(Volume.GENERATION)).isZero();
        assertThat(volume.changes()).hasToString("cinder.Volume 1.0{state: 'available' → 'error'}");
        volumes.save(volume);
        assertThat(volumes.require(Volume.NAME, "v").get(Volume.STATE)).isEqualTo("error");
    }

    @Test
    void aConflict_passesThroughSpring_andAllGoesBack() {
        volumes.create(Volume.named("taken"));
        Volume first = Volume.named("first");

        assertThatThrownBy(() -> spring.executeWithoutResult(status -> {
                    volumes.create(first);
                    volumes.create(Volume.named("taken"));
                }))
                .isInstanceOf(DuplicateConflict.class);

        assertThat(first.isSet(Volume.ID)).isFalse();
        assertThat(volumes.find(Volume.NAME, "first")).isEmpty();
    }

    @Test
    void retriesAndIsolation_areSpringsThere() {
        assertThatThrownBy(() ->
                        spring.executeWithoutResult(status -> store.retrying().write(() -> "nothing")))
                .isInstanceOf(TransactionRefusedException.class)
                .hasMessageContaining("begun by something else");
        assertThatThrownBy(() ->
                        spring.executeWithoutResult(status -> store.retrying().read(() -> "nothing")))
                .isInstanceOf(TransactionRefusedException.class);
        assertThatThrownBy(() -> spring.executeWithoutResult(
                        status -> store.isolation(Isolation.SERIALIZABLE).write(() -> "nothing")))
                .isInstanceOf(TransactionRefusedException.class);
    }

    @Test
    void outsideOfSpringsTransactions_theStoreHasItsOwn() {
        store.retrying().write(() -> volumes.create(Volume.named("v")));

        assertThat(volumes.find(Volume.NAME, "v")).isPresent();
    }
}
