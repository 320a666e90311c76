package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.VersionedObject;

/**
 * Populated objects of any type of a registry, in the states that break things: empty, full, with every value of a choice,
 * at the edges of ranges, nested, half changed, at random. Values follow from the types of the fields; where an application
 * knows better, it gives its own:
 *
 * <pre>{@code
 * Samples.of(registry).withSeed(7).values(Consumer.CODE, "X-17", "Y-4").maker(Rack.TYPE, seed -> Racks.of(seed))
 * }</pre>
 *
 * <p>The same seed makes objects in the same state, in every JVM, locale and order of calls. Each object is made anew.
 *
 * <p>Immutable and thread-safe.
 */
public final class Samples {
    private static final int DEEP = 4;
    private static final int MOST_EXTREMES = 12;
    private static final int RANDOM = 8;

    private final ObjectRegistry registry;
    private final long seed;
    private final Map<Field<?>, List<?>> given;
    private final Map<ObjectType<?>, LongFunction<? extends VersionedObject>> makers;
    private final SampleFields fields;

    private Samples(
            ObjectRegistry registry,
            long seed,
            Map<Field<?>, List<?>> given,
            Map<ObjectType<?>, LongFunction<? extends VersionedObject>> makers) {
        this.registry = registry;
        this.seed = seed;
        this.given = given;
        this.makers = makers;
        this.fields = new SampleFields(registry, given);
    }

    /** Returns samples of the types of a registry. */
    public static Samples of(ObjectRegistry registry) {
        return new Samples(Objects.requireNonNull(registry, "registry"), 1, Map.of(), Map.of());
    }

    /** Returns samples whose random ones are others. Default: 1. */
    public Samples withSeed(long newSeed) {
        return new Samples(registry, newSeed, given, makers);
    }

    /**
     * Returns samples in which a field has only these values, the first being the ordinary one: for types of an
     * application's own, for patterns, for what must exist elsewhere. Objects in them are copied for each sample. They get
     * into the golden corpus, which is committed: never give the samples a real secret.
     *
     * @throws IllegalArgumentException if none are given
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read, and kept nowhere
    public final <T extends @Nullable Object> Samples values(Field<T> field, T... values) {
        Objects.requireNonNull(field, "field");
        if (values.length == 0) {
            throw new IllegalArgumentException("No values are given for " + field);
        }
        Map<Field<?>, List<?>> more = new HashMap<>(given);
        more.put(field, Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values))));
        return new Samples(registry, seed, more, makers);
    }

    /**
     * Returns samples in which every object of a type is made by a function, which makes an equal one for an equal seed: for
     * types whose fields must go together. They are called {@code made 1}, {@code made 2} …
     */
    public <O extends VersionedObject> Samples maker(ObjectType<O> type, LongFunction<? extends O> maker) {
        Map<ObjectType<?>, LongFunction<? extends VersionedObject>> more = new HashMap<>(makers);
        more.put(Objects.requireNonNull(type, "type"), Objects.requireNonNull(maker, "maker"));
        return new Samples(registry, seed, given, more);
    }

    /** Returns the registry whose types these are samples of. */
    public ObjectRegistry registry() {
        return registry;
    }

    /**
     * Returns objects of a type, in this order, leaving out what the type has no fields for:
     *
     * <ul>
     *   <li>{@code empty}: nothing set;
     *   <li>{@code minimal}: the fields that cannot be null, with an ordinary value;
     *   <li>{@code full}: all fields, with an ordinary value; the objects in it are full, too, without objects in them;
     *   <li>{@code nulls}: as full, but null wherever it is legal;
     *   <li>{@code enum status=ACTIVE}, {@code enum colours[]=red}: as minimal, for each name of each choice;
     *   <li>{@code object engine=demo.Diesel}: as minimal, for each type that may stand in a field of objects;
     *   <li>{@code extreme 1} …: all fields at the edges of what they take: bounds, shortest and longest texts, odd
     *       characters, times with and without fraction, empty collections;
     *   <li>{@code nested}: as full, but objects in objects down to the fourth below;
     *   <li>{@code clean}: as nested, and nothing of it changed;
     *   <li>{@code dirty}: as clean, with every second field changed since, one touched and one taken away;
     *   <li>{@code dirty inside}: as clean, with fields changed in the objects inside only;
     *   <li>{@code random 1} …: as {@link #random}.
     * </ul>
     *
     * <p>A field of objects is left unset where its objects would be too deep, or too many.
     *
     * @throws UnknownObjectException if the type is not registered
     * @throws org.versionedobjects.InvalidValueException if no value can be made up for a field
     */
    public <O extends VersionedObject> List<Sample<O>> of(ObjectType<O> type) {
        checkContains(type);
        List<Sample<O>> all = new ArrayList<>();
        if (makers.containsKey(type)) {
            for (int i = 1; i <= RANDOM; i++) {
                all.add(new Sample<>("made " + i, maker(seed + i).make(type, SampleMaker.TYPICAL)));
            }
            return Collections.unmodifiableList(all);
        }
        addPlain(type, all);
        addChoices(type, all);
        addExtremes(type, all);
        addNested(type, all);
        for (int i = 1; i <= RANDOM; i++) {
            all.add(new Sample<>("random " + i, random(type, i)));
        }
        return Collections.unmodifiableList(all);
    }

    /**
     * Returns an object of a type with any fields set to anything, some of them changed.
     *
     * @param number which one; the same number of the same samples makes an object in the same state
     * @throws UnknownObjectException if the type is not registered
     * @throws org.versionedobjects.InvalidValueException if no value can be made up for a field
     */
    public <O extends VersionedObject> O random(ObjectType<O> type, long number) {
        checkContains(type);
        Random random =
                new Random(seed * 1_000_003 + number * 31 + type.qualifiedName().hashCode());
        SampleMaker.Filling any =
                (field, values, nest) -> random.nextInt(4) == 0 ? SampleValues.UNSET : values.random(random, nest);
        SampleMaker maker = new SampleMaker(fields, makers, any, 2, random.nextLong());
        O object = maker.make(type, any);
        if (random.nextInt(3) > 0) {
            object.resetChangesDeep();
        }
        if (random.nextBoolean()) {
            type.fields().stream().filter(each -> random.nextInt(3) == 0).forEach(each -> maker.change(object, each));
        }
        return object;
    }

    private void checkContains(ObjectType<?> type) {
        if (!registry.contains(type)) {
            throw new UnknownObjectException(
                    Facts.problem("there are no samples of a type that is not registered")
                            .withObject(type)
                            .withAdvice("give its TYPE to ObjectRegistry.of"),
                    null);
        }
    }

    private SampleMaker maker(long of) {
        return new SampleMaker(fields, makers, SampleMaker.TYPICAL, 1, of);
    }

    private <O extends VersionedObject> O made(ObjectType<O> type, SampleMaker.Filling filling) {
        return maker(seed).make(type, filling);
    }

    private <O extends VersionedObject> void addPlain(ObjectType<O> type, List<Sample<O>> all) {
        all.add(new Sample<>("empty", made(type, (field, values, nest) -> SampleValues.UNSET)));
        if (!type.fields().isEmpty()) {
            all.add(new Sample<>("minimal", made(type, Samples::minimal)));
            all.add(new Sample<>("full", made(type, SampleMaker.TYPICAL)));
        }
        if (type.fields().stream().anyMatch(each -> each.type().isNullable())) {
            all.add(new Sample<>("nulls", made(type, Samples::nullOrTypical)));
        }
    }

    private static @Nullable Object minimal(Field<?> field, SampleValues values, SampleValues.Nest nest) {
        return field.type().isNullable() ? SampleValues.UNSET : values.typical(nest);
    }

    private static @Nullable Object nullOrTypical(Field<?> field, SampleValues values, SampleValues.Nest nest) {
        return field.type().isNullable() ? null : values.typical(nest);
    }

    private <O extends VersionedObject> void addChoices(ObjectType<O> type, List<Sample<O>> all) {
        for (Field<?> field : type.fields()) {
            SampleValues values = fields.of(type, field);
            for (SampleValues.Choice choice : values.choices()) {
                String name = "enum " + field.name() + choice.name();
                all.add(new Sample<>(name, made(type, only(field, (any, of, nest) -> choice.value()))));
            }
            for (ObjectType<?> each : values.objects().size() > 1 ? values.objects() : List.<ObjectType<?>>of()) {
                int index = values.objects().indexOf(each);
                String name = "object " + field.name() + "=" + each.qualifiedName();
                all.add(new Sample<>(name, made(type, only(field, (any, of, nest) -> of.holding(index, nest)))));
            }
        }
    }

    private static SampleMaker.Filling only(Field<?> one, SampleMaker.Filling filling) {
        return (field, values, nest) -> field == one ? filling.of(field, values, nest) : minimal(field, values, nest);
    }

    private <O extends VersionedObject> void addExtremes(ObjectType<O> type, List<Sample<O>> all) {
        int most = type.fields().stream()
                .mapToInt(each -> fields.of(type, each).extremes())
                .max()
                .orElse(0);
        for (int i = 0; i < Math.min(most, MOST_EXTREMES); i++) {
            int which = i;
            all.add(new Sample<>(
                    "extreme " + (i + 1), made(type, (field, values, nest) -> values.extreme(which, nest))));
        }
    }

    private <O extends VersionedObject> void addNested(ObjectType<O> type, List<Sample<O>> all) {
        if (type.fields().isEmpty()) {
            return;
        }
        if (type.fields().stream().anyMatch(each -> !each.type().references().isEmpty())) {
            all.add(new Sample<>("nested", deep(type)));
        }
        O clean = deep(type);
        clean.resetChangesDeep();
        all.add(new Sample<>("clean", clean));
        O dirty = deep(type);
        dirty.resetChangesDeep();
        makeDirty(dirty);
        all.add(new Sample<>("dirty", dirty));
        O inside = deep(type);
        inside.resetChangesDeep();
        if (maker(seed).changeInside(inside)) {
            all.add(new Sample<>("dirty inside", inside));
        }
    }

    private <O extends VersionedObject> O deep(ObjectType<O> type) {
        return new SampleMaker(fields, makers, SampleMaker.TYPICAL, DEEP, seed).make(type, SampleMaker.TYPICAL);
    }

    private void makeDirty(VersionedObject object) {
        SampleMaker maker = maker(seed);
        maker.changeInside(object);
        boolean isNext = true;
        List<Field<?>> untouched = new ArrayList<>();
        for (Field<?> field : object.objectType().fields()) {
            boolean isChanged = isNext && maker.change(object, field);
            isNext = !isChanged;
            if (!isChanged && object.isSet(field) && !field.spec().isReadOnly()) {
                untouched.add(field);
            }
        }
        if (!untouched.isEmpty()) {
            object.touch(untouched.get(0));
        }
        if (untouched.size() > 1) {
            object.unset(untouched.get(untouched.size() - 1));
        }
    }

    /** Returns the seed and the types. */
    @Override
    public String toString() {
        return "Samples with seed " + seed + " of " + registry;
    }
}
