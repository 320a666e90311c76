package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.NestedType;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** X.Y.Z of nested objects, in each container: Z needs no backport to be read, and is written where it is asked for. */
class NestedPatchVersionsTest {
    private static final ObjectType<DynamicObject> CHILD = child();
    private static final ObjectType<DynamicObject> PARENT = parent();
    private static final ObjectCodec CODEC = ObjectCodec.of(ObjectRegistry.of(CHILD, PARENT));

    private static ObjectType<DynamicObject> child() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Child");
        define.field("x", Types.string());
        define.field("patched", Types.string().since("1.1.1"));
        return define.version("1.1.2");
    }

    private static ObjectType<DynamicObject> parent() {
        NestedType<VersionedObject> child = Types.object("demo", "Child").child("1.0", "1.1.1");
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Parent");
        define.field("one", child);
        define.field("list", Types.listOf(child));
        define.field("map", Types.mapOf(child));
        define.field("deep", Types.mapOf(Types.listOf(child)));
        return define.version("1.1");
    }

    private static DynamicObject newChild() {
        DynamicObject child = CHILD.newObject();
        child.set("x", "a");
        child.set("patched", "b");
        return child;
    }

    private static DynamicObject newParent() {
        DynamicObject parent = PARENT.newObject();
        parent.set("one", newChild());
        parent.set("list", List.of(newChild()));
        parent.set("map", Map.of("k", newChild()));
        parent.set("deep", Map.of("k", List.of(newChild())));
        return parent;
    }

    private static List<Map<?, ?>> children(@Nullable Object written) {
        List<Map<?, ?>> found = new ArrayList<>();
        if (written instanceof Map<?, ?> map) {
            if ("Child".equals(map.get("versioned_object.name"))) {
                found.add(map);
            }
            map.values().forEach(each -> found.addAll(children(each)));
        } else if (written instanceof List<?> list) {
            list.forEach(each -> found.addAll(children(each)));
        }
        return found;
    }

    private static void assertChildren(ObjectCodec codec, String version, boolean isPatched) {
        List<Map<?, ?>> children = children(codec.toPrimitive(newParent()));

        assertThat(children).hasSize(4).allSatisfy(child -> {
            assertThat(child.get("versioned_object.version")).isEqualTo(version);
            assertThat(((Map<?, ?>) child.get("versioned_object.data")).containsKey("patched"))
                    .isEqualTo(isPatched);
        });
    }

    @Test
    void newerPatch_isReadInEachContainer() {
        String json = CODEC.toJson(newParent()).replace("\"1.1.2\"", "\"1.1.9\"");

        DynamicObject read = (DynamicObject) CODEC.fromJson(json);

        assertThat(read.sameState(newParent())).isTrue();
        assertThat(((DynamicObject) read.get("one")).readVersion()).hasToString("Optional[1.1.9]");
    }

    @Test
    void newerMinor_isRefusedInEachContainer() {
        String json = CODEC.toJson(newParent());

        for (String field : List.of("one", "list", "map", "deep")) {
            DynamicObject parent = PARENT.newObject();
            parent.set(field, newParent().get(field));
            String newer = CODEC.toJson(parent).replace("\"1.1.2\"", "\"1.2.0\"");
            assertThatThrownBy(() -> CODEC.fromJson(newer))
                    .as(field)
                    .isInstanceOf(IncompatibleVersionException.class)
                    .hasMessageContaining(field);
        }
        assertThat(json).contains("1.1.2");
    }

    @Test
    void manifest_decidesToThePatch() {
        VersionManifest parent = VersionManifest.of("Parent", "1.1");

        assertChildren(CODEC, "1.1.2", true);
        assertChildren(CODEC.forPeer(parent.with("Child", "1.1.1")), "1.1.1", true);
        assertChildren(CODEC.forPeer(parent.with("Child", "1.1")), "1.1", false);
        assertChildren(CODEC.forPeer(parent.with("Child", "1.1.9")), "1.1.2", true);
        assertChildren(CODEC.forPeer(parent.with("Child", "1.0.5")), "1.0.5", false);
    }

    @Test
    void childTable_mayNameAPatch() {
        assertChildren(CODEC.at("1.0"), "1.1.1", true);
    }
}
