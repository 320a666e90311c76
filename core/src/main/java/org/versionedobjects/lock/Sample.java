package org.versionedobjects.lock;

import java.util.Objects;
import org.versionedobjects.VersionedObject;

/**
 * An object that was made to try something on, and what is special about it.
 *
 * @param name what is special: {@code full}, {@code enum status=ACTIVE}, {@code random 3}
 * @param object the object, which nothing else holds
 */
public record Sample<O extends VersionedObject>(String name, O object) {
    /** Checks that both are there. */
    public Sample {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(object, "object");
    }
}
