package org.versionedobjects.types;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;

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
    private final Transitions<E> transitions;

    private EnumType(
            Class<E> javaClass,
            Map<String, E> byName,
            Map<E, String> names,
            List<String> faults,
            Transitions<E> rules) {
        super("one of " + Choices.list(byName.keySet()));
        this.javaClass = javaClass;
        this.byName = ImmutableMap.copyOf(byName);
        this.names = ImmutableMap.copyOf(names);
        this.faults = faults;
        this.transitions = rules;
    }

    static <E extends Enum<E>> EnumType<E> of(Class<E> javaClass) {
        return named(javaClass, Enum::name, Transitions.free());
    }

    @SuppressWarnings("ReferenceEquality") // constants are
    private static <E extends Enum<E>> EnumType<E> named(
            Class<E> javaClass, Function<? super E, @Nullable String> naming, Transitions<E> rules) {
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
        return named(javaClass, Objects.requireNonNull(naming, "naming"), transitions);
    }

    /**
     * Returns this type as a state machine with one more rule: a field that holds {@code from} may be set to one of
     * {@code to}. Rules for the same state add up; a state without a rule is final. Setting a field to the value it has is
     * no change. As oslo's {@code StateMachine}.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read, and kept nowhere
    public final EnumType<E> transition(E from, E... to) {
        return new EnumType<>(
                javaClass,
                byName,
                names,
                faults,
                transitions.with(Objects.requireNonNull(from, "from"), ImmutableList.copyOf(to)));
    }

    @Override
    public List<String> problems() {
        return faults;
    }

    @Override
    public void checkChange(E from, E to) {
        transitions.check(from, to, this::format);
    }

    @Override
    public void checkChangeToNull(E from) {
        transitions.check(from, null, this::format);
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
        out.writeText(format(value));
    }

    @Override
    public E read(ValueReader in) {
        if (in.kind() != ValueReader.Kind.TEXT) {
            throw in.mismatch(describe());
        }
        return coerceStrict(in.readText());
    }

    @Override
    public String format(E value) {
        return names.getOrDefault(value, value.name());
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return ValueSchema.of("string").with("enum", byName.keySet().asList());
    }
}
