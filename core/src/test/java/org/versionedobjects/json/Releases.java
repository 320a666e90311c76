package org.versionedobjects.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.NestedType;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/**
 * Three releases of one application, each with what its code declares. From the first to the second a project's name became
 * its title, a consumer got tags and a kind and lost its note; to the third sizes in KiB became bytes, a kind was added, two
 * names became one, and timestamps joined.
 */
final class Releases {
    static final Releases ONE = new Releases(0);
    static final Releases TWO = new Releases(1);
    static final Releases THREE = new Releases(2);
    static final List<Releases> ALL = List.of(ONE, TWO, THREE);

    /** Counts from 0. */
    final int index;

    final ObjectType<DynamicObject> project;
    final ObjectType<DynamicObject> consumer;
    final ObjectType<DynamicObject> fleet;
    final ObjectRegistry registry;

    private Releases(int index) {
        this.index = index;
        this.project = project();
        this.consumer = consumer();
        this.fleet = fleet();
        this.registry = ObjectRegistry.of(project, consumer, fleet);
    }

    boolean isSince(int number) {
        return index + 1 >= number;
    }

    @Override
    public String toString() {
        return "release " + (index + 1);
    }

    private ObjectType<DynamicObject> project() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Project");
        define.field("id", Types.longInteger().readOnly());
        if (isSince(2)) {
            define.field("title", Types.string().nullable().renamedFrom("name", "1.1"));
        } else {
            define.field("name", Types.string().nullable());
        }
        return define.version(isSince(2) ? "1.1" : "1.0");
    }

    private ObjectType<DynamicObject> consumer() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Consumer");
        define.field("uuid", Types.uuid());
        define.field(
                "project",
                Types.object("demo", "Project")
                        .child("1.0", "1.0")
                        .child("1.1", "1.1")
                        .nullable());
        if (isSince(3)) {
            define.field(
                    "bytes",
                    Types.longInteger()
                            .renamedFrom("size", "1.2")
                            .changedIn("1.2", Types.longInteger(), bytes -> bytes / 1024, size -> size * 1024));
        } else {
            define.field("size", Types.longInteger());
        }
        if (isSince(2)) {
            define.field("note", Types.string().removedIn("1.1").fill("none"));
            define.field("tags", Types.mapOf(Types.string()).since("1.1"));
            define.field(
                    "kind",
                    isSince(3)
                            ? Types.oneOf("small", "large", "huge")
                                    .added("1.2", "huge", "large")
                                    .since("1.1")
                            : Types.oneOf("small", "large").since("1.1"));
        } else {
            define.field("note", Types.string());
        }
        if (isSince(3)) {
            define.include(Timestamps.MIXIN, "1.2");
        }
        return define.version(List.of("1.0", "1.1", "1.2").get(index));
    }

    private ObjectType<DynamicObject> fleet() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Fleet");
        if (isSince(3)) {
            define.field("name", Types.string().since("1.1"));
            define.field("first", Types.string().removedIn("1.1"));
            define.field("second", Types.string().removedIn("1.1"));
            define.step(
                    "1.1",
                    values -> {
                        if (values.isSet("name")) {
                            String[] parts = values.get("name", String.class).split(" ", 2);
                            values.put("first", parts[0]);
                            values.put("second", parts[1]);
                        }
                    },
                    values -> {
                        if (values.isSet("first") && values.isSet("second")) {
                            values.put("name", values.get("first") + " " + values.get("second"));
                        }
                    });
        } else {
            define.field("first", Types.string());
            define.field("second", Types.string());
        }
        define.field("consumers", Types.listOf(consumerIn()));
        define.field("by_name", Types.mapOf(consumerIn()));
        return define.version(isSince(3) ? "1.1" : "1.0");
    }

    private static NestedType<VersionedObject> consumerIn() {
        return Types.object("demo", "Consumer").child("1.0", "1.0").child("1.1", "1.2");
    }

    VersionManifest manifest() {
        return registry.manifest(fleet);
    }

    ObjectCodec codec() {
        return ObjectCodec.of(registry);
    }

    DynamicObject project(long id) {
        DynamicObject made = project.newObject();
        made.set("id", id);
        made.set(isSince(2) ? "title" : "name", "project " + id);
        return made;
    }

    /** Returns a consumer with all that this release knows. */
    DynamicObject fullConsumer(long id) {
        DynamicObject full = consumer.newObject();
        full.set("uuid", new UUID(0, id));
        full.set("project", project(id));
        full.set(isSince(3) ? "bytes" : "size", isSince(3) ? 4096L * id : 4L * id);
        if (isSince(2)) {
            full.set("tags", Map.of("colour", "blue"));
            full.set("kind", isSince(3) ? "huge" : "large");
        } else {
            full.set("note", "first");
        }
        if (isSince(3)) {
            full.set("created_at", Instant.parse("2026-11-25T15:00:00Z"));
        }
        return full;
    }

    DynamicObject fullFleet() {
        DynamicObject full = fleet.newObject();
        if (isSince(3)) {
            full.set("name", "red one");
        } else {
            full.set("first", "red");
            full.set("second", "one");
        }
        full.set("consumers", List.of(fullConsumer(1), fullConsumer(2)));
        full.set("by_name", Map.of("c", fullConsumer(3)));
        return full;
    }
}
