package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Types;

class ExplainedHistoryTest {
    private static final ObjectType<DynamicObject> CHILD = child();
    private static final ObjectType<DynamicObject> PARENT = parent();
    private static final ObjectRegistry REGISTRY = ObjectRegistry.of(PARENT, CHILD);

    private static ObjectType<DynamicObject> child() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Child");
        define.field("name", Types.string().since("1.1"));
        return define.version("1.1");
    }

    private static ObjectType<DynamicObject> parent() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Parent");
        define.field("owner", Types.string().renamedFrom("user", "1.2"));
        define.field("count", Types.longInteger().changedIn("1.2", Types.string(), String::valueOf, Long::valueOf));
        define.field("gone", Types.longInteger().removedIn("1.3").fill(7L));
        define.field("token", Types.string().removedIn("1.3").fill("hush").secret());
        define.field("colour", Types.oneOf("red", "pink").added("1.3", "pink", "red"));
        define.field(
                "children",
                Types.listOf(Types.object("demo", "Child").child("1.0", "1.0").child("1.3", "1.1")));
        define.field("other", Types.object("demo", "Child").nullable().since("1.3"));
        return define.step("1.2", each -> {}, each -> {}).version("1.4");
    }

    @Test
    void goingDown_newestFirst() {
        assertThat(REGISTRY.explain(PARENT, "1.4", "1.0")).isEqualTo("""
                demo.Parent from 1.4 to 1.0
                  1.3 to the one before: gone is there, 7 where an older peer sent nothing; \
                token is there, *** where an older peer sent nothing; \
                values of colour that came with 1.3 become older ones; other is left out
                  1.2 to the one before: a step of the whole object; owner is called user; count becomes a text
                  children: demo.Child by the child table
                    demo.Child from 1.1 to 1.0
                      1.1 to the one before: name is left out
                """);
    }

    @Test
    void goingUp_oldestFirst() {
        assertThat(REGISTRY.explain(PARENT, "1.1", "1.3")).isEqualTo("""
                demo.Parent from 1.1 to 1.3
                  the one before to 1.2: user is called owner; count becomes an integer of 64 bits; \
                a step of the whole object
                  the one before to 1.3: gone can only be read; token can only be read; \
                values of colour that came with 1.3 may stand there; other is there, unset
                  children: demo.Child by the child table
                    demo.Child from 1.0 to 1.1
                      the one before to 1.1: name is there, unset
                  other: demo.Child as the manifest says
                """);
    }

    @Test
    void versionThatOnlyAddedAValue_isToldBothWays() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Tag");
        define.field("colour", Types.oneOf("red", "pink").added("1.1", "pink", "red"));
        ObjectType<DynamicObject> tag = define.version("1.1");

        assertThat(ObjectRegistry.of(tag).explain(tag, "1.0", "1.1")).isEqualTo("""
                demo.Tag from 1.0 to 1.1
                  the one before to 1.1: values of colour that came with 1.1 may stand there
                """);
        assertThat(ObjectRegistry.of(tag).explain(tag, "1.1", "1.0")).isEqualTo("""
                demo.Tag from 1.1 to 1.0
                  1.1 to the one before: values of colour that came with 1.1 become older ones
                """);
    }

    @Test
    void sameVersion_hasNothingToTell() {
        assertThat(REGISTRY.explain(CHILD, "1.1", "1.1")).isEqualTo("demo.Child from 1.1 to 1.1\n");
    }

    @Test
    void versionsThatTheTypeDoesNotHave_areRefused() {
        assertThatThrownBy(() -> REGISTRY.explain(CHILD, "1.2", "1.0"))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessage(
                        "[IncompatibleVersion] demo.Child 1.1: the type does not have this version: expected at most 1.1"
                                + " of major 1 but was 1.2");
        assertThatThrownBy(() -> ObjectRegistry.of(CHILD).explain(PARENT, "1.1", "1.0"))
                .isInstanceOf(UnknownObjectException.class);
    }
}
