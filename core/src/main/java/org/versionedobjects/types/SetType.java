package org.versionedobjects.types;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ListType;
import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;

/** Sets of an element type, sorted, so that the same set gives the same bytes. Elements that are the same are one. */
final class SetType<E extends @Nullable Object> implements FieldType<Set<E>> {
    private final FieldType<E> element;
    private final ListType<E> list;

    SetType(FieldType<E> element) {
        this.element = element;
        this.list = ListType.of(element);
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
                    "a set cannot hold versioned objects, which have no order and are equal to nothing but themselves; "
                            + "use a list");
        }
        return problems;
    }

    @Override
    public Set<E> accept(Set<E> value) {
        Objects.requireNonNull(value, "value");
        return freeze(list.accept(new ArrayList<>(value)));
    }

    @Override
    public Set<E> coerce(@Nullable Object value) {
        return coerce(value, Profile.STRICT);
    }

    /** Takes any collection or array; oslo's takes a set only. */
    @Override
    public Set<E> coerce(@Nullable Object value, Profile profile) {
        boolean collection = value instanceof Iterable<?> || value instanceof Object[];
        if (!collection || (profile == Profile.OSLO && !(value instanceof Set<?>))) {
            throw InvalidValueException.expected(describe(), value);
        }
        return freeze(list.coerce(value, profile));
    }

    private Set<E> freeze(List<E> elements) {
        Collection<E> sorted = ElementOrder.sortedWithoutDuplicates(element, elements);
        return element.isNullable()
                ? Collections.unmodifiableSet(new LinkedHashSet<>(sorted))
                : ImmutableSet.copyOf(sorted);
    }

    @Override
    public void write(Set<E> value, ValueWriter out) {
        list.write(nullsKept(value), out);
    }

    private static <E extends @Nullable Object> List<E> nullsKept(Set<E> value) {
        return Collections.unmodifiableList(new ArrayList<>(value));
    }

    @Override
    public Set<E> read(ValueReader in) {
        return freeze(list.read(in));
    }

    @Override
    public boolean same(Set<E> one, Set<E> other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<E> others = other.iterator();
        for (E each : one) {
            if (!element.same(each, others.next())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String format(Set<E> value) {
        return list.format(nullsKept(value));
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
    public Set<E> mutableCopy(Set<E> value) {
        Set<E> copies = new LinkedHashSet<>();
        for (E each : value) {
            copies.add(element.mutableCopy(each));
        }
        return copies;
    }

    @Override
    public String toString() {
        return describe();
    }
}
