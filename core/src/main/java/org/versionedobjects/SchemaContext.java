package org.versionedobjects;

/** What a field type may ask while it describes its values for a JSON Schema. */
public interface SchemaContext {
    /** Returns by which rules values are written. */
    Profile profile();

    /**
     * Returns the schema of the versioned objects that a reference accepts, each in the version that stands there.
     *
     * @throws UnknownObjectException if no registered type is one of them
     * @throws IncompatibleVersionException if nobody says which version of one stands there
     */
    ValueSchema object(NestedReference reference);
}
