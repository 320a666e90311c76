package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.versionedobjects.types.Types;

class RegistryServicesTest {
    /** A service as an application's module has it. */
    public static final class FleetTypes implements ObjectTypes {
        @Override
        public List<ObjectType<?>> types() {
            return Fleet.REGISTRY.types();
        }
    }

    @TempDir
    Path classPath;

    private ClassLoader naming(String className) throws IOException {
        Path services = Files.createDirectories(classPath.resolve("META-INF/services"));
        Files.writeString(services.resolve(ObjectTypes.class.getName()), className);
        return new URLClassLoader(
                new URL[] {classPath.toUri().toURL()}, getClass().getClassLoader());
    }

    @Test
    void load_findsTheTypesOfServices() throws IOException {
        ObjectRegistry registry = ObjectRegistry.load(naming(FleetTypes.class.getName()));

        assertThat(registry.types()).isEqualTo(Fleet.REGISTRY.types());
    }

    @Test
    void load_withoutServices_saysHowToNameOne() {
        assertThatThrownBy(() -> ObjectRegistry.load(getClass().getClassLoader()))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("META-INF/services/org.versionedobjects.ObjectTypes");
    }

    @Test
    void load_withAServiceThatIsNotThere_namesIt() throws IOException {
        ClassLoader loader = naming("org.example.Missing");

        assertThatThrownBy(() -> ObjectRegistry.load(loader))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("org.example.Missing");
    }

    private static ObjectType<DynamicObject> type(String name, String version) {
        return ObjectType.dynamic("demo", name).version(version);
    }

    @Test
    void requireCompatible_findsTheMajor_andRefusesWhatIsNewer() {
        ObjectType<DynamicObject> one = type("Gadget", "1.5");
        ObjectType<DynamicObject> two = type("Gadget", "2.0");
        ObjectRegistry registry = ObjectRegistry.of(one, two);

        assertThat(registry.requireCompatible("demo", "Gadget", Version.parse("1.2")))
                .isSameAs(one);
        assertThat(registry.requireCompatible("demo", "Gadget", Version.parse("1.5.9")))
                .isSameAs(one);
        assertThat(registry.requireCompatible("demo", "Gadget", Version.parse("2.0")))
                .isSameAs(two);
        assertThatThrownBy(() -> registry.requireCompatible("demo", "Gadget", Version.parse("1.6")))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining("at most 1.5");
        assertThatThrownBy(() -> registry.requireCompatible("demo", "Gadget", Version.parse("3.0")))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining("at most 2.0");
        assertThatThrownBy(() -> registry.requireCompatible("demo", "Gizmo", Version.parse("1.0")))
                .isInstanceOf(UnknownObjectException.class);
    }

    @Test
    void subtypes_areThoseThatExtendAType_atAnyDistance() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Shape");
        define.field("id", Types.longInteger());
        ObjectType<DynamicObject> shape = define.version("1.0");
        ObjectType<DynamicObject> circle =
                ObjectType.dynamicExtending(shape, "demo", "Circle").version("1.0");
        ObjectType<DynamicObject> dot =
                ObjectType.dynamicExtending(circle, "demo", "Dot").version("1.0");
        ObjectRegistry registry = ObjectRegistry.of(shape, circle, dot, type("Gadget", "1.0"));

        assertThat(registry.subtypes(shape)).containsExactly(circle, dot);
        assertThat(registry.subtypes(dot)).isEmpty();
    }
}
