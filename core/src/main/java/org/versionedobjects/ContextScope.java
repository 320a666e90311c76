package org.versionedobjects;

/** A block in which objects have another context: {@code try (var scope = object.withContext(admin)) { … }}. */
public interface ContextScope extends AutoCloseable {
    /** Gives each object the context it had before. */
    @Override
    void close();
}
