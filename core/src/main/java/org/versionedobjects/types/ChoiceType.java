package org.versionedobjects.types;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;

/**
 * Texts that are one of some names; made by {@link Types#oneOf}. With {@link #transition} it is a state machine.
 *
 * <p>Immutable and thread-safe.
 */
public final class ChoiceType extends ScalarType<String> {
    private final ImmutableSet<String> names;
    private final boolean isOpen;
    private final List<String> faults;
    private final Transitions<String> transitions;

    private ChoiceType(ImmutableSet<String> names, boolean isOpen, List<String> faults, Transitions<String> rules) {
        super((isOpen ? "a name such as " : "one of ") + Choices.list(names));
        this.names = names;
        this.isOpen = isOpen;
        this.faults = faults;
        this.transitions = rules;
    }

    @SuppressWarnings("ConstantValue") // callers without null checks are told in problems()
    static ChoiceType of(String... names) {
        Set<String> known = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        for (String name : Arrays.asList(names)) {
            if (name == null) {
                faults.add("null is no name to choose");
            } else if (!known.add(name)) {
                faults.add("the name " + name + " is there twice");
            }
        }
        if (known.isEmpty()) {
            faults.add("there are no names to choose from");
        }
        return new ChoiceType(ImmutableSet.copyOf(known), false, ImmutableList.copyOf(faults), Transitions.free());
    }

    /** Returns this type with every other text legal too, so that a name from a newer peer is kept. */
    public ChoiceType open() {
        return new ChoiceType(names, true, faults, transitions);
    }

    /**
     * Returns this type as a state machine with one more rule: a field that holds {@code from} may be set to one of
     * {@code to}. Rules for the same state add up; a state without a rule is final. Setting a field to the value it has is
     * no change. A rule with a name that is not declared is a problem of the definition. As oslo's {@code StateMachine}.
     */
    public ChoiceType transition(String from, String... to) {
        return new ChoiceType(
                names,
                isOpen,
                faults,
                transitions.with(Objects.requireNonNull(from, "from"), ImmutableList.copyOf(to)));
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>(faults);
        for (String state : transitions.states()) {
            if (!names.contains(state)) {
                problems.add("a transition names " + state + ", which is not one of " + Choices.list(names));
            }
        }
        return problems;
    }

    @Override
    public void checkChange(String from, String to) {
        transitions.check(from, to, name -> name);
    }

    @Override
    public void checkChangeToNull(String from) {
        transitions.check(from, null, name -> name);
    }

    @Override
    public String accept(String value) {
        if (!isOpen && !names.contains(value)) {
            throw refused(value);
        }
        return UnicodeTexts.checked(value);
    }

    @Override
    String coerceStrict(Object value) {
        if (value instanceof CharSequence text) {
            return accept(text.toString());
        }
        throw refused(value);
    }

    @Override
    public void write(String value, ValueWriter out) {
        out.writeText(value);
    }

    @Override
    public String read(ValueReader in) {
        if (in.kind() != ValueReader.Kind.TEXT) {
            throw in.mismatch(describe());
        }
        return accept(in.readText());
    }

    @Override
    public String format(String value) {
        return "'" + value + "'";
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        ValueSchema text = ValueSchema.of("string");
        return isOpen ? text : text.with("enum", names.asList());
    }
}
