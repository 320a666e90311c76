package org.versionedobjects.examples.placement;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consumer as a caller names it.
 *
 * @param uuid what identifies it
 * @param project whose resources it consumes, by external id
 * @param user who consumes, by external id
 * @param type the name of its type; null if that is not known
 */
public record ConsumerRequest(
        UUID uuid, String project, String user, @Nullable String type) {
    /** The external id of projects and users that nobody knows. */
    public static final String INCOMPLETE = new UUID(0, 0).toString();

    /** Checks that what must be there is. */
    public ConsumerRequest {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(user, "user");
    }

    /** Returns a consumer of which nothing but the UUID is known. */
    public static ConsumerRequest incomplete(UUID uuid) {
        return new ConsumerRequest(uuid, INCOMPLETE, INCOMPLETE, null);
    }
}
