package org.versionedobjects.examples.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.persistence.Engine;
import org.versionedobjects.persistence.OnEveryEngine;
import org.versionedobjects.persistence.SchemaDifference;
import org.versionedobjects.persistence.Table;

/** The models, their tables, and the schema that the migrations make. */
@OnEveryEngine
class TablesTest {
    private final Engine engine;

    TablesTest(Engine engine) {
        this.engine = engine;
    }

    @Test
    void everyTable_isAsTheMigrationsMakeIt() {
        TestPlacement placement = new TestPlacement(engine);

        List<SchemaDifference> differences = new ArrayList<>();
        Jdbi.create(placement.dataSource).useHandle(handle -> {
            for (Table<?> table : PlacementTables.all()) {
                differences.addAll(table.verify(handle));
            }
        });

        assertThat(differences).isEmpty();
    }

    @Test
    void open_aDatabaseThatIsUpToDate_changesNothing() {
        TestPlacement placement = new TestPlacement(engine);
        ResourceProvider provider = placement.provider();

        assertThatCode(() -> PlacementDatabase.open(placement.dataSource)).doesNotThrowAnyException();
        assertThat(placement.generation(provider)).isZero();
    }

    @Test
    void names_areTheSameOnlyIfTheyAreEqual() {
        EnsureConsumer ensureConsumer = new EnsureConsumer(new TestPlacement(engine).database);

        List<Long> projects = List.of("acme", "Acme", "acme ").stream()
                .map(name -> ensureConsumer.ensure(new ConsumerRequest(UUID.randomUUID(), name, "alice", null)))
                .map(ensured -> ensured.consumer().get(Consumer.PROJECT).get(Project.ID))
                .toList();

        assertThat(projects).doesNotHaveDuplicates();
    }

    @Test
    void ratios_areExact() {
        TestPlacement placement = new TestPlacement(engine);
        Inventory inventory = placement.inventory(placement.provider(), TestPlacement.VCPU, 100);
        placement.overcommit(inventory, "1.15");

        Inventory loaded = placement.database.inventories().require(Inventory.ID, inventory.get(Inventory.ID));

        assertThat(loaded.capacity()).isEqualByComparingTo("115");
    }

    @Test
    void consumer_isWrittenForPeersThatKnowNoTypes() {
        TestPlacement placement = new TestPlacement(engine);
        Consumer consumer = placement.allocated(TestPlacement.vcpus(placement.providerOf(1), 1));
        ObjectCodec codec = ObjectCodec.of(PlacementTypes.REGISTRY);
        VersionManifest older =
                VersionManifest.of("Consumer", "1.0").with("Project", "1.0").with("User", "1.0");

        assertThat(codec.toJson(consumer)).contains("\"consumer_type_id\":", "\"versioned_object.version\":\"1.1\"");
        assertThat(codec.forPeer(older).toJson(consumer))
                .contains("\"external_id\":\"acme\"")
                .doesNotContain("consumer_type_id", "\"1.1\"");
    }
}
