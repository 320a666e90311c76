package org.versionedobjects.types;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.Version;

/**
 * The constants of a Java enum, by name; made by {@link Types#enumOf}. With {@link #transition} it is a state machine.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <E> the enum
 */
public final class EnumType<E extends Enum<E>> extends ScalarType<E> {
    private final Class<E> javaClass;
    private final ImmutableMap<String, E> byName;
    private final ImmutableMap<E, String> names;
    private final List<String> faults;
    private final Rules<E> rules;

    /** What the values obey besides being constants; {@code asOf} is the version that sees them, null for the newest. */
    private record Rules<E>(
            Transitions<E> transitions,
            Additions<E> additions,
            @Nullable E unknown,
            @Nullable Version asOf) {
        static <E> Rules<E> none() {
            return new Rules<>(Transitions.free(), Additions.none(), null, null);
        }
    }

    private EnumType(
            Class<E> javaClass, Map<String, E> byName, Map<E, String> names, List<String> faults, Rules<E> rules) {
        super("one of " + Choices.list(byName.keySet()));
        this.javaClass = javaClass;
        this.byName = ImmutableMap.copyOf(byName);
        this.names = ImmutableMap.copyOf(names);
        this.faults = faults;
        this.rules = rules;
    }

    static <E extends Enum<E>> EnumType<E> of(Class<E> javaClass) {
        return named(javaClass, Enum::name, Rules.none());
    }

    private EnumType<E> with(Rules<E> newRules) {
        return new EnumType<>(javaClass, byName, names, faults, newRules);
    }

    @SuppressWarnings("ReferenceEquality") // constants are
    private static <E extends Enum<E>> EnumType<E> named(
            Class<E> javaClass, Function<? super E, @Nullable String> naming, Rules<E> rules) {
        Map<String, E> byName = new LinkedHashMap<>();
        Map<E, String> names = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (E constant : Objects.requireNonNull(javaClass.getEnumConstants(), "constants")) {
            String name = name(constant, naming, faults);
            E other = byName.putIfAbsent(name, constant);
            if (other != null) {
                faults.add("the constants " + other.name() + " and " + constant.name() + " are both named " + name);
            }
            names.put(constant, name);
        }
        if (names.isEmpty()) {
            faults.add("the enum " + javaClass.getName() + " has no constants");
        }
        return new EnumType<>(javaClass, byName, names, ImmutableList.copyOf(faults), rules);
    }

    private static <E extends Enum<E>> String name(
            E constant, Function<? super E, @Nullable String> naming, List<String> faults) {
        try {
            String name = naming.apply(constant);
            if (name != null) {
                return name;
            }
            faults.add("the constant " + constant.name() + " has null for a name");
        } catch (RuntimeException e) { // a definition never throws in a static initialiser
            faults.add("the constant " + constant.name() + " has no name: " + e);
        }
        return constant.name();
    }

    /** Returns this type with other names on the wire; two constants of one name are a problem of the definition. */
    public EnumType<E> named(Function<? super E, String> naming) {
        return named(javaClass, Objects.requireNonNull(naming, "naming"), rules);
    }

    /**
     * Returns this type as a state machine with one more rule: a field that holds {@code from} may be set to one of
     * {@code to}. Rules for the same state add up; a state without a rule is final. Setting a field to the value it has is
     * no change. As oslo's {@code StateMachine}.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read, and kept nowhere
    public final EnumType<E> transition(E from, E... to) {
        Transitions<E> more = rules.transitions.with(Objects.requireNonNull(from, "from"), ImmutableList.copyOf(to));
        return with(new Rules<>(more, rules.additions, rules.unknown, rules.asOf));
    }

    /**
     * Returns this type with a constant that came in a version, of the type that has the field. Older peers get another one
     * for it, which came earlier or was there from the start.
     */
    public EnumType<E> added(String version, E value, E olderPeersGet) {
        Additions<E> more =
                rules.additions.with(version, value, Objects.requireNonNull(olderPeersGet, "olderPeersGet"));
        return with(new Rules<>(rules.transitions, more, rules.unknown, rules.asOf));
    }

    /** Returns this type with a constant that came in a version; an object that holds it cannot be written older. */
    public EnumType<E> added(String version, E value) {
        Additions<E> more = rules.additions.with(version, value, null);
        return with(new Rules<>(rules.transitions, more, rules.unknown, rules.asOf));
    }

    /**
     * Returns this type with a constant as which names are read that are not known, as a newer peer may send them. It
     * applies to reading only: what an application sets has to be known.
     */
    public EnumType<E> unknownAs(E value) {
        E unknown = Objects.requireNonNull(value, "value");
        return with(new Rules<>(rules.transitions, rules.additions, unknown, rules.asOf));
    }

    @Override
    public Set<Version> versions() {
        return rules.additions.versions();
    }

    @Override
    public FieldType<E> at(Version version) {
        Objects.requireNonNull(version, "version");
        boolean isAsNow = names.keySet().stream().allMatch(each -> rules.additions.isIn(version, each));
        return isAsNow ? this : with(new Rules<>(rules.transitions, rules.additions, rules.unknown, version));
    }

    private boolean isThere(E value) {
        return rules.asOf == null || rules.additions.isIn(rules.asOf, value);
    }

    private E seen(E value) {
        return rules.asOf == null ? value : rules.additions.in(rules.asOf, value, this::format);
    }

    @Override
    public E accept(E value) {
        return seen(super.accept(value));
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>(faults);
        rules.additions.check(names.keySet(), this::format, problems);
        return problems;
    }

    @Override
    public void checkChange(E from, E to) {
        rules.transitions.check(from, to, this::format);
    }

    @Override
    public void checkChangeToNull(E from) {
        rules.transitions.check(from, null, this::format);
    }

    @Override
    E coerceStrict(Object value) {
        if (javaClass.isInstance(value)) {
            return javaClass.cast(value);
        }
        E constant = value instanceof CharSequence text ? byName.get(text.toString()) : null;
        if (constant == null) {
            throw refused(value);
        }
        return constant;
    }

    @Override
    public void write(E value, ValueWriter out) {
        out.writeText(format(seen(value)));
    }

    @Override
    public E read(ValueReader in) {
        if (in.kind() != ValueReader.Kind.TEXT) {
            throw in.mismatch(describe());
        }
        String name = in.readText();
        E constant = byName.get(name);
        if (constant == null) {
            constant = rules.unknown;
        }
        if (constant == null) {
            throw refused(name);
        }
        return constant;
    }

    @Override
    public String format(E value) {
        return names.getOrDefault(value, value.name());
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return new ChoiceDescription<>(rules.transitions, rules.additions, rules.unknown, rules.asOf)
                .of(this.names.keySet(), false, this::format);
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        List<String> there = names.entrySet().stream()
                .filter(each -> isThere(each.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return ValueSchema.of("string").with("enum", there);
    }
}
