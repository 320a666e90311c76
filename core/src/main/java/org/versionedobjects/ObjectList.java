package org.versionedobjects;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * A list of versioned objects that is one itself: it has a version of its own and, if its type says so, fields besides
 * {@code objects}. Seen as a Java collection it holds its objects in order and cannot be modified; change it by
 * {@code list.edit(list.objects(), …)} or {@code set}. It starts empty and unchanged (oslo.versionedobjects OVO-80, 81).
 *
 * @param <E> the class of the elements
 */
public final class ObjectList<E extends VersionedObject> extends VersionedObject implements Collection<E> {
    static final String FIELD_NAME = "objects";
    private static final String UNMODIFIABLE = "A list object is a view; change its field objects instead";

    ObjectList(ObjectType<ObjectList<E>> type) {
        super(type);
        startEmpty();
    }

    /** Gives the list what it has when nothing was set: no elements, unchanged. */
    void startEmpty() {
        StateAccess.load(this, objects(), List.of());
    }

    /** Returns the field that holds the elements. */
    @SuppressWarnings("unchecked") // defineList gives every list type this field first
    public Field<List<E>> objects() {
        return (Field<List<E>>) objectType().layout().at(0);
    }

    /** Returns the elements in order; unmodifiable. */
    public List<E> asList() {
        return get(objects());
    }

    /**
     * Returns the element at an index.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public E get(int index) {
        return asList().get(index);
    }

    /** Returns the index of the first place where an element is, -1 if it is not here; elements are compared by identity. */
    public int indexOf(E element) {
        return asList().indexOf(element);
    }

    /**
     * Returns a new list object with the elements from one index up to, and without, another: of the same type, with the
     * same context, and not changed by itself (elements may be). Other fields than {@code objects} stay unset (OVO-82).
     *
     * @throws IndexOutOfBoundsException if there are no such elements
     */
    public ObjectList<E> slice(int from, int to) {
        ObjectList<E> slice = ownType().newObject();
        StateAccess.load(slice, objects(), asList().subList(from, to));
        StateAccess.putContext(slice, findContext().orElse(null));
        return slice;
    }

    /** Puts the elements into another order; if it is another one, {@code objects} is changed. Equal elements keep theirs. */
    public void sortBy(Comparator<? super E> order) {
        Objects.requireNonNull(order, "order");
        edit(objects(), elements -> elements.sort(order));
    }

    /**
     * Returns a new list object with the elements of this one, then those of another. It is changed, and
     * has no context, since the two may have different ones.
     *
     * @throws InvalidValueException if the other is of another type, or the type has fields besides {@code objects},
     *     of which nobody can say what the sum has (OVO-84)
     */
    public ObjectList<E> concat(ObjectList<E> other) {
        if (other.objectType() != objectType() || objectType().fields().size() != 1) {
            throw new InvalidValueException(
                    Facts.expected(
                                    "two list objects of one type whose only field is " + FIELD_NAME,
                                    "fields " + objectType().names() + " and a " + other.objectType())
                            .withProblem("the lists cannot be put together")
                            .withObject(objectType()),
                    null);
        }
        ObjectList<E> sum = ownType().newObject();
        List<E> elements = new ArrayList<>(asList());
        elements.addAll(other.asList());
        sum.set(objects(), elements);
        return sum;
    }

    @SuppressWarnings("unchecked") // a list type makes only such lists
    private ObjectType<ObjectList<E>> ownType() {
        return (ObjectType<ObjectList<E>>) objectType();
    }

    @Override
    public int size() {
        return asList().size();
    }

    @Override
    public boolean isEmpty() {
        return asList().isEmpty();
    }

    @Override
    public boolean contains(Object element) {
        return asList().contains(element);
    }

    @Override
    public Iterator<E> iterator() {
        return asList().iterator();
    }

    @Override
    public Object[] toArray() {
        return asList().toArray();
    }

    @Override
    public <A> A[] toArray(A[] array) {
        return asList().toArray(array);
    }

    @Override
    public boolean containsAll(Collection<?> elements) {
        return asList().containsAll(elements);
    }

    @Override
    public boolean add(E element) {
        throw new UnsupportedOperationException(UNMODIFIABLE);
    }

    @Override
    public boolean remove(Object element) {
        throw new UnsupportedOperationException(UNMODIFIABLE);
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        throw new UnsupportedOperationException(UNMODIFIABLE);
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        throw new UnsupportedOperationException(UNMODIFIABLE);
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        throw new UnsupportedOperationException(UNMODIFIABLE);
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException(UNMODIFIABLE);
    }
}
