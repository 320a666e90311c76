package org.versionedobjects.examples.placement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** What consumes resources: an instance, a migration. 1.1 added its type. */
public final class Consumer extends VersionedObject implements Timestamps {
    private static final ObjectType.Definition<Consumer> DEFINE =
            ObjectType.define(Consumer.class, "placement", "Consumer", Consumer::new);

    public static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    public static final Field<UUID> UUID = DEFINE.field("uuid", Types.uuid());
    public static final Field<Project> PROJECT = DEFINE.field("project", Types.object(Project.class));
    public static final Field<User> USER = DEFINE.field("user", Types.object(User.class));
    public static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
    public static final Field<@Nullable Long> CONSUMER_TYPE_ID =
            DEFINE.field("consumer_type_id", Types.longInteger().nullable().since("1.1"));

    public static final ObjectType<Consumer> TYPE =
            DEFINE.include(Timestamps.MIXIN).version("1.1");

    /** Makes a consumer with nothing set. */
    public Consumer() {
        super(TYPE);
    }

    /** Returns what identifies the consumer everywhere. */
    public UUID uuid() {
        return get(UUID);
    }

    /** Returns how often the row was changed. */
    public long generation() {
        return get(GENERATION);
    }
}
