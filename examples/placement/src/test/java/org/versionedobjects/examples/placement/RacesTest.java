package org.versionedobjects.examples.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.versionedobjects.examples.placement.Race.ROUNDS;
import static org.versionedobjects.examples.placement.Race.THREADS;
import static org.versionedobjects.examples.placement.TestPlacement.VCPU;
import static org.versionedobjects.examples.placement.TestPlacement.request;
import static org.versionedobjects.examples.placement.TestPlacement.someone;
import static org.versionedobjects.examples.placement.TestPlacement.vcpus;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.versionedobjects.examples.placement.Race.Outcome;
import org.versionedobjects.persistence.Engine;
import org.versionedobjects.persistence.OnEveryEngine;

/** Races that OpenStack's placement loses, and some more: eight threads, twenty rounds each. */
@OnEveryEngine
class RacesTest {
    private final HikariDataSource pool;
    private final TestPlacement placement;
    private final ReplaceAllocations replaceAllocations;
    private final Race race = new Race();

    RacesTest(Engine engine) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(engine.newDatabase());
        config.setMaximumPoolSize(THREADS);
        this.pool = new HikariDataSource(config);
        this.placement = new TestPlacement(pool);
        this.replaceAllocations = placement.replaceAllocations;
    }

    @AfterEach
    void close() {
        race.close();
        pool.close();
    }

    private long consumers(UUID uuid) {
        return placement.count("SELECT count(*) FROM consumers WHERE uuid = '" + uuid + "'");
    }

    private long generation(UUID consumer) {
        return placement.database.consumers().require(Consumer.UUID, consumer).generation();
    }

    // ---- ensure ----

    @Test
    void aConsumer_isCreatedOnce_withOneProjectUserAndType() {
        EnsureConsumer ensureConsumer = new EnsureConsumer(placement.database);
        for (int round = 0; round < ROUNDS; round++) {
            ConsumerRequest request = new ConsumerRequest(UUID.randomUUID(), "p" + round, "u" + round, "T" + round);
            AtomicInteger created = new AtomicInteger();

            race.run(thread -> {
                if (ensureConsumer.ensure(request).isNew()) {
                    created.incrementAndGet();
                }
            });

            assertThat(created).hasValue(1);
            assertThat(consumers(request.uuid())).isEqualTo(1);
        }
        for (String table : new String[] {"consumers", "projects", "users"}) {
            assertThat(placement.count("SELECT count(*) FROM " + table)).isEqualTo(ROUNDS);
        }
    }

    // ---- replace ----

    // tag::four[]
    @Test
    void fourVcpus_areGrantedFourTimes_howeverManyWantOne() {
        for (int round = 0; round < ROUNDS; round++) {
            ResourceProvider provider = placement.providerOf(4);

            Outcome outcome = race.run(thread -> replaceAllocations.replace(someone(), null, vcpus(provider, 1)));

            assertThat(outcome.won()).isEqualTo(4);
            assertThat(outcome.refused(AllocationRefused.class)).isEqualTo(4);
            assertThat(placement.used(provider)).isEqualTo(4);
            assertThat(placement.generation(provider)).isEqualTo(4);
        }
        assertThat(placement.count("SELECT count(*) FROM consumers")).isEqualTo(4 * ROUNDS);
    }
    // end::four[]

    @Test
    void aNewConsumer_hasOneWinner_whoseAllocationsStay() {
        for (int round = 0; round < ROUNDS; round++) {
            ResourceProvider provider = placement.providerOf(THREADS);
            UUID consumer = UUID.randomUUID();

            Outcome outcome =
                    race.run(thread -> replaceAllocations.replace(request(consumer), null, vcpus(provider, 1)));

            assertThat(outcome.won()).isEqualTo(1);
            assertThat(outcome.refused(ConsumerGenerationConflict.class)).isEqualTo(THREADS - 1);
            assertThat(consumers(consumer)).isEqualTo(1);
            assertThat(generation(consumer)).isEqualTo(1);
            assertThat(placement.usedBy(consumer)).isEqualTo(1);
        }
    }

    @Test
    void aNewConsumer_ofARequestThatIsRefused_takesNothingOfTheWinnersWithIt() {
        for (int round = 0; round < ROUNDS; round++) {
            ResourceProvider provider = placement.providerOf(THREADS);
            UUID consumer = UUID.randomUUID();

            Outcome outcome = race.run(thread -> replaceAllocations.replace(
                    request(consumer), null, vcpus(provider, thread % 2 == 0 ? 1 : THREADS + 1)));

            assertThat(outcome.won()).isEqualTo(1);
            assertThat(consumers(consumer)).isEqualTo(1);
            assertThat(generation(consumer)).isEqualTo(1);
            assertThat(placement.usedBy(consumer)).isEqualTo(1);
            assertThat(placement.generation(provider)).isEqualTo(1);
        }
    }

    @Test
    void aConsumerThatAllHaveSeen_isReplacedOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            ResourceProvider provider = placement.providerOf(THREADS);
            UUID consumer = placement.allocated(vcpus(provider, 1)).uuid();

            Outcome outcome =
                    race.run(thread -> replaceAllocations.replace(request(consumer), 1L, vcpus(provider, thread + 1)));

            assertThat(outcome.won()).isEqualTo(1);
            assertThat(outcome.refused(ConsumerGenerationConflict.class)).isEqualTo(THREADS - 1);
            assertThat(generation(consumer)).isEqualTo(2);
            assertThat(placement.generation(provider)).isEqualTo(2);
        }
    }

    @Test
    void twoProviders_namedInAnyOrder_areInNobodysWay() {
        for (int round = 0; round < ROUNDS; round++) {
            ResourceProvider one = placement.providerOf(THREADS);
            ResourceProvider other = placement.providerOf(THREADS);

            Outcome outcome = race.run(thread -> {
                Map<UUID, Map<String, Long>> wanted = new LinkedHashMap<>();
                wanted.put((thread % 2 == 0 ? one : other).uuid(), Map.of(VCPU, 1L));
                wanted.put((thread % 2 == 0 ? other : one).uuid(), Map.of(VCPU, 1L));
                replaceAllocations.replace(someone(), null, wanted);
            });

            assertThat(outcome.won()).isEqualTo(THREADS);
            assertThat(placement.used(one)).isEqualTo(THREADS);
            assertThat(placement.used(other)).isEqualTo(THREADS);
            assertThat(placement.generation(one)).isEqualTo(THREADS);
            assertThat(placement.generation(other)).isEqualTo(THREADS);
        }
    }

    // ---- delete ----

    @Test
    void aConsumerThatComesToUseSomething_isNotDeletedAsUnused() {
        EnsureConsumer ensureConsumer = new EnsureConsumer(placement.database);
        DeleteConsumersWithoutAllocations deletion = new DeleteConsumersWithoutAllocations(placement.database);
        ResourceProvider provider = placement.providerOf(THREADS * ROUNDS);
        AtomicInteger granted = new AtomicInteger();
        for (int round = 0; round < ROUNDS; round++) {
            List<UUID> unused = Stream.generate(UUID::randomUUID)
                    .limit(THREADS / 2)
                    .peek(uuid -> ensureConsumer.ensure(request(uuid)))
                    .toList();

            race.run(thread -> {
                if (thread < unused.size()) {
                    replaceAllocations.replace(request(unused.get(thread)), 0L, vcpus(provider, 1));
                    granted.incrementAndGet();
                } else {
                    deletion.run(100);
                }
            });
        }
        assertThat(placement.used(provider)).isEqualTo(granted.get());
        assertThat(placement.count("SELECT count(*) FROM consumers")).isEqualTo(granted.get());
        assertThat(placement.count(
                        "SELECT count(*) FROM allocations WHERE consumer_id IN (SELECT uuid FROM consumers)"))
                .isEqualTo(granted.get());
    }

    // ---- all of it ----

    @Test
    void comingAndGoing_besideCleaningAndMigrating_losesNothing() {
        DeleteConsumersWithoutAllocations deletion = new DeleteConsumersWithoutAllocations(placement.database);
        ResourceProvider provider = placement.providerOf(THREADS);
        ResourceProvider elsewhere = placement.providerOf(THREADS * ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            Outcome outcome = race.run(thread -> {
                switch (thread % 4) {
                    case 0, 1 -> {
                        UUID consumer = placement.allocated(vcpus(provider, 2)).uuid();
                        replaceAllocations.replace(request(consumer), 1L, vcpus(provider, 1));
                        replaceAllocations.replace(request(consumer), 2L, Map.of());
                    }
                    case 2 -> deletion.run(100);
                    default -> {
                        placement.allocatedLongAgo(elsewhere);
                        placement.migrated(100);
                    }
                }
            });

            assertThat(outcome.refusals()).isEmpty();
        }
        assertThat(placement.used(provider)).isZero();
        assertThat(placement.generation(provider)).isEqualTo(3L * ROUNDS * THREADS / 2);
        assertThat(placement.used(elsewhere)).isEqualTo(ROUNDS * THREADS / 4);
        assertThat(placement.count("SELECT count(*) FROM consumers")).isEqualTo(ROUNDS * THREADS / 4);
    }

    @Test
    void theMigration_besideItself_givesEachConsumerOneRow() {
        ResourceProvider provider = placement.providerOf(0);
        for (int round = 1; round <= ROUNDS; round++) {
            for (int i = 0; i < THREADS; i++) {
                placement.allocatedLongAgo(provider);
            }

            race.run(thread -> placement.migrated(3));

            assertThat(placement.count("SELECT count(*) FROM consumers")).isEqualTo((long) round * THREADS);
        }
    }
}
