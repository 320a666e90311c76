package org.versionedobjects.examples.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.versionedobjects.examples.placement.TestPlacement.request;
import static org.versionedobjects.examples.placement.TestPlacement.vcpus;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.versionedobjects.persistence.Engine;
import org.versionedobjects.persistence.OnEveryEngine;

@OnEveryEngine
class CreateIncompleteConsumersTest {
    private final TestPlacement placement;

    CreateIncompleteConsumersTest(Engine engine) {
        this.placement = new TestPlacement(engine);
    }

    @Test
    void batches_run_untilThereIsNoMore() {
        ResourceProvider provider = placement.providerOf(10);
        Consumer complete = placement.allocated(vcpus(provider, 1));
        for (int i = 0; i < 5; i++) {
            placement.allocatedLongAgo(provider);
        }

        assertThat(placement.migrated(2)).isEqualTo(5);
        assertThat(placement.migrated(2)).isZero();

        assertThat(placement.count("SELECT count(*) FROM consumers")).isEqualTo(6);
        assertThat(placement
                        .database
                        .consumers()
                        .require(Consumer.UUID, complete.uuid())
                        .generation())
                .isEqualTo(1);
    }

    @Test
    void theMigration_givesOneConsumerOfSeveralAllocationsOneRow_withAnIncompleteProjectAndUser() {
        UUID consumer = placement.allocatedLongAgo(placement.providerOf(1));
        placement
                .database
                .allocations()
                .create(Allocation.TYPE
                        .with(Allocation.CONSUMER_UUID, consumer)
                        .with(Allocation.RESOURCE_PROVIDER, placement.provider())
                        .with(
                                Allocation.RESOURCE_CLASS,
                                placement.database.resourceClasses().require(ResourceClass.NAME, "DISK_GB"))
                        .with(Allocation.USED, 7L)
                        .build());

        assertThat(placement.migrated(100)).isEqualTo(1);

        Consumer stored = placement.database.consumers().require(Consumer.UUID, consumer);
        assertThat(stored.get(Consumer.PROJECT).get(Project.EXTERNAL_ID))
                .isEqualTo("00000000-0000-0000-0000-000000000000");
        assertThat(stored.get(Consumer.USER).get(User.EXTERNAL_ID)).isEqualTo("00000000-0000-0000-0000-000000000000");
        assertThat(stored.get(Consumer.CONSUMER_TYPE_ID)).isNull();
        assertThat(stored.generation()).isZero();
    }

    @Test
    void aConsumerThatWasMadeComplete_canBeReplaced() {
        ResourceProvider provider = placement.providerOf(4);
        UUID consumer = placement.allocatedLongAgo(provider);
        placement.migrated(100);

        placement.replaceAllocations.replace(request(consumer), 0L, vcpus(provider, 4));

        assertThat(placement.usedBy(consumer)).isEqualTo(4);
        assertThat(placement
                        .database
                        .consumers()
                        .require(Consumer.UUID, consumer)
                        .get(Consumer.PROJECT)
                        .get(Project.EXTERNAL_ID))
                .isEqualTo("acme");
    }
}
