package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class ModifyTest {
    private final TestDatabase database;
    private final Repository<Consumer> consumers;

    ModifyTest(Engine engine) {
        this.database = new TestDatabase(engine);
        this.consumers = database.consumers;
    }

    private void saveByOther(Consumer consumer) {
        Consumer other = consumers.require(Consumer.ID, consumer.get(Consumer.ID));
        other.touch(Consumer.UUID);
        consumers.save(other);
    }

    @Test
    void modify_loadsLockedChangesAndSaves() {
        Consumer consumer = database.savedConsumer();

        Consumer modified = consumers.modify(
                Consumer.UUID, consumer.get(Consumer.UUID), each -> each.set(Consumer.CONSUMER_TYPE_ID, 4L));

        assertThat(database.statements).hasSize(3);
        assertThat(database.statements.get(0))
                .isEqualTo("SELECT id FROM consumers WHERE uuid = ?"
                        + database.engine().locking());
        assertThat(database.statements.get(1)).startsWith("SELECT t0.id").doesNotContain("FOR UPDATE");
        assertThat(database.statements.get(2)).startsWith("UPDATE consumers SET generation = ?, consumer_type_id = ?");
        assertThat(modified.hasChanges()).isFalse();
        assertThat(modified.get(Consumer.GENERATION)).isEqualTo(1);
        assertThat(database.loaded(consumer).get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(4);
    }

    @Test
    void modify_ofATableWithoutReferences_loadsInOneStatement() {
        database.projects.create(Project.named("p"));
        database.forget();

        database.projects.modify(Project.EXTERNAL_ID, "p", each -> each.set(Project.EXTERNAL_ID, "q"));

        assertThat(database.statements).hasSize(2);
        assertThat(database.statements.get(0))
                .endsWith("WHERE t0.external_id = ?" + database.engine().locking());
    }

    @Test
    void modify_ofWhatIsNotThere_throws() {
        assertThatThrownBy(() -> consumers.modify(Consumer.UUID, UUID.randomUUID(), each -> {}))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void modify_letsCheckedExceptionsPass_andSavesNothing() {
        Consumer consumer = database.savedConsumer();
        IOException checked = new IOException("no");

        IOException thrown = catchThrowableOfType(
                IOException.class,
                () -> consumers.modify(Consumer.ID, consumer.get(Consumer.ID), each -> {
                    each.set(Consumer.CONSUMER_TYPE_ID, 4L);
                    throw checked;
                }));

        assertThat(thrown).isSameAs(checked);
        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isZero();
    }

    @Test
    void modify_outermost_runsAgainOnTheObjectLoadedAnew() {
        Consumer consumer = database.savedConsumer();
        List<Consumer> seen = new ArrayList<>();

        Consumer modified = consumers.modify(Consumer.ID, consumer.get(Consumer.ID), each -> {
            seen.add(each);
            if (seen.size() < 3) {
                saveByOther(each);
            }
            each.set(Consumer.CONSUMER_TYPE_ID, (long) seen.size());
        });

        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
        assertThat(modified.get(Consumer.CONSUMER_TYPE_ID)).isEqualTo(3);
        assertThat(database.loaded(consumer).get(Consumer.GENERATION)).isEqualTo(1);
    }

    @Test
    void modify_outermost_givesUpInTheEnd() {
        Consumer consumer = database.savedConsumer();
        int[] runs = {0};

        assertThatThrownBy(() -> consumers.modify(Consumer.ID, consumer.get(Consumer.ID), each -> {
                    runs[0]++;
                    saveByOther(each);
                    each.touch(Consumer.UUID);
                }))
                .isInstanceOf(ConcurrentUpdateConflict.class);
        assertThat(runs[0]).isEqualTo(12);
    }

    @Test
    void modify_insideAWrite_runsOnce() {
        Consumer consumer = database.savedConsumer();
        int[] runs = {0};

        assertThatThrownBy(() ->
                        database.store.write(() -> consumers.modify(Consumer.ID, consumer.get(Consumer.ID), each -> {
                            runs[0]++;
                            saveByOther(each);
                            each.touch(Consumer.UUID);
                        })))
                .isInstanceOf(ConcurrentUpdateConflict.class);
        assertThat(runs[0]).isEqualTo(1);
    }

    @Test
    void modify_doesNotRepeatWhatWouldOnlyFailAgain() {
        Consumer consumer = database.savedConsumer();
        Consumer taken = database.savedConsumer();
        int[] runs = {0};

        assertThatThrownBy(() -> consumers.modify(Consumer.ID, consumer.get(Consumer.ID), each -> {
                    runs[0]++;
                    each.set(Consumer.UUID, taken.get(Consumer.UUID));
                }))
                .isInstanceOf(DuplicateConflict.class);
        assertThat(runs[0]).isEqualTo(1);
    }
}
