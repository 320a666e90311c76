package org.versionedobjects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Versioned objects as values of a field; made by {@code Types.object} and {@code Types.objects}. On the wire each is an
 * envelope of its own. Two values are the same only if they are the same object.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <O> the class of the objects
 */
public final class NestedType<O extends VersionedObject> implements FieldType<O> {
    private final NestedReference reference;

    private NestedType(NestedReference reference) {
        this.reference = reference;
    }

    /** Returns the type of objects of a class; the class is only named, not initialised. */
    public static <O extends VersionedObject> NestedType<O> of(Class<O> javaClass) {
        return new NestedType<>(NestedReference.toClass(javaClass));
    }

    /** Returns the type of objects that a namespace and a name tell. */
    public static NestedType<VersionedObject> of(String namespace, String name) {
        return new NestedType<>(NestedReference.toName(namespace, name));
    }

    /** Returns the type of the list object whose elements have a class. */
    public static <E extends VersionedObject> NestedType<ObjectList<E>> listOf(Class<E> element) {
        return new NestedType<>(NestedReference.toListOf(element));
    }

    /** Returns this type with objects of subtypes accepted as well. */
    public NestedType<O> orSubtypes() {
        return new NestedType<>(reference.orSubtypes());
    }

    /**
     * Returns this type with one more row in the table of child versions: from {@code parentVersion} of the type that has
     * the field, up to the next row, the object here is at {@code childVersion}. Used for peers that say nothing of
     * this object; before the first row the field is left out.
     */
    public NestedType<O> child(String parentVersion, String childVersion) {
        return new NestedType<>(reference.child(parentVersion, childVersion));
    }

    @Override
    public String describe() {
        return "a " + reference.describe();
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, String> row : reference.children().entrySet()) {
            if (Version.tryParse(row.getKey()) == null || Version.tryParse(row.getValue()) == null) {
                problems.add("child(\"" + row.getKey() + "\", \"" + row.getValue() + "\") is not two versions X.Y");
            }
        }
        return problems;
    }

    @Override
    public List<NestedReference> references() {
        return List.of(reference);
    }

    @Override
    public O accept(O value) {
        return cast(value);
    }

    @Override
    public O coerce(@Nullable Object value) {
        return cast(value);
    }

    @SuppressWarnings("unchecked") // the reference accepts exactly the types whose class is O
    private O cast(@Nullable Object value) {
        if (value instanceof VersionedObject object && reference.accepts(object.objectType())) {
            return (O) object;
        }
        throw InvalidValueException.expected(describe(), value);
    }

    @Override
    public void write(O value, ValueWriter out) {
        out.writeNested(value, reference);
    }

    @Override
    public O read(ValueReader in) {
        if (in.kind() == ValueReader.Kind.NULL) {
            throw in.mismatch(describe());
        }
        return cast(in.readNested(reference));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // objects are compared by identity
    public boolean same(O one, O other) {
        return one == other;
    }

    @Override
    public boolean sameShape(O one, O other) {
        return true;
    }

    @Override
    public String format(O value) {
        return value.label();
    }

    @Override
    public boolean anyNested(O value, Predicate<? super VersionedObject> test) {
        return test.test(value);
    }

    @Override
    public void forEachNested(O value, String path, BiConsumer<String, ? super VersionedObject> visitor) {
        visitor.accept(path, value);
    }

    @Override
    public O copy(O value, UnaryOperator<VersionedObject> copier) {
        return cast(copier.apply(value));
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        List<String> accepted = names.of(reference);
        TypeDescription object =
                TypeDescription.of("object").with("of", accepted.size() == 1 ? accepted.get(0) : accepted);
        TypeDescription family = reference.withSubtypes() ? object.with("orSubtypes", true) : object;
        return reference.children().isEmpty() ? family : family.with("child", reference.children());
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return context.object(reference);
    }

    @Override
    public String toString() {
        return describe();
    }
}
