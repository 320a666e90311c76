package org.versionedobjects.testing.persistence;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.persistence.Table;

/**
 * Where objects and values come from: what the application gave, else samples. Immutable.
 *
 * @param objects makers of whole objects
 * @param values makers of values of one field
 * @param kept fields that are left as they are made
 */
record Makers(
        Map<Table<?>, Function<? super Seed, ?>> objects,
        Map<Field<?>, Function<? super Seed, ?>> values,
        Set<Field<?>> kept,
        Samples samples) {

    Makers {
        objects = Collections.unmodifiableMap(new HashMap<>(objects));
        values = Collections.unmodifiableMap(new HashMap<>(values));
        kept = Collections.unmodifiableSet(new HashSet<>(kept));
    }

    static Makers of(Samples samples) {
        return new Makers(Map.of(), Map.of(), Set.of(), samples);
    }

    Makers with(Table<?> table, Function<? super Seed, ?> maker) {
        Map<Table<?>, Function<? super Seed, ?>> more = new HashMap<>(objects);
        more.put(table, maker);
        return new Makers(more, values, kept, samples);
    }

    Makers with(Field<?> field, Function<? super Seed, ?> maker) {
        Map<Field<?>, Function<? super Seed, ?>> more = new HashMap<>(values);
        more.put(field, maker);
        return new Makers(objects, more, kept, samples);
    }

    Makers keeping(Set<Field<?>> fields) {
        Set<Field<?>> more = new HashSet<>(kept);
        more.addAll(fields);
        return new Makers(objects, values, more, samples);
    }

    /** Returns the object that the application's maker makes, null if it gave none. */
    <O extends VersionedObject> @Nullable O object(Table<O> table, Supplier<Seed> seeds) {
        Function<? super Seed, ?> maker = objects.get(table);
        return maker == null ? null : table.type().javaClass().cast(maker.apply(seeds.get()));
    }
}
