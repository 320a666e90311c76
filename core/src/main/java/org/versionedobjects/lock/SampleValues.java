package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ObjectType;
import org.versionedobjects.TypeDescription;

/**
 * What may stand in one place, untyped, as {@code setFrom} takes it: the field itself, or the elements in it. Immutable and
 * thread-safe; objects in values are made anew each time.
 */
interface SampleValues {
    /** Stands for a value that cannot be made here: the objects that it needs would be too deep. */
    Object UNSET = new Object();

    /** Makes the objects in values. */
    interface Nest {
        /** Returns an object of a type, null if it would be too deep. */
        @Nullable
        Object object(ObjectType<?> type);
    }

    /** A value that is one of a few, with its name. */
    record Choice(String name, Object value) {}

    /** Returns the most ordinary value. */
    @Nullable
    Object typical(Nest nest);

    /** Returns how many there are at the edges, the most ordinary one among them; at least 1. */
    int extremes();

    /** Returns one of them; they come round again. */
    @Nullable
    Object extreme(int index, Nest nest);

    /** Returns any value. */
    @Nullable
    Object random(Random random, Nest nest);

    /** Returns a value for each of the few that may stand here, {@code []} in the name telling that it is an element. */
    default List<Choice> choices() {
        return List.of();
    }

    /** Returns the types of which objects may stand here, at any depth of collections. */
    default List<ObjectType<?>> objects() {
        return List.of();
    }

    /** Returns a value with an object of the type of an index among {@link #objects}, and no other. */
    default @Nullable Object holding(int index, Nest nest) {
        return extreme(index, nest);
    }

    /** A value without others in it. */
    record Leaf(TypeDescription description, List<Object> all, Predicate<Object> accepts) implements SampleValues {
        @Override
        public Object typical(Nest nest) {
            return all.get(0);
        }

        @Override
        public int extremes() {
            return all.size();
        }

        @Override
        public Object extreme(int index, Nest nest) {
            return all.get(index % all.size());
        }

        @Override
        public Object random(Random random, Nest nest) {
            Object any = SampleLeaves.random(description, random);
            return any != null && accepts.test(any) ? any : all.get(random.nextInt(all.size()));
        }

        @Override
        public List<Choice> choices() {
            return SampleLeaves.listed(description).stream()
                    .filter(all::contains)
                    .map(each -> new Choice("=" + each, each))
                    .toList();
        }
    }

    /** A versioned object; those of the declared type first, then those of its subtypes. */
    record Nested(List<ObjectType<?>> objects) implements SampleValues {
        @Override
        public Object typical(Nest nest) {
            return extreme(0, nest);
        }

        @Override
        public int extremes() {
            return objects.size();
        }

        @Override
        public Object extreme(int index, Nest nest) {
            Object made = nest.object(objects.get(index % objects.size()));
            return made == null ? UNSET : made;
        }

        @Override
        public Object random(Random random, Nest nest) {
            return extreme(random.nextInt(objects.size()), nest);
        }
    }

    /** A value or null. */
    record OrNull(SampleValues inner) implements SampleValues {
        @Override
        public @Nullable Object typical(Nest nest) {
            return inner.typical(nest);
        }

        @Override
        public int extremes() {
            return inner.extremes() + 1;
        }

        @Override
        public @Nullable Object extreme(int index, Nest nest) {
            int within = index % extremes();
            return within == inner.extremes() ? null : inner.extreme(within, nest);
        }

        @Override
        public @Nullable Object random(Random random, Nest nest) {
            return random.nextInt(4) == 0 ? null : inner.random(random, nest);
        }

        @Override
        public List<Choice> choices() {
            return inner.choices();
        }

        @Override
        public List<ObjectType<?>> objects() {
            return inner.objects();
        }

        @Override
        public @Nullable Object holding(int index, Nest nest) {
            return inner.holding(index, nest);
        }
    }

    /** A list or a set. */
    record Many(SampleValues element, boolean isSet) implements SampleValues {
        private static final int MOST = 12;

        @Override
        public Object typical(Nest nest) {
            List<@Nullable Object> made = new ArrayList<>();
            add(element.typical(nest), made);
            for (int i = 1; i < Math.max(2, objects().size()); i++) {
                add(element.extreme(i, nest), made);
            }
            return made.isEmpty() ? UNSET : all(made);
        }

        private static void add(@Nullable Object value, List<@Nullable Object> made) {
            if (value != UNSET) {
                made.add(value);
            }
        }

        private Object all(List<@Nullable Object> made) {
            return isSet ? Collections.unmodifiableSet(new LinkedHashSet<>(made)) : Collections.unmodifiableList(made);
        }

        @Override
        public int extremes() {
            return element.extremes() + 2;
        }

        @Override
        public Object extreme(int index, Nest nest) {
            int within = index % extremes();
            List<@Nullable Object> made = new ArrayList<>();
            if (within == 1) {
                for (int i = 0; i < Math.min(MOST, element.extremes()); i++) {
                    add(element.extreme(i, nest), made);
                }
            } else if (within > 1) {
                add(element.extreme(within - 2, nest), made);
            }
            return all(made);
        }

        @Override
        public Object random(Random random, Nest nest) {
            List<@Nullable Object> made = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                add(element.random(random, nest), made);
            }
            return all(made);
        }

        @Override
        public List<Choice> choices() {
            return element.choices().stream()
                    .map(each -> new Choice("[]" + each.name(), isSet ? Set.of(each.value()) : List.of(each.value())))
                    .toList();
        }

        @Override
        public List<ObjectType<?>> objects() {
            return element.objects();
        }

        @Override
        public Object holding(int index, Nest nest) {
            List<@Nullable Object> made = new ArrayList<>();
            add(element.holding(index, nest), made);
            return all(made);
        }
    }

    /** A map from texts. */
    record Keyed(SampleValues element) implements SampleValues {
        private static final String ODD_KEY = "k\u00e4\u4e2d\ud83d\ude80.\"\\[x]";

        @Override
        public Object typical(Nest nest) {
            Map<String, @Nullable Object> made = new LinkedHashMap<>();
            put("b", element.typical(nest), made);
            put("a", element.extreme(1, nest), made);
            return made.isEmpty() ? UNSET : Collections.unmodifiableMap(made);
        }

        private static void put(String key, @Nullable Object value, Map<String, @Nullable Object> made) {
            if (value != UNSET) {
                made.put(key, value);
            }
        }

        @Override
        public int extremes() {
            return element.extremes() + 1;
        }

        @Override
        public Object extreme(int index, Nest nest) {
            int within = index % extremes();
            Map<String, @Nullable Object> made = new LinkedHashMap<>();
            if (within > 0) {
                put(within == 1 ? ODD_KEY : "", element.extreme(within - 1, nest), made);
            }
            return Collections.unmodifiableMap(made);
        }

        @Override
        public Object random(Random random, Nest nest) {
            Map<String, @Nullable Object> made = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                put("k" + random.nextInt(100), element.random(random, nest), made);
            }
            return Collections.unmodifiableMap(made);
        }

        @Override
        public List<Choice> choices() {
            return element.choices().stream()
                    .map(each -> new Choice("[]" + each.name(), Map.of("a", each.value())))
                    .toList();
        }

        @Override
        public List<ObjectType<?>> objects() {
            return element.objects();
        }

        @Override
        public Object holding(int index, Nest nest) {
            Map<String, @Nullable Object> made = new LinkedHashMap<>();
            put("a", element.holding(index, nest), made);
            return Collections.unmodifiableMap(made);
        }
    }
}
