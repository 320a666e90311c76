package org.versionedobjects.types;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.NestedReference;
import org.versionedobjects.Profile;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;

/** Maps from texts to an element type, in key order. */
final class MapType<E extends @Nullable Object> implements FieldType<Map<String, E>> {
    private final FieldType<E> element;

    MapType(FieldType<E> element) {
        this.element = Objects.requireNonNull(element, "element");
    }

    @Override
    public String describe() {
        return "a map with texts as keys and values that are each " + element.describe();
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
    @SuppressWarnings("NullAway") // a null map is refused, not dereferenced
    public Map<String, E> accept(Map<String, E> value) {
        if (value == null) {
            throw refused(null);
        }
        SortedMap<String, E> accepted = new TreeMap<>();
        for (Map.Entry<String, E> entry : value.entrySet()) {
            String key = key(entry.getKey());
            accepted.put(key, at(key, () -> element.accept(checkNull(entry.getValue()))));
        }
        return freeze(accepted);
    }

    @Override
    public Map<String, E> coerce(@Nullable Object value) {
        return coerce(value, Profile.STRICT);
    }

    @Override
    public Map<String, E> coerce(@Nullable Object value, Profile profile) {
        if (!(value instanceof Map<?, ?> map)) {
            throw refused(value);
        }
        SortedMap<String, E> coerced = new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = key(entry.getKey());
            coerced.put(key, at(key, () -> element.coerce(checkNull(entry.getValue()), profile)));
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

    private static String key(@Nullable Object key) {
        if (key instanceof String text) {
            return UnicodeTexts.checked(text);
        }
        throw InvalidValueException.expected("a text as key of a map", key);
    }

    private interface Step<R extends @Nullable Object> {
        R take();
    }

    private static <R extends @Nullable Object> R at(String key, Step<R> step) {
        try {
            return step.take();
        } catch (VersionedObjectException e) {
            throw e.within("[\"" + key + "\"]");
        }
    }

    private Map<String, E> freeze(SortedMap<String, E> entries) {
        return element.isNullable()
                ? Collections.unmodifiableSortedMap(entries)
                : ImmutableSortedMap.copyOfSorted(entries);
    }

    @Override
    public Set<Version> versions() {
        return element.versions();
    }

    @Override
    public FieldType<Map<String, E>> at(Version version) {
        FieldType<E> older = element.at(version);
        return older == element ? this : new MapType<>(older);
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
    public Map<String, E> handOut(Map<String, E> value) {
        return element.isMutable() ? freeze(mapped(value, element::handOut)) : value;
    }

    @Override
    public void write(Map<String, E> value, ValueWriter out) {
        out.beginObject();
        for (Map.Entry<String, E> entry : value.entrySet()) {
            out.name(entry.getKey());
            try {
                element.write(entry.getValue(), out);
            } catch (VersionedObjectException e) {
                throw e.within("[\"" + entry.getKey() + "\"]");
            }
        }
        out.endObject();
    }

    @Override
    public Map<String, E> read(ValueReader in) {
        if (in.kind() != ValueReader.Kind.OBJECT) {
            throw in.mismatch(describe());
        }
        SortedMap<String, E> entries = new TreeMap<>();
        in.beginObject();
        int depth = in.depth();
        VersionedObjectException faults = null;
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            try {
                readEntry(key, in, entries);
            } catch (VersionedObjectException e) {
                faults = in.collect(faults, e, depth);
            }
        }
        if (faults != null) {
            throw faults;
        }
        return freeze(entries);
    }

    private void readEntry(String key, ValueReader in, Map<String, E> entries) {
        if (entries.containsKey(key)) {
            throw new InvalidValueException(
                    Facts.problem("a key is there twice").withWas(Facts.show(key)), null);
        }
        entries.put(key, at(key, () -> element.read(in)));
    }

    @Override
    public boolean same(Map<String, E> one, Map<String, E> other) {
        return one == other || allMatch(one, other, element::same);
    }

    @Override
    public boolean sameShape(Map<String, E> one, Map<String, E> other) {
        return one == other || allMatch(one, other, element::sameShape);
    }

    @SuppressWarnings("NullAway") // what get() returns is an E: the keys are the same
    private boolean allMatch(Map<String, E> one, Map<String, E> other, BiPredicate<E, E> test) {
        if (!one.keySet().equals(other.keySet())) {
            return false;
        }
        for (Map.Entry<String, E> entry : one.entrySet()) {
            if (!test.test(entry.getValue(), other.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String format(Map<String, E> value) {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        value.forEach((key, each) -> text.add(key + "=" + element.format(each)));
        return text.toString();
    }

    @Override
    public boolean anyNested(Map<String, E> value, Predicate<? super VersionedObject> test) {
        if (element.references().isEmpty()) {
            return false;
        }
        for (E each : value.values()) {
            if (element.anyNested(each, test)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void forEachNested(Map<String, E> value, String path, BiConsumer<String, ? super VersionedObject> visitor) {
        value.forEach((key, each) -> element.forEachNested(each, path + "[\"" + key + "\"]", visitor));
    }

    @Override
    public Map<String, E> copy(Map<String, E> value, UnaryOperator<VersionedObject> copier) {
        return element.references().isEmpty() ? value : freeze(mapped(value, each -> element.copy(each, copier)));
    }

    @Override
    public Map<String, E> mutableCopy(Map<String, E> value) {
        return mapped(value, element::mutableCopy);
    }

    private SortedMap<String, E> mapped(Map<String, E> value, UnaryOperator<E> change) {
        SortedMap<String, E> made = new TreeMap<>();
        value.forEach((key, each) -> made.put(key, change.apply(each)));
        return made;
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("mapOf").withElement(element.description(names));
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return ValueSchema.of("object").with("additionalProperties", element.schema(context));
    }

    @Override
    public String toString() {
        return describe();
    }
}
