package org.versionedobjects.types;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
 * Texts that are one of some names; made by {@link Types#oneOf}. With {@link #transition} it is a state machine.
 *
 * <p>Immutable and thread-safe.
 */
public final class ChoiceType extends ScalarType<String> {
    private final ImmutableSet<String> names;
    private final List<String> faults;
    private final Rules rules;

    /** What the values obey besides their names; {@code asOf} is the version that sees them, null for the newest. */
    private record Rules(
            boolean isOpen,
            Transitions<String> transitions,
            Additions<String> additions,
            @Nullable String unknown,
            @Nullable Version asOf) {
        static final Rules NONE = new Rules(false, Transitions.free(), Additions.none(), null, null);
    }

    private ChoiceType(ImmutableSet<String> names, List<String> faults, Rules rules) {
        super((rules.isOpen ? "a name such as " : "one of ") + Choices.list(names));
        this.names = names;
        this.faults = faults;
        this.rules = rules;
    }

    private ChoiceType with(Rules newRules) {
        return new ChoiceType(names, faults, newRules);
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
        return new ChoiceType(ImmutableSet.copyOf(known), ImmutableList.copyOf(faults), Rules.NONE);
    }

    /** Returns this type with every other text legal too, so that a name from a newer peer is kept. */
    public ChoiceType open() {
        return with(new Rules(true, rules.transitions, rules.additions, rules.unknown, rules.asOf));
    }

    /**
     * Returns this type as a state machine with one more rule: a field that holds {@code from} may be set to one of
     * {@code to}. Rules for the same state add up; a state without a rule is final. Setting a field to the value it has is
     * no change. A rule with a name that is not declared is a problem of the definition. As oslo's {@code StateMachine}.
     */
    public ChoiceType transition(String from, String... to) {
        Transitions<String> more =
                rules.transitions.with(Objects.requireNonNull(from, "from"), ImmutableList.copyOf(to));
        return with(new Rules(rules.isOpen, more, rules.additions, rules.unknown, rules.asOf));
    }

    /**
     * Returns this type with a name that came in a version, of the type that has the field. Older peers get another one for
     * it, which came earlier or was there from the start.
     */
    public ChoiceType added(String version, String name, String olderPeersGet) {
        Objects.requireNonNull(olderPeersGet, "olderPeersGet");
        return with(rules.additions.with(version, name, olderPeersGet));
    }

    /** Returns this type with a name that came in a version; an object that holds it cannot be written older. */
    public ChoiceType added(String version, String name) {
        return with(rules.additions.with(version, name, null));
    }

    private ChoiceType with(Additions<String> more) {
        return with(new Rules(rules.isOpen, rules.transitions, more, rules.unknown, rules.asOf));
    }

    /**
     * Returns this type with a name as which others are read that are not known, as a newer peer may send them. It applies to
     * reading only: what an application sets has to be known. {@link #open} keeps them instead.
     */
    public ChoiceType unknownAs(String name) {
        String unknown = Objects.requireNonNull(name, "name");
        return with(new Rules(rules.isOpen, rules.transitions, rules.additions, unknown, rules.asOf));
    }

    @Override
    public Set<Version> versions() {
        return rules.additions.versions();
    }

    @Override
    public FieldType<String> at(Version version) {
        Objects.requireNonNull(version, "version");
        boolean isAsNow = names.stream().allMatch(each -> rules.additions.isIn(version, each));
        return isAsNow
                ? this
                : with(new Rules(rules.isOpen, rules.transitions, rules.additions, rules.unknown, version));
    }

    private boolean isThere(String name) {
        return rules.asOf == null || rules.additions.isIn(rules.asOf, name);
    }

    private String seen(String name) {
        return rules.asOf == null ? name : rules.additions.in(rules.asOf, name, this::format);
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>(faults);
        for (String state : rules.transitions.states()) {
            if (!names.contains(state)) {
                problems.add("a transition names " + state + ", which is not one of " + Choices.list(names));
            }
        }
        rules.additions.check(names, this::format, problems);
        if (rules.unknown != null && (rules.isOpen || !names.contains(rules.unknown))) {
            problems.add("unknownAs(" + format(rules.unknown) + ") "
                    + (rules.isOpen ? "does not go with open()" : "is not one of " + Choices.list(names)));
        }
        return problems;
    }

    @Override
    public void checkChange(String from, String to) {
        rules.transitions.check(from, to, name -> name);
    }

    @Override
    public void checkChangeToNull(String from) {
        rules.transitions.check(from, null, name -> name);
    }

    @Override
    public String accept(String value) {
        if (!rules.isOpen && !names.contains(value)) {
            throw refused(value);
        }
        return seen(UnicodeTexts.checked(value));
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
        out.writeText(seen(value));
    }

    @Override
    public String read(ValueReader in) {
        if (in.kind() != ValueReader.Kind.TEXT) {
            throw in.mismatch(describe());
        }
        String name = in.readText();
        boolean isUnknown = !rules.isOpen && !names.contains(name);
        if (isUnknown && rules.unknown == null) {
            throw refused(name);
        }
        return isUnknown && rules.unknown != null ? rules.unknown : UnicodeTexts.checked(name);
    }

    @Override
    public String format(String value) {
        return "'" + value + "'";
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return new ChoiceDescription<>(rules.transitions, rules.additions, rules.unknown, rules.asOf)
                .of(this.names, rules.isOpen, name -> name);
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        ValueSchema text = ValueSchema.of("string");
        return rules.isOpen
                ? text
                : text.with("enum", names.stream().filter(this::isThere).toList());
    }
}
