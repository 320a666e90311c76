package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.types.Types;

/** A history that contradicts itself is a problem of the definition, told when the type is used. */
class HistoryProblemsTest {
    private static Arguments problem(String message, Consumer<ObjectType.Definition<DynamicObject>> definition) {
        return Arguments.of(message, definition);
    }

    private static Arguments field(String message, FieldSpec<?> spec) {
        return problem(message, define -> define.field("x", spec));
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                field(
                        "the field x is removed in 1.1, but is there only since 1.2",
                        Types.string().since("1.2").removedIn("1.1")),
                field(
                        "removedIn(\"1.4\") of the field x is of a version that the type does not have; it is at 1.3",
                        Types.string().removedIn("1.4")),
                field(
                        "removedIn(\"soon\") of the field x is not X.Y or X.Y.Z",
                        Types.string().removedIn("soon")),
                field(
                        "the field x has a fill, but is not removed; declare removedIn, too",
                        FieldSpec.of(Types.string()).fill("a")),
                field(
                        "renamedFrom(\"y\", \"1.0\") of the field x has to be of a version after 1.0",
                        Types.string().renamedFrom("y", "1.0")),
                field(
                        "renamedFrom(\"y\", \"1.2\") of the field x has to be of a version after 1.0 and before 1.2",
                        Types.string().renamedFrom("y", "1.2").removedIn("1.2")),
                field(
                        "the field x is renamed twice in 1.2",
                        Types.string().renamedFrom("y", "1.2").renamedFrom("z", "1.2")),
                field(
                        "a field is called \"a b\" (String); it takes letters, digits, _, - and :",
                        Types.string().renamedFrom("a b", "1.2")),
                field(
                        "changedIn(\"2.0\", …) of the field x is of a version that the type does not have; it is at 1.3",
                        Types.string().changedIn("2.0", Types.string(), each -> each, each -> each)),
                field(
                        "changedIn(\"1.2\", …) of the field x is inside a change in 1.2, and so has to be of an earlier"
                                + " version",
                        Types.string()
                                .changedIn(
                                        "1.2",
                                        Types.string().changedIn("1.2", Types.string(), each -> each, each -> each),
                                        each -> each,
                                        each -> each)),
                field(
                        "the field x could be null before 1.2 and cannot be since; say what null becomes by"
                                + " ValueChange.nullUp",
                        Types.string().changedIn("1.2", Types.string().nullable(), each -> each, each -> each)),
                field(
                        "the field x has values added in 1.4, but the type is at 1.3",
                        FieldSpec.of(Types.oneOf("a", "b").added("1.4", "b", "a"))),
                field(
                        "the field x: added(\"late\", 'b', …) is not of a version X.Y or X.Y.Z",
                        FieldSpec.of(Types.oneOf("a", "b").added("late", "b", "a"))),
                field(
                        "the field x: added(\"1.2\", 'c', …) adds what is not one of the values",
                        FieldSpec.of(Types.oneOf("a", "b").added("1.2", "c", "a"))),
                field(
                        "the field x: added(\"1.2\", 'b', …) gives older peers 'c', which they do not have either: it was"
                                + " added in 1.3",
                        FieldSpec.of(Types.oneOf("a", "b", "c")
                                .added("1.2", "b", "c")
                                .added("1.3", "c", "a"))),
                field(
                        "the field x: unknownAs('a') does not go with open()",
                        FieldSpec.of(Types.oneOf("a").open().unknownAs("a"))),
                problem("in version 1.0 both x and y are called y", define -> {
                    define.field("x", Types.string().renamedFrom("y", "1.2"));
                    define.field("y", Types.string());
                }),
                problem(
                        "step(\"1.0\", …) has to be of a version after 1.0 and up to 1.3",
                        define -> define.step("1.0", each -> {}, each -> {})),
                problem(
                        "step(\"1.2\", …) is there twice",
                        define -> define.step("1.2", each -> {}, each -> {}).step("1.2", each -> {}, each -> {})),
                problem(
                        "inherits(\"1.1\", \"1.0\") is there, but the type extends none",
                        define -> define.inherits("1.1", "1.0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void contradiction_isTold(String message, Consumer<ObjectType.Definition<DynamicObject>> definition) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Thing");
        definition.accept(define);
        ObjectType<DynamicObject> type = define.version("1.3");

        assertThatThrownBy(() -> ObjectRegistry.of(type))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining(message);
    }

    @Test
    void inheritedFields_areThereSinceTheVersionThatGoesWithTheParents() {
        ObjectType.Definition<DynamicObject> base = ObjectType.dynamic("demo", "Base");
        base.field("first", Types.string());
        base.field("late", Types.string().renamedFrom("tardy", "1.2").since("1.1"));
        ObjectType<DynamicObject> parent = base.version("1.2");

        ObjectType<DynamicObject> child = ObjectType.dynamicExtending(parent, "demo", "Child")
                .inherits("1.0", "1.0")
                .inherits("1.3", "1.1")
                .inherits("1.4", "1.2")
                .version("1.4");

        FieldHistory late = child.history(child.field("late"));
        assertThat(child.since(child.field("first"))).isEqualTo(Version.of(1, 0));
        assertThat(late.since()).isEqualTo(Version.of(1, 3));
        assertThat(late.nameIn(Version.of(1, 3), "late")).isEqualTo("tardy");
        assertThat(late.nameIn(Version.of(1, 4), "late")).isEqualTo("late");
        assertThat(child.historyVersions()).containsExactly(Version.of(1, 0), Version.of(1, 3), Version.of(1, 4));
    }

    @Test
    void inheritedFields_ofAParentThatMovedOn_areAProblem() {
        ObjectType.Definition<DynamicObject> base = ObjectType.dynamic("demo", "Base");
        base.field("late", Types.string().since("1.1"));
        ObjectType<DynamicObject> parent = base.version("1.1");

        ObjectType<DynamicObject> child = ObjectType.dynamicExtending(parent, "demo", "Child")
                .inherits("1.0", "1.0")
                .version("1.2");

        assertThatThrownBy(() -> ObjectRegistry.of(parent, child))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("the parent is at 1.1, but the last row is inherits(\"1.0\", \"1.0\")");
    }
}
