package org.versionedobjects;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

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

    private final Field<List<E>> objects;

    @SuppressWarnings("unchecked") // defineList gives every list type this field
    ObjectList(ObjectType<ObjectList<E>> type) {
        super(type);
        this.objects = (Field<List<E>>) type.field(FIELD_NAME);
        StateAccess.load(this, objects, List.of());
    }

    /** Returns the field that holds the elements. */
    public Field<List<E>> objects() {
        return objects;
    }

    /** Returns the elements in order; unmodifiable. */
    public List<E> asList() {
        return get(objects);
    }

    /**
     * Returns the element at an index.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public E get(int index) {
        return asList().get(index);
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
