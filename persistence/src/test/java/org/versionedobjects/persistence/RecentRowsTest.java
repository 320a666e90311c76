package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Rows of one result that refer to one row: what was in that is not read again. */
@OnEveryEngine
class RecentRowsTest {
    private final TestDatabase database;

    RecentRowsTest(Engine engine) {
        this.database = new TestDatabase(engine);
    }

    private Consumer another(Consumer one) {
        Consumer other = database.newConsumer();
        other.set(Consumer.PROJECT, one.get(Consumer.PROJECT));
        return database.consumers.create(other);
    }

    @Test
    void rowsThatReferToOneRow_haveEachAnObjectOfTheirOwn() {
        Consumer one = database.savedConsumer();
        for (int i = 0; i < 3; i++) {
            another(one);
        }

        List<Consumer> all = database.consumers.query().list();

        Project expected = one.get(Consumer.PROJECT);
        assertThat(all)
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.get(Consumer.PROJECT).sameState(expected))
                        .isTrue());
        Project changed = all.get(3).get(Consumer.PROJECT);
        changed.set(Project.EXTERNAL_ID, "another");
        assertThat(all.subList(0, 3)).allSatisfy(each -> {
            assertThat(each.get(Consumer.PROJECT)).isNotSameAs(changed);
            assertThat(each.hasChanges()).isFalse();
        });
    }

    @Test
    void rowsThatReferToDifferentRows_inAnyOrder_haveWhatIsInThese() {
        for (int i = 0; i < 300; i++) { // more than are remembered
            database.consumers.create(database.newConsumer());
        }

        List<Consumer> all = database.consumers
                .query()
                .orderBy(Order.ascending(Consumer.UUID))
                .list();

        assertThat(all).hasSize(300).allSatisfy(each -> {
            Project project = each.get(Consumer.PROJECT);
            assertThat(project.sameState(database.projects.require(Project.ID, project.get(Project.ID))))
                    .isTrue();
        });
    }

    @Test
    void referencesThatAreThere_nullOrOfNoRow_areToldApart_inOneResult() {
        Consumer one = database.savedConsumer();
        another(one);
        Consumer withNull = another(one);
        withNull.set(Consumer.USER, null);
        database.consumers.save(withNull);
        Consumer dangling = another(one);
        database.execute("DELETE FROM users WHERE id = "
                + Objects.requireNonNull(dangling.get(Consumer.USER)).get(User.ID));

        List<Consumer> all =
                database.consumers.query().orderBy(Order.ascending(Consumer.ID)).list();

        assertThat(all.get(1).get(Consumer.USER)).isNotNull();
        assertThat(all.get(2).isSet(Consumer.USER)).isTrue();
        assertThat(all.get(2).get(Consumer.USER)).isNull();
        assertThat(all.get(3).isSet(Consumer.USER)).isFalse();
    }

    @Test
    void partsOfOneRow_areParts_inEachObject() {
        Consumer one = database.savedConsumer();
        another(one);
        another(one);

        List<Consumer> all = database.consumers
                .only(Fields.of(Consumer.ID).with(Consumer.PROJECT, Fields.of()))
                .query()
                .list();

        assertThat(all).hasSize(3).allSatisfy(each -> {
            Project project = each.get(Consumer.PROJECT);
            assertThat(project.get(Project.ID))
                    .isEqualTo(one.get(Consumer.PROJECT).get(Project.ID));
            assertThatThrownBy(() -> project.get(Project.EXTERNAL_ID))
                    .hasMessageContaining("the field was not loaded with the object");
        });
    }

    @Test
    void get_ofKeysThatShareAPlace_isOfTheLastOnly() {
        RecentRows recent = new RecentRows();
        LongStream.range(0, 1_000).forEach(key -> recent.put(key, new Object[] {key}));

        List<Long> known = LongStream.range(0, 1_000)
                .filter(key -> recent.get(key) != null)
                .boxed()
                .toList();

        assertThat(known)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(recent.get(key)).containsExactly(key));
        assertThat(known).hasSizeLessThan(300);
    }
}
