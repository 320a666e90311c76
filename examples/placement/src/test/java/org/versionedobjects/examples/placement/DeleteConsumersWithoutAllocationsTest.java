package org.versionedobjects.examples.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.versionedobjects.examples.placement.TestPlacement.someone;
import static org.versionedobjects.examples.placement.TestPlacement.vcpus;

import org.junit.jupiter.api.Test;
import org.versionedobjects.persistence.Engine;
import org.versionedobjects.persistence.OnEveryEngine;

@OnEveryEngine
class DeleteConsumersWithoutAllocationsTest {
    private final TestPlacement placement;
    private final DeleteConsumersWithoutAllocations deletion;

    DeleteConsumersWithoutAllocationsTest(Engine engine) {
        this.placement = new TestPlacement(engine);
        this.deletion = new DeleteConsumersWithoutAllocations(placement.database);
    }

    @Test
    void run_leavesThoseThatUseSomething() {
        EnsureConsumer ensureConsumer = new EnsureConsumer(placement.database);
        ensureConsumer.ensure(someone());
        ensureConsumer.ensure(someone());
        Consumer using = placement.allocated(vcpus(placement.providerOf(1), 1));

        assertThat(deletion.run(100)).isEqualTo(2);

        assertThat(placement.count("SELECT count(*) FROM consumers")).isEqualTo(1);
        assertThat(placement.database.consumers().find(Consumer.UUID, using.uuid()))
                .isPresent();
        assertThat(deletion.run(100)).isZero();
    }

    @Test
    void run_looksAtNoMoreThanItIsTold() {
        EnsureConsumer ensureConsumer = new EnsureConsumer(placement.database);
        for (int i = 0; i < 5; i++) {
            ensureConsumer.ensure(someone());
        }

        assertThat(deletion.run(3)).isEqualTo(3);
        assertThat(deletion.run(3)).isEqualTo(2);
    }
}
