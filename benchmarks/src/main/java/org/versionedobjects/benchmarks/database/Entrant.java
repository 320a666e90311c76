package org.versionedobjects.benchmarks.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.benchmarks.race.Call;
import org.versionedobjects.benchmarks.race.Contender;

/**
 * A way on a database of its own, and its calls in each race.
 *
 * @param <C> its kind of object
 */
final class Entrant<C> implements AutoCloseable {
    /** Of so many rows that are saved together one is stale: 5 %. */
    private static final int STALE_OF = 20;

    private static final int STALE_PLACE = 7;

    private final DatabaseWay<C> way;
    private final BenchmarkDatabase database;
    private long lastNumber;

    @Nullable
    Object result; // kept so that it is really made

    private Entrant(DatabaseWay<C> way, BenchmarkDatabase database) {
        this.way = way;
        this.database = database;
        lastNumber = database.consumers();
    }

    /** Opens a way on a new database. */
    static Entrant<?> of(Ways.Opening opening, Engine engine, int consumers) throws Exception {
        BenchmarkDatabase database = BenchmarkDatabase.of(engine, consumers);
        return new Entrant<>(opening.on(database), database);
    }

    String name() {
        return way.name();
    }

    String engineVersion() throws SQLException {
        return database.engineVersion();
    }

    private C next() {
        return way.make(ConsumerRow.numbered(++lastNumber));
    }

    Contender insertsOne() {
        return contender(() -> {
            result = way.insert(next());
            return 1;
        });
    }

    Contender loadsOne() {
        List<UUID> uuids = new ArrayList<>();
        for (int number = 1; number <= database.consumers(); number++) {
            uuids.add(ConsumerRow.numbered(number).uuid());
        }
        int[] last = {0};
        return contender(() -> {
            last[0] = (last[0] + 1) % uuids.size();
            result = way.load(uuids.get(last[0]));
            return 1;
        });
    }

    Contender savesOne() throws Exception {
        Changes<C> changes = new Changes<>(way, way.page(0), false);
        int[] last = {0};
        return contender(() -> {
            last[0] = (last[0] + 1) % changes.size();
            return changes.saveOne(last[0]);
        });
    }

    /** Saves many, of which some are stale; they are those after an id. */
    Contender savesMany(long after, int count) throws Exception {
        List<C> consumers = new ArrayList<>();
        long last = after;
        while (consumers.size() < count) {
            List<C> page = way.page(last);
            last = way.row(page.get(page.size() - 1)).id();
            consumers.addAll(page.subList(0, Math.min(page.size(), count - consumers.size())));
        }
        Changes<C> changes = new Changes<>(way, consumers, true);
        database.outdate(changes.staleIds());
        return contender(changes::saveAll);
    }

    Contender insertsMany() {
        return contender(() -> {
            List<C> consumers = new ArrayList<>(DatabaseWay.PAGE);
            for (int i = 0; i < DatabaseWay.PAGE; i++) {
                consumers.add(next());
            }
            return way.insertAll(consumers).size();
        });
    }

    Contender loadsPage() {
        long[] last = {0};
        return contender(() -> {
            List<C> page = way.page(last[0]);
            result = page;
            last[0] = (last[0] + DatabaseWay.PAGE) % database.consumers();
            return page.size();
        });
    }

    private Contender contender(Call call) {
        return new Contender(name(), call).beforeSlice(database::tidy);
    }

    @Override
    public void close() throws SQLException {
        way.close();
        database.close();
    }

    /** Objects that are changed to one type and to the other, again and again. */
    private static final class Changes<C> {
        private final DatabaseWay<C> way;
        private final List<C> consumers;
        private final long[] types;
        private final Set<Integer> stale = new LinkedHashSet<>();

        Changes(DatabaseWay<C> way, List<C> consumers, boolean withStale) {
            this.way = way;
            this.consumers = consumers;
            types = new long[consumers.size()];
            for (int i = 0; i < types.length; i++) {
                types[i] = other(way.row(consumers.get(i)).consumerTypeId());
                if (withStale && i % STALE_OF == STALE_PLACE) {
                    stale.add(i);
                }
            }
        }

        private static long other(long type) {
            return type == 1 ? 2 : 1;
        }

        int size() {
            return types.length;
        }

        List<Long> staleIds() {
            return stale.stream()
                    .map(index -> way.row(consumers.get(index)).id())
                    .toList();
        }

        int saveOne(int index) throws Exception {
            C consumer = consumers.get(index);
            way.changeType(consumer, types[index]);
            types[index] = other(types[index]);
            if (!way.save(consumer)) {
                throw new IllegalStateException(way.name() + " finds a row stale that is not");
            }
            return 1;
        }

        /** Stale ones keep the change that cannot be saved. */
        int saveAll() throws Exception {
            for (int i = 0; i < types.length; i++) {
                way.changeType(consumers.get(i), types[i]);
                if (i % STALE_OF != STALE_PLACE) {
                    types[i] = other(types[i]);
                }
            }
            Set<Integer> told = way.saveAll(consumers);
            if (!told.equals(stale)) {
                throw new IllegalStateException(way.name() + " tells stale rows that are not: " + told);
            }
            return told.size();
        }
    }
}
