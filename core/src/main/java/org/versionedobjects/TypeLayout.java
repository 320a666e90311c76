package org.versionedobjects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a type's objects keep their fields, and what happened to each. Slots and the order of the wire are independent: a
 * subtype's slots start with those of its parent, so that the parent's descriptors fit as they are, while on the wire its
 * own fields come first.
 */
final class TypeLayout {
    static final int MISSING = -1;

    private final Field<?>[] bySlot;
    private final FieldHistory[] histories;
    private final boolean[] removedBySlot;
    private final boolean[] nestedBySlot;
    private final int[] nestedSlots;
    private final int[] currentSlots;
    private final List<List<Field<?>>> loneBySlot;

    /** The slots that cannot be set freely, for they are read-only or removed; as {@link SlotBits}. */
    final int guarded;

    /** The slots of the newest version whose values may hold versioned objects; as {@link SlotBits}. */
    final int nested;

    /** The slots of the newest version, as {@link #currentSlots} has them in order; as {@link SlotBits}. */
    final int currentBits;

    final Object declarer;
    private final Part[] otherParts;

    /** Whether a field of the newest version may hold any number of versioned objects. */
    final boolean holdsCollections;

    private final Map<String, Field<?>> byName;
    private final List<Field<?>> wireOrder;
    private final List<Field<?>> current;
    private final List<Field<?>> removed;
    private final List<TypeStep> steps;
    private final List<Version> versions;
    private final SortedMap<String, Version> mixins;
    private final InheritedVersions inherited;

    /** The fields of one declarer, which stand side by side. A mixin may have got more since. */
    private record Part(Object declarer, int start, int size) {}

    private TypeLayout(Builder builder, FieldHistory[] histories, List<TypeStep> steps, SortedSet<Version> versions) {
        this.bySlot = builder.slots.toArray(Field<?>[]::new);
        this.histories = histories;
        this.declarer = builder.declarer;
        this.otherParts = builder.otherParts.toArray(Part[]::new);
        this.byName = builder.byName;
        this.wireOrder = Collections.unmodifiableList(builder.wireOrder());
        this.removedBySlot = new boolean[bySlot.length];
        this.nestedBySlot = new boolean[bySlot.length];
        int guards = 0;
        int nests = 0;
        int currents = 0;
        for (int slot = 0; slot < bySlot.length; slot++) {
            removedBySlot[slot] = histories[slot].removedIn() != null;
            nestedBySlot[slot] =
                    !removedBySlot[slot] && !bySlot[slot].type().references().isEmpty();
            if (!removedBySlot[slot]) {
                currents |= SlotBits.of(slot);
            }
            if (nestedBySlot[slot]) {
                nests |= SlotBits.of(slot);
            }
            if (removedBySlot[slot] || bySlot[slot].spec().isReadOnly()) {
                guards |= SlotBits.of(slot);
            }
        }
        this.guarded = guards;
        this.nested = nests;
        this.currentBits = currents;
        this.nestedSlots = IntStream.range(0, bySlot.length)
                .filter(slot -> nestedBySlot[slot])
                .toArray();
        this.holdsCollections =
                IntStream.of(nestedSlots).anyMatch(slot -> !(bySlot[slot].type().plainType() instanceof NestedType));
        this.current = wireOrder.stream().filter(field -> !isRemoved(field)).toList();
        this.currentSlots = current.stream().mapToInt(this::slotOrMissing).toArray();
        this.loneBySlot = Arrays.stream(bySlot).<List<Field<?>>>map(List::of).toList();
        this.removed = wireOrder.stream().filter(this::isRemoved).toList();
        this.steps = List.copyOf(steps);
        this.versions = List.copyOf(versions);
        this.mixins = Collections.unmodifiableSortedMap(builder.mixins(this.versions.get(0)));
        this.inherited = builder.inherited;
    }

    private boolean isRemoved(Field<?> field) {
        return isRemoved(slotOrMissing(field));
    }

    int size() {
        return bySlot.length;
    }

    Field<?> at(int slot) {
        return bySlot[slot];
    }

    FieldHistory history(int slot) {
        return histories[slot];
    }

    /** Returns whether the newest version no longer has the field in a slot. */
    boolean isRemoved(int slot) {
        return removedBySlot[slot];
    }

    /** Returns whether a slot of the newest version may hold versioned objects. */
    boolean isNested(int slot) {
        return nestedBySlot[slot];
    }

    /** Returns the slots of the newest version whose values may hold versioned objects. */
    int[] nestedSlots() {
        return nestedSlots;
    }

    /** Returns the fields of all versions. */
    List<Field<?>> wireOrder() {
        return wireOrder;
    }

    /** Returns the fields of the newest version. */
    List<Field<?>> current() {
        return current;
    }

    /** Returns the slots of the fields of the newest version, in the order of the wire. */
    int[] currentSlots() {
        return currentSlots;
    }

    /** Returns a list of nothing but the field in a slot. */
    List<Field<?>> lone(int slot) {
        return loneBySlot.get(slot);
    }

    List<Field<?>> removed() {
        return removed;
    }

    List<TypeStep> steps() {
        return steps;
    }

    List<Version> versions() {
        return versions;
    }

    /** Returns the names of the type's own mixins, each with the version in which it joined. */
    SortedMap<String, Version> mixins() {
        return mixins;
    }

    Version parentVersion(Version own, Version newest) {
        return inherited.parentVersion(own, newest);
    }

    @Nullable
    Field<?> find(String name) {
        return byName.get(name);
    }

    /** Returns the slot of a descriptor, {@link #MISSING} if it belongs to another type; one compare for own fields. */
    int slotOrMissing(Field<?> field) {
        return field.declarer == declarer ? field.place : slotOfOthers(field);
    }

    /** Returns the slot of a descriptor that came with a parent or a mixin. */
    int slotOfOthers(Field<?> field) {
        for (Part each : otherParts) {
            if (each.declarer == field.declarer && field.place < each.size) {
                return each.start + field.place;
            }
        }
        return MISSING;
    }

    /** Collects the fields of one type. */
    static final class Builder {
        private final String owner;
        private final Class<?> javaClass;
        private final Problems problems;
        private final @Nullable ObjectType<?> parentType;
        private final @Nullable TypeLayout parent;
        private final List<Field<?>> slots = new ArrayList<>();
        private final Map<String, Field<?>> byName = new HashMap<>();
        private final Object declarer = new Object();
        private final List<Part> otherParts = new ArrayList<>();
        private final List<Included> included = new ArrayList<>();
        private final Map<Integer, Included> origins = new HashMap<>();
        private final List<StepText> steps = new ArrayList<>();
        private final InheritedVersions inherited;
        private final int ownStart;

        private record Included(Mixin mixin, @Nullable String since) {}

        private record StepText(
                @Nullable String version, Consumer<? super StepValues> down, Consumer<? super StepValues> up) {}

        Builder(String owner, Class<?> javaClass, @Nullable ObjectType<?> parent, Problems problems) {
            this.owner = owner;
            this.javaClass = javaClass;
            this.problems = problems;
            this.parentType = parent;
            this.parent = parent == null ? null : parent.layout();
            this.inherited = new InheritedVersions(problems);
            if (parent != null && this.parent != null) {
                slots.addAll(List.of(this.parent.bySlot));
                this.parent.wireOrder.forEach(field -> byName.put(field.name(), field));
                otherParts.add(new Part(this.parent.declarer, 0, slots.size()));
                otherParts.addAll(List.of(this.parent.otherParts));
                parent.problems().forEach(problem -> problems.add("in the parent " + parent + ": " + problem));
            }
            this.ownStart = slots.size();
        }

        <T extends @Nullable Object> Field<T> field(String name, FieldSpec<T> spec) {
            Field<T> field = new Field<>(owner, Names.orEmpty(name), spec, declarer, slots.size());
            add(field);
            return field;
        }

        void include(Mixin mixin, @Nullable String since) {
            included.add(new Included(mixin, since));
        }

        void step(@Nullable String version, Consumer<? super StepValues> down, Consumer<? super StepValues> up) {
            steps.add(new StepText(version, down, up));
        }

        void inherits(@Nullable String version, @Nullable String parentVersion) {
            inherited.add(version, parentVersion);
        }

        private void add(Field<?> field) {
            Names.checkField(field.name(), problems);
            field.type().problems().forEach(problem -> problems.add("the field " + field.name() + ": " + problem));
            Field<?> same = byName.putIfAbsent(field.name(), field);
            if (same != null) {
                problems.add("there are two fields called " + field.name() + ": of " + same.owner() + " and of "
                        + field.owner());
            }
            checkGiven(field);
            slots.add(field);
        }

        private <T extends @Nullable Object> void checkGiven(Field<T> field) {
            if (field.spec().hasDefault()) {
                checkGiven("default", field, field.spec().defaultValue());
            }
            if (field.spec().hasFill()) {
                checkGiven("fill", field, field.spec().fillValue());
            }
        }

        private <T extends @Nullable Object> void checkGiven(String what, Field<T> field, T value) {
            try {
                VersionedObject.checked(field, value);
            } catch (RuntimeException e) {
                String why = e instanceof VersionedObjectException known
                        ? known.facts().sentence()
                        : e.toString();
                problems.add("the " + what + " of the field " + field.name() + " is not legal: "
                        + (field.spec().isSecret() ? Facts.MASK : why));
            }
        }

        TypeLayout build(Version version) {
            for (Included each : included) {
                addMixin(each);
            }
            inherited.check(version, parentType);
            Version first = Version.of(version.major(), 0);
            FieldHistory[] histories = histories(version, first);
            List<TypeStep> made = steps(version, first);
            SortedSet<Version> versions = new TreeSet<>(List.of(first));
            made.forEach(step -> versions.add(step.version()));
            for (int slot = 0; slot < histories.length; slot++) {
                versions.addAll(histories[slot].versions(slots.get(slot).type()));
            }
            versions.removeIf(each -> each.isAfter(version) || each.isBefore(first));
            versions.forEach(each -> checkNames(each, histories));
            return new TypeLayout(this, histories, made, versions);
        }

        private void addMixin(Included each) {
            if (!each.mixin().javaInterface().isAssignableFrom(javaClass) && javaClass != DynamicObject.class) {
                problems.add("the mixin " + each.mixin() + " is included, but the class " + javaClass.getSimpleName()
                        + " does not implement " + each.mixin());
            }
            if (otherParts.stream().anyMatch(part -> part.declarer() == each.mixin())) {
                problems.add("the mixin " + each.mixin() + " is included twice, here or in a parent");
                return;
            }
            List<Field<?>> fields = each.mixin().fields();
            otherParts.add(new Part(each.mixin(), slots.size(), fields.size()));
            for (Field<?> field : fields) {
                origins.put(slots.size(), each);
                add(field);
            }
        }

        private SortedMap<String, Version> mixins(Version first) {
            SortedMap<String, Version> joined = new TreeMap<>();
            for (Included each : included) {
                Version since = Version.tryParse(each.since());
                joined.put(each.mixin().toString(), since == null ? first : since);
            }
            return joined;
        }

        private List<Field<?>> wireOrder() {
            List<Field<?>> order = new ArrayList<>(slots.subList(ownStart, slots.size()));
            if (parent != null) {
                order.addAll(parent.wireOrder);
            }
            return order;
        }

        private FieldHistory[] histories(Version version, Version first) {
            HistoryResolver resolver = new HistoryResolver(version, problems);
            FieldHistory[] histories = new FieldHistory[slots.size()];
            for (int slot = 0; slot < histories.length; slot++) {
                if (parent != null && slot < ownStart) {
                    histories[slot] = parent.history(slot).translated(each -> inherited.translated(each, first));
                } else {
                    Included origin = origins.get(slot);
                    histories[slot] = origin == null
                            ? resolver.own(slots.get(slot))
                            : resolver.mixedIn(slots.get(slot), origin.since());
                }
            }
            return histories;
        }

        /** Returns the steps, oldest first; in one version the inherited ones, which know less, come first. */
        private List<TypeStep> steps(Version version, Version first) {
            List<TypeStep> made = new ArrayList<>();
            if (parent != null) {
                for (TypeStep each : parent.steps) {
                    Version translated = inherited.translated(each.version(), first);
                    made.add(new TypeStep(translated, each.down(), each.up()));
                }
            }
            Set<Version> seen = new HashSet<>();
            for (StepText each : steps) {
                Version at = Version.tryParse(each.version());
                if (at == null) {
                    problems.add("step(\"" + each.version() + "\", …) is not of a version X.Y or X.Y.Z");
                } else if (at.isAfter(version) || !at.isAfter(first)) {
                    problems.add(
                            "step(\"" + at + "\", …) has to be of a version after " + first + " and up to " + version);
                } else if (!seen.add(at)) {
                    problems.add("step(\"" + at + "\", …) is there twice");
                } else {
                    made.add(new TypeStep(at, each.down(), each.up()));
                }
            }
            made.removeIf(each -> !each.version().isAfter(first));
            made.sort(Comparator.comparing(TypeStep::version));
            return made;
        }

        private void checkNames(Version version, FieldHistory[] histories) {
            Map<String, Field<?>> taken = new HashMap<>();
            for (int slot = 0; slot < histories.length; slot++) {
                Field<?> field = slots.get(slot);
                if (!histories[slot].isIn(version)) {
                    continue;
                }
                String name = histories[slot].nameIn(version, field.name());
                Field<?> other = taken.putIfAbsent(name, field);
                if (other != null && !other.name().equals(field.name())) {
                    problems.add("in version " + version + " both " + other.name() + " and " + field.name()
                            + " are called " + name);
                }
            }
        }
    }
}
