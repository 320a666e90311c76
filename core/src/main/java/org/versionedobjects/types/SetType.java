package org.versionedobjects.types;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ListType;
import org.versionedobjects.Profile;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObjectException;

/**
 * Sets of one element type, sorted, so that the same set is written in the same bytes. Elements that are the same by
 * their type are one; which of them stays does not depend on their order.
 */
final class SetType<E extends @Nullable Object> implements FieldType<Set<E>> {
    private final FieldType<E> element;
    private final ListType<E> elements;
    private final ElementOrder<E> order;
    private final boolean isOlder;

    SetType(FieldType<E> element) {
        this(element, false);
    }

    /** {@code isOlder} says that the elements are as an older version has them, where two may become the same. */
    private SetType(FieldType<E> element, boolean isOlder) {
        this.isOlder = isOlder;
        this.element = element;
        this.elements = ListType.of(element);
        this.order = new ElementOrder<>(element);
    }

    @Override
    public String describe() {
        return "a set of elements that are each " + element.describe();
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>(element.problems());
        if (!element.references().isEmpty()) {
            problems.add(
                    "it has a set with versioned objects in it, which have no order and are the same only if they are"
                            + " one object; use Types.listOf or Types.mapOf");
        }
        return problems;
    }

    @Override
    @SuppressWarnings("NullAway") // a null set is refused, not dereferenced
    public Set<E> accept(Set<E> value) {
        if (value == null) {
            throw refused(null);
        }
        return freeze(elements.accept(new ArrayList<>(value)));
    }

    @Override
    public Set<E> coerce(@Nullable Object value) {
        return coerce(value, Profile.STRICT);
    }

    @Override
    public Set<E> coerce(@Nullable Object value, Profile profile) {
        boolean isLegal =
                profile == Profile.OSLO ? value instanceof Set : value instanceof Iterable || value instanceof Object[];
        if (!isLegal) {
            throw refused(value);
        }
        return freeze(elements.coerce(value, profile));
    }

    private VersionedObjectException refused(@Nullable Object value) {
        InvalidValueException refused = InvalidValueException.expected(describe(), value);
        return isSecret() && value != null ? refused.masked() : refused;
    }

    private Set<E> freeze(List<E> given) {
        List<E> distinct = order.distinct(given);
        return element.isNullable()
                ? Collections.unmodifiableSet(new LinkedHashSet<>(distinct))
                : ImmutableSet.copyOf(distinct);
    }

    @Override
    public Set<Version> versions() {
        return element.versions();
    }

    @Override
    public FieldType<Set<E>> at(Version version) {
        FieldType<E> older = element.at(version);
        return older == element ? this : new SetType<>(older, true);
    }

    @Override
    public boolean isSecret() {
        return element.isSecret();
    }

    @Override
    public boolean isMutable() {
        return element.isMutable();
    }

    @Override
    public Set<E> handOut(Set<E> value) {
        return element.isMutable() ? freeze(elements.mutableCopy(new ArrayList<>(value))) : value;
    }

    @Override
    public void write(Set<E> value, ValueWriter out) {
        List<E> all = new ArrayList<>(value);
        elements.write(isOlder ? order.distinct(elements.accept(all)) : all, out);
    }

    @Override
    public Set<E> read(ValueReader in) {
        boolean isReadable = in.kind() == ValueReader.Kind.LIST
                || (in.profile() == Profile.OSLO && in.kind() != ValueReader.Kind.NULL);
        if (!isReadable) {
            throw in.mismatch(describe());
        }
        return freeze(elements.read(in));
    }

    @Override
    public boolean same(Set<E> one, Set<E> other) {
        return one == other
                || (one.size() == other.size()
                        && elements.same(order.distinct(new ArrayList<>(one)), order.distinct(new ArrayList<>(other))));
    }

    @Override
    public String format(Set<E> value) {
        return elements.format(new ArrayList<>(value));
    }

    @Override
    public Set<E> mutableCopy(Set<E> value) {
        return new LinkedHashSet<>(elements.mutableCopy(new ArrayList<>(value)));
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("setOf").withElement(element.description(names));
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return elements.schema(context).with("uniqueItems", true);
    }

    @Override
    public String toString() {
        return describe();
    }
}
