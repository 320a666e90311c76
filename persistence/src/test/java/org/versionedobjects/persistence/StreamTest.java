package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.versionedobjects.persistence.Order.descending;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Objects one after the other: how they are read, and what can be done meanwhile. */
@OnEveryEngine
class StreamTest {
    private final VolumeDatabase database;
    private final Repository<Volume> volumes;

    StreamTest(Engine engine) {
        this.database = new VolumeDatabase(engine);
        this.volumes = database.volumes;
    }

    private void create(int count) {
        database.store.write(() -> {
            for (int index = 0; index < count; index++) {
                volumes.create(Volume.named("v" + index));
            }
        });
        database.database.forget();
    }

    private static List<Long> ids(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void forEach_readsInBatches_aStatementEach() {
        create(7);
        List<Long> seen = new ArrayList<>();

        volumes.query().inBatchesOf(3).forEach(volume -> seen.add(volume.get(Volume.ID)));

        assertThat(seen).isEqualTo(ids(1, 7));
        assertThat(database.database.statements).hasSize(3).allMatch(sql -> sql.endsWith("LIMIT ?"));
    }

    @Test
    void stream_readsNoMoreThanIsAskedFor() {
        create(7);

        List<Long> first = volumes.query().inBatchesOf(3).stream(
                stream -> stream.map(volume -> volume.get(Volume.ID)).limit(4).toList());
        List<Long> limited = volumes.query().orderBy(descending(Volume.ID)).limit(4).inBatchesOf(3).stream(
                stream -> stream.map(volume -> volume.get(Volume.ID)).toList());

        assertThat(first).isEqualTo(ids(1, 4));
        assertThat(limited).containsExactly(7L, 6L, 5L, 4L);
        assertThat(database.database.statements).hasSize(4);
    }

    @Test
    void forEach_ofNoRows_doesNothing() {
        volumes.query().forEach(volume -> {
            throw new IllegalStateException("not there");
        });

        assertThat(database.database.statements).hasSize(1);
    }

    @Test
    void checkedExceptions_passThrough_andEndTheReading() {
        create(7);

        assertThatThrownBy(() -> volumes.query().inBatchesOf(2).forEach(volume -> {
                    throw new IOException("stop");
                }))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> volumes.query().inBatchesOf(2).stream(stream -> {
                    stream.iterator().next();
                    throw new IOException("stop");
                }))
                .isInstanceOf(IOException.class);
        assertThat(database.database.statements).hasSize(2);
    }

    @Test
    void objects_canBeSaved_whileOthersAreStillToCome() {
        create(7);

        database.store.write(() -> {
            volumes.query().inBatchesOf(2).forEach(volume -> {
                volume.set(Volume.STATE, "in-use");
                volumes.save(volume);
                assertThat(volumes.find(Volume.NAME, volume.get(Volume.NAME))).isPresent();
            });
        });

        assertThat(volumes.query()
                        .where(Condition.equal(Volume.STATE, "in-use"))
                        .count())
                .isEqualTo(7);
    }

    @Test
    void objects_canBeDeleted_andLocked() {
        create(5);

        database.store.write(() -> volumes.query().forUpdate().inBatchesOf(2).forEach(volumes::delete));

        assertThat(volumes.query().exists()).isFalse();
        assertThatThrownBy(() -> volumes.query().forUpdate().forEach(volume -> {}))
                .isInstanceOf(TransactionRefusedException.class);
    }

    @Test
    void aTransactionWithOneSnapshot_seesOneState() {
        create(4);
        List<Long> seen = new ArrayList<>();

        database.store.isolation(Isolation.REPEATABLE_READ).read(() -> {
            volumes.query().inBatchesOf(2).forEach(volume -> {
                if (seen.isEmpty()) {
                    database.database.execute(
                            "INSERT INTO volumes (name, state, size, generation) VALUES ('new', 'x', 1, 0)");
                }
                seen.add(volume.get(Volume.ID));
            });
        });

        assertThat(seen).isEqualTo(ids(1, 4));
        assertThat(volumes.query().count()).isEqualTo(5);
    }

    @Test
    void stream_endsWithTheWork() {
        create(3);

        Stream<Volume> escaped = volumes.query().inBatchesOf(1).stream(stream -> stream.map(volume -> volume));
        Iterator<Volume> begun = volumes.query().inBatchesOf(1).stream(stream -> {
            Iterator<Volume> iterator = stream.iterator();
            iterator.next();
            return iterator;
        });

        assertThatThrownBy(escaped::toList).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> {
                    while (begun.hasNext()) {
                        begun.next();
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended with the work");
    }

    @Test
    void stream_isNeverParallel() {
        create(9);
        Thread caller = Thread.currentThread();

        long elsewhere = database.store.read(() -> volumes.query().inBatchesOf(2).stream(stream -> stream.parallel()
                .filter(volume -> Thread.currentThread() != caller)
                .count()));

        assertThat(elsewhere).isZero();
    }

    @Test
    void objectsThatWerePassedOn_areLetGo() {
        create(6);
        List<WeakReference<Volume>> passed = new ArrayList<>();

        volumes.query().inBatchesOf(3).forEach(volume -> {
            if (passed.size() == 4) {
                passed.subList(0, 3).forEach(StreamTest::awaitCollected);
            }
            passed.add(new WeakReference<>(volume));
        });

        assertThat(passed).hasSize(6);
    }

    private static void awaitCollected(WeakReference<?> reference) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (reference.get() != null && System.nanoTime() < end) {
            System.gc();
        }
        assertThat(reference.get()).isNull();
    }
}
