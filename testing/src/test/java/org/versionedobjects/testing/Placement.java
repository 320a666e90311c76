package org.versionedobjects.testing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** The models that are tested with. */
public final class Placement {
    private Placement() {}

    public static final class Project extends VersionedObject {
        private static final ObjectType.Definition<Project> DEFINE =
                ObjectType.define(Project.class, "placement", "Project", Project::new);

        public static final Field<Long> ID =
                DEFINE.field("id", Types.longInteger().readOnly());
        public static final Field<String> EXTERNAL_ID = DEFINE.field("external_id", Types.string());
        public static final ObjectType<Project> TYPE = DEFINE.version("1.0");

        public Project() {
            super(TYPE);
        }
    }

    public static final class User extends VersionedObject {
        private static final ObjectType.Definition<User> DEFINE =
                ObjectType.define(User.class, "placement", "User", User::new);

        public static final Field<Long> ID =
                DEFINE.field("id", Types.longInteger().readOnly());
        public static final Field<String> EXTERNAL_ID = DEFINE.field("external_id", Types.string());
        public static final Field<@Nullable String> TOKEN =
                DEFINE.field("token", Types.secretString().maxLength(40).nullable());
        public static final ObjectType<User> TYPE = DEFINE.version("1.0");

        public User() {
            super(TYPE);
        }

        public static User named(String externalId) {
            return TYPE.with(EXTERNAL_ID, externalId).build();
        }
    }

    public static final class Consumer extends VersionedObject implements Timestamps {
        private static final ObjectType.Definition<Consumer> DEFINE =
                ObjectType.define(Consumer.class, "placement", "Consumer", Consumer::new);

        public static final Field<Long> ID =
                DEFINE.field("id", Types.longInteger().readOnly());
        public static final Field<UUID> UUID = DEFINE.field("uuid", Types.uuid());
        public static final Field<Project> PROJECT = DEFINE.field("project", Types.object(Project.class));
        public static final Field<@Nullable User> USER =
                DEFINE.field("user", Types.object(User.class).nullable());
        public static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
        public static final Field<@Nullable Long> CONSUMER_TYPE_ID =
                DEFINE.field("consumer_type_id", Types.longInteger().nullable().since("1.1"));
        public static final ObjectType<Consumer> TYPE =
                DEFINE.include(Timestamps.MIXIN).version("1.1");

        public Consumer() {
            super(TYPE);
        }

        public UUID uuid() {
            return get(UUID);
        }
    }
}
