package org.versionedobjects.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** Models with every field type there is, a codec for them, and envelopes to spoil. */
final class Sample {
    static final UUID ID = UUID.fromString("8a9bcb1e-9d6f-4a3e-8a44-0d5f2d3f6c10");

    static final class Project extends VersionedObject {
        private static final ObjectType.Definition<Project> DEFINE =
                ObjectType.define(Project.class, "placement", "Project", Project::new);
        static final Field<String> EXTERNAL_ID = DEFINE.field("external_id", Types.string());
        static final Field<String> NAME = DEFINE.field("name", Types.string().since("1.2"));
        static final ObjectType<Project> TYPE = DEFINE.version("1.2");

        Project() {
            super(TYPE);
        }
    }

    static final class Consumer extends VersionedObject implements Timestamps {
        private static final ObjectType.Definition<Consumer> DEFINE =
                ObjectType.define(Consumer.class, "placement", "Consumer", Consumer::new);
        static final Field<Long> ID = DEFINE.field("id", Types.longInteger().readOnly());
        static final Field<UUID> UUID = DEFINE.field("uuid", Types.uuid());
        static final Field<@Nullable Project> PROJECT = DEFINE.field(
                "project",
                Types.object(Project.class)
                        .child("1.0", "1.0")
                        .child("1.1", "1.1")
                        .nullable());
        static final Field<List<Project>> PROJECTS =
                DEFINE.field("projects", Types.listOf(Types.object(Project.class)));
        static final Field<Map<String, Project>> BY_NAME =
                DEFINE.field("by_name", Types.mapOf(Types.object(Project.class)));
        static final Field<Boolean> ACTIVE = DEFINE.field("active", Types.bool());
        static final Field<Double> SHARE = DEFINE.field("share", Types.floatingPoint());
        static final Field<Map<String, List<@Nullable String>>> TAGS =
                DEFINE.field("tags", Types.mapOf(Types.listOf(Types.string().nullable())));
        static final Field<String> TOKEN = DEFINE.field("token", Types.string().secret());
        static final Field<Long> PIN = DEFINE.field("pin", Types.longInteger().secret());
        static final Field<@Nullable Long> TYPE_ID =
                DEFINE.field("type_id", Types.longInteger().nullable().since("1.1"));
        static final Field<Consumer> PARENT = DEFINE.field("parent", Types.object(Consumer.class));
        static final ObjectType<Consumer> TYPE =
                DEFINE.include(Timestamps.MIXIN, "1.2").version("1.2");

        Consumer() {
            super(TYPE);
        }
    }

    static final ObjectType<ObjectList<Project>> PROJECT_LIST =
            ObjectType.listOf("placement", "ProjectList", Project.class);

    static final ObjectRegistry REGISTRY = ObjectRegistry.of(Consumer.TYPE, Project.TYPE, PROJECT_LIST);
    static final ObjectCodec CODEC = ObjectCodec.of(REGISTRY);

    private Sample() {}

    static Project project(String externalId) {
        return Project.TYPE
                .with(Project.EXTERNAL_ID, externalId)
                .with(Project.NAME, "The " + externalId)
                .build();
    }

    /** Returns a consumer with all fields but the parent set, and no changes. */
    static Consumer consumer() {
        Consumer consumer = Consumer.TYPE
                .with(Consumer.ID, 7L)
                .with(Consumer.UUID, ID)
                .with(Consumer.PROJECT, project("acme"))
                .with(Consumer.PROJECTS, List.of(project("one"), project("two")))
                .with(Consumer.BY_NAME, Map.of("b", project("bee"), "a", project("ant")))
                .with(Consumer.ACTIVE, true)
                .with(Consumer.SHARE, 0.25)
                .with(Consumer.TAGS, Map.of("colour", List.of("blue")))
                .with(Consumer.TOKEN, "hush")
                .with(Consumer.PIN, 4321L)
                .with(Consumer.TYPE_ID, null)
                .with(Timestamps.CREATED_AT, Instant.parse("2026-11-24T10:00:00.000000001Z"))
                .build();
        consumer.resetChangesDeep();
        return consumer;
    }

    /** Returns an envelope of which the caller gives the name, the version and the data. */
    static String envelope(String name, String version, String data) {
        return """
            {"versioned_object.name": "%s", "versioned_object.namespace": "placement", \
            "versioned_object.version": "%s", "versioned_object.data": %s}""".formatted(name, version, data);
    }

    static String consumer(String data) {
        return envelope("Consumer", "1.2", data);
    }
}
