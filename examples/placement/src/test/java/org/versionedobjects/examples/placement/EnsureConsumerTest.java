package org.versionedobjects.examples.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.examples.placement.EnsureConsumer.Ensured;
import org.versionedobjects.persistence.Engine;
import org.versionedobjects.persistence.OnEveryEngine;

@OnEveryEngine
class EnsureConsumerTest {
    private final TestPlacement placement;
    private final EnsureConsumer ensureConsumer;

    EnsureConsumerTest(Engine engine) {
        this.placement = new TestPlacement(engine);
        this.ensureConsumer = new EnsureConsumer(placement.database);
    }

    @Test
    void ensure_aNewOne_createsAllItIsMadeOf() {
        UUID uuid = UUID.randomUUID();

        Ensured ensured = ensureConsumer.ensure(new ConsumerRequest(uuid, "acme", "alice", "VOLUME"));

        assertThat(ensured.isNew()).isTrue();
        Consumer stored = placement.database.consumers().require(Consumer.UUID, uuid);
        assertThat(stored.generation()).isZero();
        assertThat(stored.get(Consumer.PROJECT).get(Project.EXTERNAL_ID)).isEqualTo("acme");
        assertThat(stored.get(Consumer.USER).get(User.EXTERNAL_ID)).isEqualTo("alice");
        assertThat(stored.get(Consumer.CONSUMER_TYPE_ID))
                .isEqualTo(placement
                        .database
                        .consumerTypes()
                        .require(ConsumerType.NAME, "VOLUME")
                        .get(ConsumerType.ID));
    }

    @Test
    void ensure_oneThatIsThere_returnsItAsItIs() {
        UUID uuid = UUID.randomUUID();
        ensureConsumer.ensure(new ConsumerRequest(uuid, "acme", "alice", "INSTANCE"));

        Ensured again = ensureConsumer.ensure(new ConsumerRequest(uuid, "zebra", "alice", null));

        assertThat(again.isNew()).isFalse();
        assertThat(again.consumer().get(Consumer.PROJECT).get(Project.EXTERNAL_ID))
                .isEqualTo("acme");
        assertThat(again.wanted().get(Consumer.PROJECT).get(Project.EXTERNAL_ID))
                .isEqualTo("zebra");
        assertThat(placement.count("SELECT count(*) FROM consumers")).isEqualTo(1);
        assertThat(placement.count("SELECT count(*) FROM users")).isEqualTo(1);
    }

    @Test
    void ensure_inATransactionThatRollsBack_leavesNothing() {
        assertThatThrownBy(() -> placement.database.store().write(() -> {
                    ensureConsumer.ensure(TestPlacement.someone());
                    throw new IllegalStateException("lost");
                }))
                .hasMessage("lost");

        assertThat(placement.count("SELECT count(*) FROM consumers")).isZero();
        assertThat(placement.count("SELECT count(*) FROM projects")).isZero();
    }

    @Test
    void ensure_aTypeThatIsNoName_isRefused() {
        assertThatThrownBy(() ->
                        ensureConsumer.ensure(new ConsumerRequest(UUID.randomUUID(), "acme", "alice", "an instance")))
                .isInstanceOf(InvalidValueException.class);
    }
}
