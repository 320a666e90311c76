package org.versionedobjects.examples.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.versionedobjects.examples.placement.TestPlacement.VCPU;
import static org.versionedobjects.examples.placement.TestPlacement.request;
import static org.versionedobjects.examples.placement.TestPlacement.someone;
import static org.versionedobjects.examples.placement.TestPlacement.vcpus;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.examples.placement.AllocationRefused.Reason;
import org.versionedobjects.persistence.Engine;
import org.versionedobjects.persistence.OnEveryEngine;
import org.versionedobjects.persistence.TransactionRefusedException;

@OnEveryEngine
class ReplaceAllocationsTest {
    private static final Map<UUID, Map<String, Long>> NOTHING = Map.of();

    private final TestPlacement placement;
    private final ReplaceAllocations replaceAllocations;

    ReplaceAllocationsTest(Engine engine) {
        this.placement = new TestPlacement(engine);
        this.replaceAllocations = placement.replaceAllocations;
    }

    private ConsumerGenerationConflict conflict(
            ConsumerRequest request, @Nullable Long expected, Map<UUID, Map<String, Long>> wanted) {
        return catchThrowableOfType(
                ConsumerGenerationConflict.class, () -> replaceAllocations.replace(request, expected, wanted));
    }

    private void assertRefused(Reason reason, Map<UUID, Map<String, Long>> wanted) {
        AllocationRefused refused = catchThrowableOfType(
                AllocationRefused.class, () -> replaceAllocations.replace(someone(), null, wanted));
        assertThat(refused).as("refusal of " + wanted).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
    }

    // ---- generations ----

    @Test
    void replace_ofANewConsumer_movesBothGenerations() {
        ResourceProvider provider = placement.providerOf(4);

        Consumer consumer = placement.allocated(vcpus(provider, 3));

        assertThat(consumer.generation()).isEqualTo(1);
        assertThat(placement.generation(provider)).isEqualTo(1);
        assertThat(placement.usedBy(consumer.uuid())).isEqualTo(3);
    }

    @Test
    void replace_again_putsTheNewInPlaceOfTheOld() {
        ResourceProvider old = placement.providerOf(4);
        ResourceProvider other = placement.providerOf(4);
        Consumer consumer = placement.allocated(vcpus(old, 3));

        Consumer moved = replaceAllocations
                .replace(request(consumer.uuid()), 1L, vcpus(other, 2))
                .orElseThrow();

        assertThat(moved.generation()).isEqualTo(2);
        assertThat(placement.used(old)).isZero();
        assertThat(placement.used(other)).isEqualTo(2);
        assertThat(placement.generation(old)).isEqualTo(2);
        assertThat(placement.generation(other)).isEqualTo(1);
    }

    @Test
    void replace_withNothing_forgetsTheConsumer() {
        ResourceProvider provider = placement.providerOf(4);
        Consumer consumer = placement.allocated(vcpus(provider, 3));

        assertThat(replaceAllocations.replace(request(consumer.uuid()), 1L, NOTHING))
                .isEmpty();

        assertThat(placement.database.consumers().find(Consumer.UUID, consumer.uuid()))
                .isEmpty();
        assertThat(placement.used(provider)).isZero();
        assertThat(placement.generation(provider)).isEqualTo(2);
    }

    @Test
    void replace_ofAConsumerThatIsNoNewOne_isAConflict() {
        ResourceProvider provider = placement.providerOf(4);
        Consumer consumer = placement.allocated(vcpus(provider, 1));

        ConsumerGenerationConflict conflict = conflict(request(consumer.uuid()), null, vcpus(provider, 2));

        assertThat(conflict.expected()).isNull();
        assertThat(conflict.found()).isEqualTo(1);
        assertThat(placement.used(provider)).isEqualTo(1);
    }

    @Test
    void replace_atAnotherGeneration_isAConflict() {
        ResourceProvider provider = placement.providerOf(4);
        Consumer consumer = placement.allocated(vcpus(provider, 1));

        ConsumerGenerationConflict conflict = conflict(request(consumer.uuid()), 7L, NOTHING);

        assertThat(conflict).hasMessageContaining("consumer generation conflict of " + consumer.uuid());
        assertThat(conflict).hasMessageEndingWith("expected 7 but got 1");
        assertThat(placement.used(provider)).isEqualTo(1);
    }

    @Test
    void replace_ofAConsumerThatIsNotThere_isAConflictAndCreatesNothing() {
        ResourceProvider provider = placement.providerOf(4);

        ConsumerGenerationConflict conflict = conflict(someone(), 1L, vcpus(provider, 1));

        assertThat(conflict.found()).isNull();
        assertThat(placement.count("SELECT count(*) FROM consumers")).isZero();
        assertThat(placement.count("SELECT count(*) FROM projects")).isZero();
    }

    @Test
    void replace_movesTheConsumerToAnotherProjectAndUser_butOnlyAtItsGeneration() {
        ResourceProvider provider = placement.providerOf(4);
        Consumer consumer = placement.allocated(vcpus(provider, 1));
        ConsumerRequest other = new ConsumerRequest(consumer.uuid(), "zebra", "zoe", null);

        assertThat(conflict(other, 7L, vcpus(provider, 1))).isNotNull();
        assertThat(project(consumer)).isEqualTo("acme");
        assertThat(placement.count("SELECT count(*) FROM projects")).isEqualTo(1);

        replaceAllocations.replace(other, 1L, vcpus(provider, 1));
        Consumer stored = placement.database.consumers().require(Consumer.UUID, consumer.uuid());
        assertThat(project(stored)).isEqualTo("zebra");
        assertThat(stored.get(Consumer.USER).get(User.EXTERNAL_ID)).isEqualTo("zoe");
        assertThat(stored.get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(consumer.get(Consumer.CONSUMER_TYPE_ID));
        assertThat(stored.generation()).isEqualTo(2);
    }

    private String project(Consumer consumer) {
        return placement
                .database
                .consumers()
                .require(Consumer.UUID, consumer.uuid())
                .get(Consumer.PROJECT)
                .get(Project.EXTERNAL_ID);
    }

    // ---- room ----

    @Test
    void replace_upToTheLast_isGranted_andNoMore() {
        ResourceProvider provider = placement.providerOf(4);
        placement.allocated(vcpus(provider, 3));
        placement.allocated(vcpus(provider, 1));

        assertRefused(Reason.NO_ROOM, vcpus(provider, 1));

        assertThat(placement.used(provider)).isEqualTo(4);
        assertThat(placement.generation(provider)).isEqualTo(2);
        assertThat(placement.count("SELECT count(*) FROM consumers")).isEqualTo(2);
    }

    @Test
    void replace_whatTheConsumerHadDoesNotCount() {
        ResourceProvider provider = placement.providerOf(4);
        Consumer consumer = placement.allocated(vcpus(provider, 3));

        replaceAllocations.replace(request(consumer.uuid()), 1L, vcpus(provider, 4));

        assertThat(placement.used(provider)).isEqualTo(4);
    }

    @Test
    void replace_countsReservedAndRatio() {
        ResourceProvider provider = placement.provider();
        Inventory inventory = placement.inventory(provider, VCPU, 4);
        inventory.set(Inventory.RESERVED, 2L);
        placement.overcommit(inventory, "1.5");

        assertRefused(Reason.NO_ROOM, vcpus(provider, 4));
        assertThatCode(() -> placement.allocated(vcpus(provider, 3))).doesNotThrowAnyException();
    }

    @Test
    void replace_inWrongUnits_isRefused() {
        ResourceProvider provider = placement.provider();
        Inventory inventory = placement.inventory(provider, VCPU, 100);
        inventory.set(Inventory.MIN_UNIT, 4L);
        inventory.set(Inventory.MAX_UNIT, 20L);
        inventory.set(Inventory.STEP_SIZE, 4L);
        placement.database.inventories().save(inventory);

        for (long wrong : new long[] {-4, 0, 3, 10, 24}) {
            assertRefused(Reason.WRONG_UNITS, vcpus(provider, wrong));
        }
        for (long right : new long[] {4, 20}) {
            assertThatCode(() -> placement.allocated(vcpus(provider, right))).doesNotThrowAnyException();
        }
    }

    @Test
    void replace_onAnOverfullProvider_mayTakeNoMoreThanBefore() {
        ResourceProvider provider = placement.provider();
        Inventory inventory = placement.inventory(provider, VCPU, 4);
        Consumer consumer = placement.allocated(vcpus(provider, 4));
        inventory.set(Inventory.TOTAL, 2L);
        placement.database.inventories().save(inventory);

        replaceAllocations.replace(request(consumer.uuid()), 1L, vcpus(provider, 3));

        assertThat(placement.used(provider)).isEqualTo(3);
        assertThatThrownBy(() -> replaceAllocations.replace(request(consumer.uuid()), 2L, vcpus(provider, 4)))
                .isInstanceOf(AllocationRefused.class);
    }

    // ---- all or nothing ----

    @Test
    void replace_ofSeveral_oneRefused_isNothing() {
        ResourceProvider roomy = placement.providerOf(4);
        ResourceProvider full = placement.providerOf(0);
        Consumer consumer = placement.allocated(vcpus(roomy, 1));

        assertThatThrownBy(() -> replaceAllocations.replace(
                        new ConsumerRequest(consumer.uuid(), "zebra", "alice", null),
                        1L,
                        Map.of(roomy.uuid(), Map.of(VCPU, 2L), full.uuid(), Map.of(VCPU, 1L))))
                .isInstanceOf(AllocationRefused.class);

        assertThat(placement.used(roomy)).isEqualTo(1);
        assertThat(placement.generation(roomy)).isEqualTo(1);
        assertThat(placement.generation(full)).isZero();
        assertThat(placement
                        .database
                        .consumers()
                        .require(Consumer.UUID, consumer.uuid())
                        .generation())
                .isEqualTo(1);
        assertThat(project(consumer)).isEqualTo("acme");
    }

    @Test
    void replace_whatIsNotThere_isTold() {
        ResourceProvider provider = placement.providerOf(4);

        assertRefused(Reason.NO_INVENTORY, Map.of(provider.uuid(), Map.of("DISK_GB", 1L)));
        assertThatThrownBy(() -> placement.allocated(Map.of(provider.uuid(), Map.of("CUSTOM_GOLD", 1L))))
                .isInstanceOf(UnknownNameException.class)
                .hasMessage("there is no resource class CUSTOM_GOLD");
        assertThatThrownBy(() -> placement.allocated(Map.of(new UUID(1, 2), Map.of(VCPU, 1L))))
                .isInstanceOf(UnknownNameException.class)
                .hasMessage("there is no resource provider 00000000-0000-0001-0000-000000000002");
    }

    @Test
    void replace_insideATransaction_isRefused() {
        ResourceProvider provider = placement.providerOf(4);

        assertThatThrownBy(() -> placement
                        .database
                        .store()
                        .write(() -> replaceAllocations.replace(someone(), null, vcpus(provider, 1))))
                .isInstanceOf(TransactionRefusedException.class);
        assertThat(placement.used(provider)).isZero();
    }
}
