package org.versionedobjects;

import org.jspecify.annotations.Nullable;

/**
 * Fills a field that is asked for while it is unset: what oslo.versionedobjects calls {@code obj_load_attr}. One for all
 * objects of a type is declared with {@link ObjectType.Definition#loadedBy}, one for a single object is given with
 * {@link VersionedObject#loadWith}, which goes first.
 *
 * <p>It is called by {@code get} alone: writing, {@code toString}, {@code changes}, {@code copy} and comparisons never
 * load. While it runs, the object answers as if it had no loader.
 */
@FunctionalInterface
public interface FieldLoader {
    /**
     * Loads a field, and others of the same object if they come with it. An exception passes to the caller of {@code get};
     * fields that were put before it stay.
     *
     * @param object whose field is asked for
     * @param missing the field
     * @param loaded takes what was loaded; if the missing field is not among it, {@code get} throws
     *     {@link UnsetFieldException}
     */
    void load(VersionedObject object, Field<?> missing, Loaded loaded);

    /** Takes what a loader found. Confined to the call of the loader. */
    interface Loaded {
        /**
         * Puts a value that was loaded: it becomes the field's value and its baseline, so the field is not changed by this.
         * Does nothing to a field that is set already, since its value may be a change.
         *
         * @throws InvalidValueException if the field's type refuses the value
         * @throws IllegalStateException if the loader has returned
         */
        <T extends @Nullable Object> void put(Field<T> field, T value);
    }
}
