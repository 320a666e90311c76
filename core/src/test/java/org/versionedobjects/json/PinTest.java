package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.types.Types;

/** A pin caps all that a codec writes (DESIGN V7). */
class PinTest {
    private static final ObjectType<DynamicObject> BULB = bulbs();
    private static final ObjectType<DynamicObject> LAMP = lamps();
    private static final ObjectRegistry REGISTRY = ObjectRegistry.of(BULB, LAMP);
    private static final VersionManifest ZED = VersionManifest.of("Lamp", "1.1").with("Bulb", "1.2");

    private static ObjectType<DynamicObject> bulbs() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Bulb");
        define.field("id", Types.integer());
        define.field("color", Types.string().since("1.2"));
        return define.version("1.3");
    }

    private static ObjectType<DynamicObject> lamps() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Lamp");
        define.field("bulb", Types.object("demo", "Bulb"));
        define.field("spares", Types.mapOf(Types.listOf(Types.object("demo", "Bulb"))));
        return define.version("1.3");
    }

    private static ObjectCodec pinned(VersionManifest manifest) {
        return ObjectCodec.builder(REGISTRY).pin("zed", manifest).build();
    }

    private static DynamicObject lamp() {
        DynamicObject lamp = LAMP.newObject();
        lamp.set("bulb", bulb());
        lamp.set("spares", Map.of("box", List.of(bulb())));
        return lamp;
    }

    private static DynamicObject bulb() {
        DynamicObject bulb = BULB.newObject();
        bulb.set("id", 1);
        bulb.set("color", "red");
        return bulb;
    }

    /** Returns the versions in the order of the text: lamp, bulb, spare. */
    private static List<String> versions(ObjectCodec codec) {
        List<String> found = new ArrayList<>();
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile("version\":\"([^\"]+)\"").matcher(codec.toJson(lamp()));
        matcher.results().forEach(each -> found.add(each.group(1)));
        return found;
    }

    @Test
    void pin_capsWhatIsWrittenForAnyone_inEveryContainer() {
        assertThat(versions(pinned(ZED))).containsExactly("1.1", "1.2", "1.2");
    }

    @Test
    void pin_dropsFieldsThatTheCappedVersionDoesNotHave_andTheirChanges() {
        assertThat(pinned(VersionManifest.of("Bulb", "1.1")).toJson(bulb()))
                .contains("\"versioned_object.data\":{\"id\":1}", "\"versioned_object.changes\":[\"id\"]");
    }

    @Test
    void pin_capsThePeersManifest() {
        VersionManifest newer = VersionManifest.of("Lamp", "1.3").with("Bulb", "1.3");

        assertThat(versions(pinned(ZED).forPeer(newer))).containsExactly("1.1", "1.2", "1.2");
    }

    @Test
    void pin_doesNotRaiseAnOlderPeer() {
        VersionManifest older = VersionManifest.of("Lamp", "1.0").with("Bulb", "1.1");

        assertThat(versions(pinned(ZED).forPeer(older))).containsExactly("1.0", "1.1", "1.1");
    }

    @Test
    void pin_capsTheTarget() {
        assertThat(versions(pinned(ZED).at("1.3"))).containsExactly("1.1", "1.2", "1.2");
        assertThat(versions(pinned(ZED).at("1.0"))).containsExactly("1.0", "1.2", "1.2");
    }

    @Test
    void pin_targetThatTheObjectDoesNotHave_isRefusedAllTheSame() {
        assertThatThrownBy(() -> pinned(ZED).at("1.4").toJson(lamp()))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining("a version above the object's own cannot be written");
    }

    @Test
    void pin_ofAnotherMajor_failsWithItsName() {
        assertThatThrownBy(() -> pinned(VersionManifest.of("Lamp", "2.0")).toJson(lamp()))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessage("[IncompatibleVersion] demo.Lamp 1.3: the pin zed names another major version of this"
                        + " object: expected a pin of major 1 but was 2.0");
    }

    @Test
    void pin_thatDoesNotNameANestedObject_failsWithItsNameAndTheCure() {
        assertThatThrownBy(() -> pinned(VersionManifest.of("Lamp", "1.1")).toJson(lamp()))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining("demo.Lamp 1.3 at bulb")
                .hasMessageContaining("name it in the manifest or in the pin zed");
    }
}
