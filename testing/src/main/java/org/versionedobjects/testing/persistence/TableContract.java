package org.versionedobjects.testing.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.SchemaDifference;
import org.versionedobjects.persistence.Store;
import org.versionedobjects.persistence.Table;

/**
 * The tests that every table should pass on the application's database: that the schema fits the mapping, that objects come
 * back as they were saved, each column with each kind of value that its field allows, that changes are saved one by one,
 * and that conflicts are found.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> tables() {
 *   return TableContract.of(jdbi, CONSUMERS, PROJECTS)
 *       .with(Consumer.CONSUMER_TYPE_ID, seed -> seed.saved(CONSUMER_TYPES).get(ConsumerType.ID))
 *       .tests();
 * }
 * }</pre>
 *
 * <p>Objects are made from the types of their fields, with rows for what they refer to; makers give what types do not
 * tell. Each test runs in a transaction that is rolled back, so the database is afterwards as it was, but for numbers of
 * generated keys that are used up. It may have rows. Immutable.
 */
public final class TableContract {
    private static final long USUAL_SEED = 1;

    private final Jdbi jdbi;
    private final List<Table<?>> tables;
    private final Makers makers;
    private final long seed;

    private TableContract(Jdbi jdbi, List<Table<?>> tables, Makers makers, long seed) {
        this.jdbi = jdbi;
        this.tables = tables;
        this.makers = makers;
        this.seed = seed;
    }

    /** Returns the tests of some tables; those that they refer to need not be given, and are not tested themselves. */
    public static TableContract of(Jdbi jdbi, Table<?>... tables) {
        Objects.requireNonNull(jdbi, "jdbi");
        return new TableContract(jdbi, List.of(tables), Makers.of(new SchemaSamples()), USUAL_SEED);
    }

    /**
     * Returns these tests with objects of a table made by a function: as they are, nothing is added to what it sets. Two
     * calls must make objects that can be in the table together, which {@link Seed#number} helps with.
     */
    public <O extends VersionedObject> TableContract with(Table<O> table, Function<? super Seed, ? extends O> maker) {
        return new TableContract(jdbi, tables, makers.with(table, Objects.requireNonNull(maker, "maker")), seed);
    }

    /** Returns these tests with values of a field made by a function, unless a maker of objects sets the field. */
    public <T extends @Nullable Object> TableContract with(Field<T> field, Function<? super Seed, ? extends T> maker) {
        return new TableContract(jdbi, tables, makers.with(field, Objects.requireNonNull(maker, "maker")), seed);
    }

    /**
     * Returns these tests with some fields left as they are made: neither set to null and to each kind of value, nor changed
     * by themselves. For those that the schema ties to others.
     */
    public TableContract keeping(Field<?>... fields) {
        return new TableContract(jdbi, tables, makers.keeping(Set.copyOf(Arrays.asList(fields))), seed);
    }

    /** Returns these tests with other random values; the same seed gives the same ones. */
    public TableContract seed(long newSeed) {
        return new TableContract(jdbi, tables, makers, newSeed);
    }

    /** Returns the tests, for a {@code @TestFactory}: a container for each table. */
    public Stream<DynamicNode> tests() {
        Store store = Store.of(jdbi, known().toArray(Table<?>[]::new));
        TestRun run = new TestRun(store, makers, seed);
        return tables.stream().map(table -> tests(run, table));
    }

    private <O extends VersionedObject> DynamicNode tests(TestRun all, Table<O> table) {
        TableRun<O> run = new TableRun<>(all, table);
        Stream<DynamicTest> tests = Stream.of(
                        Stream.of(DynamicTest.dynamicTest("the schema fits the mapping", () -> verify(table))),
                        new RoundTripTests<>(run).all(),
                        new ChangeTests<>(run).all(),
                        new ConflictTests<>(run).all(),
                        new SoftDeletionTests<>(run).all())
                .flatMap(each -> each);
        return DynamicContainer.dynamicContainer(table.toString(), tests);
    }

    private void verify(Table<?> table) {
        List<SchemaDifference> differences = jdbi.withHandle(table::verify);
        if (!differences.isEmpty()) {
            throw Finding.of(table, "the schema is not what the mapping says", differences);
        }
    }

    /** Returns the tables, and those that they or their makers refer to. */
    private Set<Table<?>> known() {
        Set<Table<?>> known = new LinkedHashSet<>();
        List<Table<?>> open = new ArrayList<>(tables);
        open.addAll(makers.objects().keySet());
        while (!open.isEmpty()) {
            Table<?> table = open.remove(0);
            if (known.add(table)) {
                open.addAll(table.roles().references().values());
            }
        }
        return known;
    }
}
