package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.InvalidEnvelopeException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** Objects of several projects, and envelopes under several serial namespaces, on one bus. */
class SerialNamespacesTest {
    private static final ObjectType<DynamicObject> VIF = vif();
    private static final ObjectType<DynamicObject> PORT = port();
    private static final ObjectRegistry REGISTRY = ObjectRegistry.of(VIF, PORT);

    private static ObjectType<DynamicObject> vif() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("os_vif", "VIF");
        define.field("id", Types.longInteger());
        return define.version("1.0");
    }

    private static ObjectType<DynamicObject> port() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("nova", "Port");
        define.field("vif", Types.object("os_vif", "VIF").child("1.0", "1.0"));
        return define.version("1.0");
    }

    private static final ObjectCodec CODEC = ObjectCodec.builder(REGISTRY)
            .serialNamespace("nova_object")
            .serialNamespace("os_vif", "versioned_object")
            .build();

    private static VersionedObject newPort() {
        DynamicObject vif = VIF.newObject();
        vif.byName().set("id", 7L);
        DynamicObject port = PORT.newObject();
        port.byName().set("vif", vif);
        return port;
    }

    @Test
    void eachProject_isWrittenUnderItsOwn() {
        assertThat(CODEC.toJson(newPort()))
                .startsWith("{\"nova_object.name\":\"Port\"")
                .contains("\"vif\":{\"versioned_object.name\":\"VIF\"")
                .contains("\"versioned_object.changes\":[\"id\"]")
                .endsWith("\"nova_object.changes\":[\"vif\"]}");
    }

    @Test
    void eachProject_isReadUnderEitherOfThem() {
        VersionedObject read = CODEC.fromJson(CODEC.toJson(newPort()));
        ObjectCodec plain =
                ObjectCodec.builder(REGISTRY).serialNamespace("nova_object").build();

        assertThat(read.sameState(newPort())).isTrue();
        assertThat(CODEC.fromJson(plain.toJson(newPort())).sameState(newPort())).isTrue();
    }

    @Test
    void furtherNamespaces_areReadAndNotWritten() {
        ObjectCodec old =
                ObjectCodec.builder(REGISTRY).serialNamespace("legacy").build();
        ObjectCodec codec = ObjectCodec.builder(REGISTRY)
                .serialNamespace("acme")
                .alsoReads("legacy", "older")
                .build();

        VersionedObject read = codec.fromJson(old.toJson(newPort()));

        assertThat(read.sameState(newPort())).isTrue();
        assertThat(codec.toJson(read)).contains("acme.name").doesNotContain("legacy");
        assertThatThrownBy(() -> old.fromJson(codec.toJson(read)))
                .isInstanceOf(InvalidEnvelopeException.class)
                .hasMessageContaining("check the serial namespace");
    }

    @Test
    void dataBeforeTheOtherKeys_isReadUnderAFurtherNamespace() {
        ObjectCodec codec = ObjectCodec.builder(REGISTRY).alsoReads("legacy").build();

        VersionedObject read = codec.fromJson("""
            {"legacy.changes": ["id"], "legacy.data": {"id": 7}, "legacy.version": "1.0", "legacy.name": "VIF",
            "legacy.namespace": "os_vif"}""");

        assertThat(read.changes().fields()).containsExactly(VIF.field("id"));
    }

    @Test
    void keysOfTwoNamespacesInOneEnvelope_areRefused() {
        String mixed = """
            {"versioned_object.name": "VIF", "nova_object.name": "Port", "versioned_object.namespace": "os_vif",
            "versioned_object.version": "1.0", "versioned_object.data": {}}""";

        assertThatThrownBy(() -> CODEC.fromJson(mixed))
                .isInstanceOf(InvalidEnvelopeException.class)
                .hasMessageContaining("keys of two serial namespaces")
                .hasMessageContaining("expected keys that start with versioned_object. but was nova_object.name");
    }

    @Test
    void keysOfANamespaceThatIsNotRead_areIgnored() {
        ObjectCodec codec = ObjectCodec.of(REGISTRY);

        assertThat(codec.fromJson("""
            {"nova_object.name": "Port", "versioned_object.name": "VIF", "versioned_object.namespace": "os_vif",
            "versioned_object.version": "1.0", "versioned_object.data": {"id": 1}}""").objectType()).isSameAs(VIF);
    }

    @Test
    void schema_namesTheKeysOfEachProject() {
        assertThat(CODEC.schema(PORT).toString()).contains("nova_object.data").contains("versioned_object.data");
    }

    @Test
    void envelopesInBodies_areFoundUnderEachNamespace() {
        Object plain = CODEC.toPlain(
                List.of(newPort(), Map.of("vif", newPort().byName().get("vif"))));

        assertThat(CODEC.fromPlain(plain))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(VersionedObject.class),
                        second -> assertThat(((Map<?, ?>) second).get("vif")).isInstanceOf(VersionedObject.class));
    }

    @Test
    void emptyNamespace_isRefused() {
        assertThatThrownBy(() -> ObjectCodec.builder(REGISTRY).serialNamespace(""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ObjectCodec.builder(REGISTRY).serialNamespace("nova", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ObjectCodec.builder(REGISTRY).alsoReads(""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void text_namesWhatIsRead() {
        assertThat(CODEC).asString().startsWith("ObjectCodec of nova_object, versioned_object for ");
    }

    @Test
    void fieldOfAProject_keepsItsValue() {
        Field<?> vif = PORT.field("vif");

        assertThat(CODEC.fromJson(CODEC.toJson(newPort())).get(vif)).isInstanceOf(DynamicObject.class);
    }
}
