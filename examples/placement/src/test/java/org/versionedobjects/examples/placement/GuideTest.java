package org.versionedobjects.examples.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.versionedobjects.persistence.Engine;

/** The block that the guide begins with. */
class GuideTest {
    private static Consumer allocate(DataSource dataSource, UUID instance, UUID host) {
        // tag::use[]
        PlacementDatabase database = PlacementDatabase.open(dataSource); // <1>
        ReplaceAllocations replaceAllocations = new ReplaceAllocations(database);

        Consumer consumer = replaceAllocations
                .replace(
                        new ConsumerRequest(instance, "acme", "alice", "INSTANCE"),
                        null, // <2>
                        Map.of(host, Map.of("VCPU", 2L, "MEMORY_MB", 4096L)))
                .orElseThrow();
        // end::use[]
        return consumer;
    }

    @Test
    void theGuidesAllocation_isThere() {
        TestPlacement placement = new TestPlacement(Engine.H2);
        ResourceProvider host = placement.providerOf(4);
        placement.inventory(host, "MEMORY_MB", 65536);
        UUID instance = UUID.randomUUID();

        assertThat(allocate(placement.dataSource, instance, host.uuid()).generation())
                .isEqualTo(1);
        assertThat(placement.usedBy(instance)).isEqualTo(2 + 4096);
    }
}
