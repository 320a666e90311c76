package org.versionedobjects.persistence;

/** A driver does not tell which of many rows it wrote; they are to go back, and be written one by one. */
final class UncountedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UncountedException(String message) {
        super(message, null, false, false);
    }
}
