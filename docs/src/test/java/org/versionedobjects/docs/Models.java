package org.versionedobjects.docs;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** The models of the tour. */
final class Models {
    private Models() {}

    static final class Project extends VersionedObject {
        private static final ObjectType.Definition<Project> DEFINE =
                ObjectType.define(Project.class, "placement", "Project", Project::new);

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<String> EXTERNAL_ID = DEFINE.field("external_id", Types.string());

        static final ObjectType<Project> TYPE = DEFINE.version("1.0");

        Project() {
            super(TYPE);
        }
    }

    // tag::model[]
    static final class Consumer extends VersionedObject implements Timestamps { // <1>
        private static final ObjectType.Definition<Consumer> DEFINE =
                ObjectType.define(Consumer.class, "placement", "Consumer", Consumer::new); // <2>

        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<UUID> UUID = DEFINE.field("uuid", Types.uuid());
        static final Field<Project> PROJECT = DEFINE.field("project", Types.object(Project.class)); // <3>
        static final Field<List<String>> TAGS = DEFINE.field("tags", Types.listOf(Types.string()));
        static final Field<Long> GENERATION = DEFINE.field("generation", Types.longInteger());
        static final Field<@Nullable Long> CONSUMER_TYPE_ID =
                DEFINE.field("consumer_type_id", Types.longInteger().nullable().since("1.1")); // <4>

        static final ObjectType<Consumer> TYPE =
                DEFINE.include(Timestamps.MIXIN).version("1.1"); // <5>

        Consumer() {
            super(TYPE); // <6>
        }
    }
    // end::model[]
}
