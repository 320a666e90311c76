package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Types;

class ObjectRegistryTest {

    static class Animal extends VersionedObject {
        static final ObjectType<Animal> TYPE =
                ObjectType.define(Animal.class, "zoo", "Animal", Animal::new).version("1.3");

        Animal() {
            super(TYPE);
        }

        Animal(ObjectType<? extends Animal> type) {
            super(type);
        }
    }

    static final class Lion extends Animal {
        static final ObjectType<Lion> TYPE = ObjectType.extending(Animal.TYPE, Lion.class, "zoo", "Lion", Lion::new)
                .version("1.1");

        Lion() {
            super(TYPE);
        }
    }

    private static ObjectType<DynamicObject> type(String namespace, String name, String version) {
        return ObjectType.dynamic(namespace, name).version(version);
    }

    private static ObjectType<DynamicObject> holder(String name, FieldType<?> content) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("zoo", name);
        define.field("content", content);
        return define.version("1.0");
    }

    @Test
    void find_isByNamespaceNameAndMajor() {
        ObjectType<DynamicObject> first = type("a", "Thing", "1.5");
        ObjectType<DynamicObject> second = type("a", "Thing", "2.0");
        ObjectType<DynamicObject> other = type("b", "Thing", "1.0");
        ObjectRegistry registry = ObjectRegistry.of(first, second, other);

        assertThat(registry.find("a", "Thing", 1)).containsSame(first);
        assertThat(registry.find("a", "Thing", 2)).containsSame(second);
        assertThat(registry.find("b", "Thing", 1)).containsSame(other);
        assertThat(registry.find("b", "Thing", 2)).isEmpty();
        assertThat(registry.lookup("c", "Thing", 1)).isNull();
    }

    @Test
    void newest_isTheHighestMajor_inWhateverOrderGiven() {
        ObjectType<DynamicObject> first = type("a", "Thing", "9.5");
        ObjectType<DynamicObject> second = type("a", "Thing", "10.0");

        assertThat(ObjectRegistry.of(first, second).newest("a", "Thing")).containsSame(second);
        assertThat(ObjectRegistry.of(second, first).newest("a", "Thing")).containsSame(second);
        assertThat(ObjectRegistry.of(first).newest("b", "Thing")).isEmpty();
    }

    @Test
    void knows_namesInWhateverVersion() {
        ObjectRegistry registry = ObjectRegistry.of(type("a", "Thing", "3.0"));

        assertThat(registry.knows("a", "Thing")).isTrue();
        assertThat(registry.knows("b", "Thing")).isFalse();
        assertThat(registry.knows("a", "thing")).isFalse();
    }

    @Test
    void contains_onlyTheVeryType() {
        ObjectType<DynamicObject> registered = type("a", "Thing", "1.0");
        ObjectRegistry registry = ObjectRegistry.of(registered);

        assertThat(registry.contains(registered)).isTrue();
        assertThat(registry.contains(type("a", "Thing", "1.0"))).isFalse();
    }

    @Test
    void of_theSameTypeTwice_isOne() {
        ObjectType<DynamicObject> type = type("a", "Thing", "1.0");

        assertThat(ObjectRegistry.of(type, type).types()).containsExactly(type);
    }

    @Test
    void of_nothing_isEmpty() {
        assertThat(ObjectRegistry.of().types()).isEmpty();
        assertThat(ObjectRegistry.of(List.of())).hasToString("[]");
    }

    @Test
    void of_twoTypesOfOneMajor_isRefused() {
        assertThatThrownBy(() -> ObjectRegistry.of(type("a", "Thing", "1.0"), type("a", "Thing", "1.1")))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining(
                        "a.Thing 1.1: there is a.Thing 1.0 already; a namespace, name and major version has"
                                + " one type");
    }

    @Test
    void of_unknownNestedType_isRefusedWithTheCure() {
        ObjectType<DynamicObject> cage = holder("Cage", Types.object(Animal.class));

        assertThatThrownBy(() -> ObjectRegistry.of(cage))
                .hasMessage(
                        "[InvalidDefinition] The registry has a problem:\n  - zoo.Cage 1.0: the field content refers to"
                                + " Animal, which is not registered; give its TYPE to ObjectRegistry.of as well");
        assertThat(ObjectRegistry.of(cage, Animal.TYPE).contains(cage)).isTrue();
    }

    @Test
    void of_unknownNestedType_isFoundInCollectionsListsAndByName() {
        List<String> problems = catchThrowableOfType(
                        InvalidDefinitionException.class,
                        () -> ObjectRegistry.of(
                                holder("Map", Types.mapOf(Types.listOf(Types.object(Animal.class)))),
                                holder("List", Types.objects(Animal.class)),
                                holder("Name", Types.object("zoo", "Bear").nullable()),
                                holder("Sub", Types.object(Animal.class).orSubtypes()),
                                ObjectType.listOf("zoo", "LionList", Lion.class)))
                .problems();

        assertThat(problems)
                .extracting(problem -> problem.replaceAll(".*refers to (.*), which.*", "$1"))
                .containsExactly("Animal", "list of Animal", "zoo.Bear", "Animal or a subtype", "Lion");
    }

    @Test
    void of_manyProblems_areReportedAtOnce() {
        ObjectType<DynamicObject> badVersion = type("a", "Bad", "x");
        ObjectType<DynamicObject> badName = type("a", "also bad", "1.0");
        ObjectType<DynamicObject> cage = holder("Cage", Types.object(Animal.class));

        assertThatThrownBy(() -> ObjectRegistry.of(badVersion, badName, cage, type("a", "Bad", "1.1")))
                .hasMessageContaining("The registry has 4 problems")
                .hasMessageContaining("\"x\"")
                .hasMessageContaining("\"also bad\"")
                .hasMessageContaining("refers to Animal")
                .hasMessageContaining("there is a.Bad 1.0 already");
    }

    @Test
    void types_areInTheOrderGiven_andCannotBeModified() {
        ObjectRegistry registry = ObjectRegistry.of(type("b", "B", "1.0"), type("a", "A", "1.0"));

        assertThat(registry).hasToString("[b.B 1.0, a.A 1.0]");
        assertThatThrownBy(() -> registry.types().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void manifest_namesTheTypeAndAllItRefersTo_andNoOther() {
        ObjectType<DynamicObject> cage = holder("Cage", Types.listOf(Types.object(Animal.class)));
        ObjectType<DynamicObject> zoo = holder("Zoo", Types.mapOf(Types.object("zoo", "Cage")));
        ObjectRegistry registry = ObjectRegistry.of(zoo, cage, Animal.TYPE, type("zoo", "Ticket", "1.0"));

        assertThat(registry.manifest(zoo)).hasToString("{Animal=1.3, Cage=1.0, Zoo=1.0}");
        assertThat(registry.manifest(Animal.TYPE)).hasToString("{Animal=1.3}");
    }

    @Test
    void manifest_ofTypesThatReferToThemselves_ends() {
        ObjectType<DynamicObject> node = holder("Node", Types.object("zoo", "Node"));

        assertThat(ObjectRegistry.of(node).manifest(node)).hasToString("{Node=1.0}");
    }

    @Test
    void manifest_namesSubtypesWhereTheyAreAccepted() {
        ObjectType<DynamicObject> any = holder("Any", Types.object(Animal.class).orSubtypes());
        ObjectType<DynamicObject> exact = holder("Exact", Types.object(Animal.class));
        ObjectRegistry registry = ObjectRegistry.of(any, exact, Animal.TYPE, Lion.TYPE);

        assertThat(registry.manifest(any)).hasToString("{Animal=1.3, Any=1.0, Lion=1.1}");
        assertThat(registry.manifest(exact)).hasToString("{Animal=1.3, Exact=1.0}");
    }

    @Test
    void manifest_ofATypeThatIsNotRegistered_isRefused() {
        ObjectRegistry registry = ObjectRegistry.of(Animal.TYPE);

        assertThatThrownBy(() -> registry.manifest(Lion.TYPE))
                .isInstanceOf(UnknownObjectException.class)
                .hasMessage("[UnknownObject] zoo.Lion 1.1: the type is not registered");
    }
}
