package org.versionedobjects.persistence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

final class Consumer extends VersionedObject implements Timestamps {
    private static final ObjectType.Definition<Consumer> DEFINE =
            ObjectType.define(Consumer.class, "placement", "Consumer", Consumer::new);

    static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
    static final Field<UUID> UUID = DEFINE.field("uuid", Types.uuid());
    static final Field<Project> PROJECT = DEFINE.field("project", Types.object(Project.class));
    static final Field<@Nullable User> USER =
            DEFINE.field("user", Types.object(User.class).nullable());
    static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
    static final Field<@Nullable Long> CONSUMER_TYPE_ID =
            DEFINE.field("consumer_type_id", Types.longInteger().nullable().since("1.1"));

    static final ObjectType<Consumer> TYPE = DEFINE.include(Timestamps.MIXIN).version("1.1");

    Consumer() {
        super(TYPE);
    }
}
