package org.versionedobjects;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a type's objects keep their fields. Slots and the order of the wire are independent: a subtype's slots start
 * with those of its parent, so that the parent's descriptors fit as they are, while on the wire its own fields come
 * first.
 */
final class TypeLayout {
    private final Field<?>[] bySlot;
    private final Version[] sinceBySlot;
    private final int[] nestedSlots;
    private final IdentityHashMap<Field<?>, Integer> mixedIn;
    private final Map<String, Field<?>> byName;
    private final List<Field<?>> wireOrder;

    private TypeLayout(Builder builder, Version version) {
        this.bySlot = builder.slots.toArray(Field<?>[]::new);
        this.sinceBySlot = builder.sinces(version);
        this.mixedIn = builder.mixedIn;
        this.byName = builder.byName;
        this.wireOrder = Collections.unmodifiableList(builder.wireOrder());
        this.nestedSlots = IntStream.range(0, bySlot.length)
                .filter(slot -> !bySlot[slot].type().references().isEmpty())
                .toArray();
    }

    int size() {
        return bySlot.length;
    }

    Field<?> at(int slot) {
        return bySlot[slot];
    }

    Version since(int slot) {
        return sinceBySlot[slot];
    }

    /** Returns the slots whose values may hold versioned objects. */
    int[] nestedSlots() {
        return nestedSlots;
    }

    List<Field<?>> wireOrder() {
        return wireOrder;
    }

    @Nullable
    Field<?> find(String name) {
        return byName.get(name);
    }

    /** Returns the slot of a descriptor, -1 if it belongs to another type; one compare for a type's own fields. */
    int slotOrMissing(Field<?> field) {
        int slot = field.slot;
        if (slot >= 0) {
            return slot < bySlot.length && bySlot[slot] == field ? slot : -1;
        }
        Integer mixed = mixedIn.get(field);
        return mixed == null ? -1 : mixed;
    }

    /** Collects the fields of one type. */
    static final class Builder {
        private final String owner;
        private final Class<?> javaClass;
        private final ObjectType.Problems problems;
        private final @Nullable TypeLayout parent;
        private final List<Field<?>> slots = new ArrayList<>();
        private final List<@Nullable String> sinceTexts = new ArrayList<>();
        private final Map<String, Field<?>> byName = new HashMap<>();
        private final IdentityHashMap<Field<?>, Integer> mixedIn = new IdentityHashMap<>();
        private final List<Included> included = new ArrayList<>();
        private final int ownStart;

        private record Included(Mixin mixin, @Nullable String since) {}

        Builder(String owner, Class<?> javaClass, @Nullable ObjectType<?> parent, ObjectType.Problems problems) {
            this.owner = owner;
            this.javaClass = javaClass;
            this.problems = problems;
            this.parent = parent == null ? null : parent.layout();
            if (parent != null && this.parent != null) {
                slots.addAll(List.of(this.parent.bySlot));
                this.parent.wireOrder.forEach(field -> byName.put(field.name(), field));
                mixedIn.putAll(this.parent.mixedIn);
                slots.forEach(field -> sinceTexts.add(null));
                parent.problems().forEach(problem -> problems.add("in the parent " + parent + ": " + problem));
            }
            this.ownStart = slots.size();
        }

        <T extends @Nullable Object> Field<T> field(String name, FieldSpec<T> spec) {
            Field<T> field = new Field<>(owner, Names.orEmpty(name), spec, slots.size());
            add(field, spec.since());
            return field;
        }

        void include(Mixin mixin, @Nullable String since) {
            included.add(new Included(mixin, since));
        }

        private void add(Field<?> field, @Nullable String since) {
            Names.checkField(field.name(), problems);
            field.type().problems().forEach(problem -> problems.add("the field " + field.name() + ": " + problem));
            Field<?> same = byName.putIfAbsent(field.name(), field);
            if (same != null) {
                problems.add("there are two fields called " + field.name() + ": of " + same.owner() + " and of "
                        + field.owner());
            }
            checkDefault(field);
            slots.add(field);
            sinceTexts.add(since);
        }

        private <T extends @Nullable Object> void checkDefault(Field<T> field) {
            if (!field.spec().hasDefault()) {
                return;
            }
            try {
                VersionedObject.checked(field, field.spec().defaultValue());
            } catch (RuntimeException e) {
                String why = e instanceof VersionedObjectException known
                        ? known.facts().sentence()
                        : e.toString();
                problems.add("the default of the field " + field.name() + " is not legal: "
                        + (field.spec().isSecret() ? Facts.MASK : why));
            }
        }

        TypeLayout build(Version version) {
            for (Included each : included) {
                addMixin(each);
            }
            return new TypeLayout(this, version);
        }

        private void addMixin(Included each) {
            if (!each.mixin().javaInterface().isAssignableFrom(javaClass) && javaClass != DynamicObject.class) {
                problems.add("the mixin " + each.mixin() + " is included, but the class " + javaClass.getSimpleName()
                        + " does not implement " + each.mixin());
            }
            for (Field<?> field : each.mixin().fields()) {
                if (mixedIn.containsKey(field)) {
                    problems.add("the mixin " + each.mixin() + " is included twice, here or in a parent");
                    return;
                }
                mixedIn.put(field, slots.size());
                String own = field.spec().since();
                add(field, later(own, each.since()));
            }
        }

        /** Returns the later of two texts, since a field of a mixin cannot be there before the mixin is. */
        private static @Nullable String later(@Nullable String own, @Nullable String joined) {
            Version ownVersion = Version.tryParse(own);
            Version joinedVersion = Version.tryParse(joined);
            if (ownVersion == null || joinedVersion == null) {
                return own == null ? joined : own;
            }
            return ownVersion.isBefore(joinedVersion) ? joined : own;
        }

        private List<Field<?>> wireOrder() {
            List<Field<?>> order = new ArrayList<>(slots.subList(ownStart, slots.size()));
            if (parent != null) {
                order.addAll(parent.wireOrder);
            }
            return order;
        }

        private Version[] sinces(Version version) {
            Version first = Version.of(version.major(), 0);
            Version[] sinces = new Version[slots.size()];
            for (int slot = 0; slot < sinces.length; slot++) {
                boolean inherited = slot < ownStart && parent != null;
                sinces[slot] = inherited ? first : since(slots.get(slot), sinceTexts.get(slot), version, first);
            }
            return sinces;
        }

        private Version since(Field<?> field, @Nullable String text, Version version, Version first) {
            if (text == null) {
                return first;
            }
            Version since = Version.tryParse(text);
            if (since == null) {
                problems.add("since(\"" + text + "\") of the field " + field.name() + " is not X.Y or X.Y.Z");
                return first;
            }
            if (since.isAfter(version) || !since.isSameMajor(version)) {
                problems.add("the field " + field.name() + " is there since " + since + ", but the type is at "
                        + version + "; set version(\"" + since + "\") or an earlier since");
            }
            return since;
        }
    }
}
