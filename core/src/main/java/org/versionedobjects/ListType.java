package org.versionedobjects;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lists of one element type, in order; made by {@code Types.listOf}. Coercion takes any {@link Iterable} or object array,
 * but no text and no map; under {@link Profile#OSLO} bytes as well, as their numbers. The stored list cannot be modified.
 * On the wire a JSON array.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <E> the Java type of the elements
 */
public final class ListType<E extends @Nullable Object> implements FieldType<List<E>> {
    private final FieldType<E> element;

    private ListType(FieldType<E> element) {
        this.element = element;
    }

    /** Returns the type of lists of an element type. */
    public static <E extends @Nullable Object> ListType<E> of(FieldType<E> element) {
        return new ListType<>(Objects.requireNonNull(element, "element"));
    }

    @Override
    public String describe() {
        return "a list of elements that are each " + element.describe();
    }

    @Override
    public List<String> problems() {
        return element.problems();
    }

    @Override
    public List<NestedReference> references() {
        return element.references();
    }

    @Override
    @SuppressWarnings("NullAway") // a null list is refused, not dereferenced
    public List<E> accept(List<E> value) {
        if (value == null) {
            throw refused(null);
        }
        List<E> accepted = new ArrayList<>(value.size());
        for (E each : value) {
            try {
                accepted.add(element.accept(checkNull(each)));
            } catch (VersionedObjectException e) {
                throw e.within("[" + accepted.size() + "]");
            }
        }
        return freeze(accepted);
    }

    @Override
    public List<E> coerce(@Nullable Object value) {
        return coerce(value, Profile.STRICT);
    }

    @Override
    public List<E> coerce(@Nullable Object value, Profile profile) {
        List<E> coerced = new ArrayList<>();
        for (Object each : iterable(value, profile)) {
            try {
                coerced.add(element.coerce(checkNull(each), profile));
            } catch (VersionedObjectException e) {
                throw e.within("[" + coerced.size() + "]");
            }
        }
        return freeze(coerced);
    }

    private VersionedObjectException refused(@Nullable Object value) {
        InvalidValueException refused = InvalidValueException.expected(describe(), value);
        return isSecret() && value != null ? refused.masked() : refused;
    }

    /** Refuses null for the element type, which need not know it. */
    private <N extends @Nullable Object> N checkNull(N each) {
        if (each == null && !element.isNullable()) {
            throw InvalidValueException.expected(element.describe(), null);
        }
        return each;
    }

    private Iterable<?> iterable(@Nullable Object value, Profile profile) {
        if (value instanceof Iterable<?> iterable && !(value instanceof Map)) {
            return iterable;
        }
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (profile == Profile.OSLO && value instanceof byte[] bytes) {
            return numbers(bytes);
        }
        throw refused(value);
    }

    /** Python's bytes are a sequence of numbers. */
    private static List<Long> numbers(byte[] bytes) {
        List<Long> numbers = new ArrayList<>(bytes.length);
        for (byte each : bytes) {
            numbers.add(Byte.toUnsignedLong(each));
        }
        return numbers;
    }

    private List<E> freeze(List<E> elements) {
        return element.isNullable() ? Collections.unmodifiableList(elements) : ImmutableList.copyOf(elements);
    }

    @Override
    public Set<Version> versions() {
        return element.versions();
    }

    @Override
    public FieldType<List<E>> at(Version version) {
        FieldType<E> older = element.at(version);
        return older == element ? this : new ListType<>(older);
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
    public List<E> handOut(List<E> value) {
        if (!element.isMutable()) {
            return value;
        }
        List<E> copies = new ArrayList<>(value.size());
        for (E each : value) {
            copies.add(element.handOut(each));
        }
        return freeze(copies);
    }

    @Override
    public void write(List<E> value, ValueWriter out) {
        out.beginList();
        int index = 0;
        for (E each : value) {
            try {
                element.write(each, out);
            } catch (VersionedObjectException e) {
                throw e.within("[" + index + "]");
            }
            index++;
        }
        out.endList();
    }

    @Override
    public List<E> read(ValueReader in) {
        if (in.kind() != ValueReader.Kind.LIST) {
            return readOther(in);
        }
        List<E> elements = new ArrayList<>();
        in.beginList();
        int depth = in.depth();
        VersionedObjectException faults = null;
        for (int index = 0; in.hasNext(); index++) {
            try {
                elements.add(element.read(in));
            } catch (VersionedObjectException e) {
                faults = in.collect(faults, e.within("[" + index + "]"), depth);
            }
        }
        if (faults != null) {
            throw faults;
        }
        return freeze(elements);
    }

    /** Oslo reads whatever Python can go through: a text is the list of its characters, a map that of its keys. */
    private List<E> readOther(ValueReader in) {
        boolean isSequence = in.kind() == ValueReader.Kind.TEXT || in.kind() == ValueReader.Kind.OBJECT;
        if (in.profile() != Profile.OSLO || !isSequence) {
            throw in.mismatch(describe());
        }
        Object plain = in.readAny();
        return coerce(
                plain instanceof Map<?, ?> map
                        ? map.keySet()
                        : String.valueOf(plain)
                                .codePoints()
                                .mapToObj(Character::toString)
                                .toList(),
                Profile.OSLO);
    }

    @Override
    public boolean same(List<E> one, List<E> other) {
        return one == other || allMatch(one, other, element::same);
    }

    @Override
    public boolean sameShape(List<E> one, List<E> other) {
        return one == other || allMatch(one, other, element::sameShape);
    }

    private boolean allMatch(List<E> one, List<E> other, BiPredicate<E, E> test) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<E> others = other.iterator();
        for (E each : one) {
            if (!test.test(each, others.next())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String format(List<E> value) {
        StringBuilder text = new StringBuilder("[");
        for (E each : value) {
            text.append(text.length() == 1 ? "" : ", ").append(element.format(each));
        }
        return text.append(']').toString();
    }

    @Override
    public boolean anyNested(List<E> value, Predicate<? super VersionedObject> test) {
        if (element.references().isEmpty()) {
            return false;
        }
        for (E each : value) {
            if (element.anyNested(each, test)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void forEachNested(List<E> value, String path, BiConsumer<String, ? super VersionedObject> visitor) {
        int index = 0;
        for (E each : value) {
            element.forEachNested(each, path + "[" + index++ + "]", visitor);
        }
    }

    @Override
    public List<E> copy(List<E> value, UnaryOperator<VersionedObject> copier) {
        if (element.references().isEmpty()) {
            return value;
        }
        List<E> copies = new ArrayList<>(value.size());
        for (E each : value) {
            copies.add(element.copy(each, copier));
        }
        return freeze(copies);
    }

    @Override
    public List<E> mutableCopy(List<E> value) {
        List<E> copies = new ArrayList<>(value.size());
        for (E each : value) {
            copies.add(element.mutableCopy(each));
        }
        return copies;
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("listOf").withElement(element.description(names));
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return ValueSchema.of("array").with("items", element.schema(context));
    }

    @Override
    public String toString() {
        return describe();
    }
}
