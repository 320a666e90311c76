package org.versionedobjects.json;

/**
 * Thrown where a document has something that only Jackson handles or tells of: whatever was done so far is forgotten, and
 * Jackson does it from the start. An error, so that no type of an application's takes it for a fault of a value.
 */
final class LeftToJackson extends Error {
    private static final long serialVersionUID = 1;

    LeftToJackson() {
        super("this document is Jackson's", null, false, false);
    }
}
