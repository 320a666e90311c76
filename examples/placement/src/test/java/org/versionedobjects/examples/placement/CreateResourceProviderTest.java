package org.versionedobjects.examples.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.versionedobjects.persistence.DuplicateConflict;
import org.versionedobjects.persistence.Engine;
import org.versionedobjects.persistence.OnEveryEngine;

@OnEveryEngine
class CreateResourceProviderTest {
    private final TestPlacement placement;
    private final CreateResourceProvider createResourceProvider;

    CreateResourceProviderTest(Engine engine) {
        this.placement = new TestPlacement(engine);
        this.createResourceProvider = new CreateResourceProvider(placement.database);
    }

    private ResourceProvider create(String name, ResourceProvider parent) {
        return createResourceProvider.create(UUID.randomUUID(), name, parent);
    }

    @Test
    void create_aTree_hasOneRoot() {
        ResourceProvider host = create("host", null);
        ResourceProvider device = create("device", host);
        ResourceProvider part = create("part", device);

        assertThat(host.get(ResourceProvider.PARENT_PROVIDER_ID)).isNull();
        assertThat(part.get(ResourceProvider.PARENT_PROVIDER_ID)).isEqualTo(device.id());
        for (ResourceProvider each : new ResourceProvider[] {host, device, part}) {
            ResourceProvider stored =
                    placement.database.resourceProviders().require(ResourceProvider.UUID, each.uuid());
            assertThat(stored.get(ResourceProvider.ROOT_PROVIDER_ID)).isEqualTo(host.id());
            assertThat(stored.generation()).isZero();
            assertThat(each.get(ResourceProvider.ROOT_PROVIDER_ID)).isEqualTo(host.id());
            assertThat(each.hasChanges()).isFalse();
        }
    }

    @Test
    void create_aNameThatIsTaken_isTold() {
        create("host", null);

        DuplicateConflict conflict = catchThrowableOfType(DuplicateConflict.class, () -> create("host", null));

        assertThat(conflict.isOn(ResourceProvider.NAME)).isTrue();
        assertThat(conflict.constraint()).contains("uniq_resource_providers0name");
    }
}
