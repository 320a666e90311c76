package org.versionedobjects.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A JVM that is killed in the middle of its saves leaves nothing half written, and the next one goes on. */
class SigkillTest {
    private static final int KILLS = 3;
    private static final int SAVES_AT_LEAST = 20;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void killedInTheMiddle_nothingIsHalfWritten_andTheNextGoesOn(Engine engine) throws Exception {
        String url = engine.newUrl();
        Jdbi.create(engine.at(url))
                .useHandle(
                        handle -> handle.createScript(engine.schema(Parent.SCHEMA.replace("size < 1000", "size >= 0")))
                                .execute());
        long acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged = savesUntilKilled(engine, url, acknowledged);
        }

        Saver saver = new Saver(engine, url);
        long first = saver.generation(1);
        assertThat(saver.generation(2)).isEqualTo(first);
        assertThat(first).isBetween(acknowledged, acknowledged + KILLS);
        saver.saveBoth();
        assertThat(saver.generation(1)).isEqualTo(first + 1);
        assertThat(saver.generation(2)).isEqualTo(first + 1);
    }

    /** Runs savers in another JVM, kills that one, and returns the last generation that it was sure of. */
    private static long savesUntilKilled(Engine engine, String url, long before)
            throws IOException, InterruptedException {
        long acknowledged = before;
        try (OtherJvm other = OtherJvm.start(Saver.class, engine.name(), url)) {
            for (int saves = 0; saves < SAVES_AT_LEAST; saves++) {
                acknowledged = Long.parseLong(other.readLine());
            }
            other.kill();
            for (String line = other.readLine(); line != null; line = other.readLine()) {
                acknowledged = Long.parseLong(line);
            }
            other.exitCode();
        }
        return acknowledged;
    }

    /** Saves two rows in one transaction, again and again, and prints the generation after each commit. */
    static final class Saver {
        private final Store store;
        private final Repository<Parent> parents;

        Saver(Engine engine, String url) {
            this.store = Store.of(Jdbi.create(engine.at(url)), Parent.TABLE);
            this.parents = store.repository(Parent.TABLE);
        }

        public static void main(String[] arguments) {
            Saver saver = new Saver(Engine.valueOf(arguments[0]), arguments[1]);
            saver.store.retrying().write(() -> {
                saver.parents.ensure(Parent.of(1, "one", 0));
                saver.parents.ensure(Parent.of(2, "two", 0));
            });
            while (true) {
                System.out.println(saver.saveBoth());
                System.out.flush();
            }
        }

        long saveBoth() {
            return store.retrying().write(() -> {
                long generation = save(1);
                save(2);
                return generation;
            });
        }

        private long save(long id) {
            Parent parent = parents.require(Parent.ID, id);
            parent.update(Parent.SIZE, size -> size == null ? 1 : size + 1);
            parents.save(parent);
            return parent.get(Parent.GENERATION);
        }

        long generation(long id) {
            return parents.require(Parent.ID, id).get(Parent.GENERATION);
        }
    }
}
