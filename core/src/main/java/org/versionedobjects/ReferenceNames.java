package org.versionedobjects;

import java.util.List;

/** Tells the names of the types that a reference accepts, for {@link FieldType#description}. */
@FunctionalInterface
public interface ReferenceNames {
    /**
     * Returns the qualified names of the types that a reference names itself, without their subtypes: usually one.
     *
     * @throws UnknownObjectException if no registered type is one of them
     */
    List<String> of(NestedReference reference);
}
