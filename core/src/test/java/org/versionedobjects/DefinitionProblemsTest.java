package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

class DefinitionProblemsTest {

    static final class Broken extends VersionedObject {
        private static final ObjectType.Definition<Broken> DEFINE =
                ObjectType.define(Broken.class, "demo", "Broken", Broken::new);
        static final Field<Long> SIZE = DEFINE.field("size", Types.longInteger().since("1.9"));
        static final Field<String> OTHER_SIZE = DEFINE.field("size", Types.string());
        static final ObjectType<Broken> TYPE = DEFINE.include(Timestamps.MIXIN).version("1.1");

        Broken() {
            super(TYPE);
        }
    }

    static final class WithTypeFirst extends VersionedObject {
        private static final ObjectType.Definition<WithTypeFirst> DEFINE =
                ObjectType.define(WithTypeFirst.class, "demo", "WithTypeFirst", WithTypeFirst::new);
        static final ObjectType<WithTypeFirst> TYPE = DEFINE.version("1.0");
        static final Field<Long> SIZE = DEFINE.field("size", Types.longInteger());

        WithTypeFirst() {
            super(TYPE);
        }
    }

    static class Plain extends VersionedObject {
        static final ObjectType<Plain> TYPE =
                ObjectType.define(Plain.class, "demo", "Plain", Plain::new).version("1.0");

        Plain() {
            super(TYPE);
        }
    }

    static final class Child extends Plain {}

    private static ObjectType.Definition<DynamicObject> thing() {
        return ObjectType.dynamic("demo", "Thing");
    }

    private static List<String> problemsOf(ObjectType<?> type) {
        return catchThrowableOfType(InvalidDefinitionException.class, type::newObject)
                .problems();
    }

    @Test
    void new_threeMistakes_areReportedTogether_andTheSameTheSecondTime() {
        InvalidDefinitionException first = catchThrowableOfType(InvalidDefinitionException.class, Broken::new);
        InvalidDefinitionException second = catchThrowableOfType(InvalidDefinitionException.class, Broken::new);

        assertThat(first.problems())
                .containsExactly(
                        "there are two fields called size: of demo.Broken and of demo.Broken",
                        "the mixin Timestamps is included, but the class Broken does not implement Timestamps",
                        "the field size is there since 1.9, but the type is at 1.1; set version(\"1.9\") or an earlier"
                                + " since");
        assertThat(second).hasMessage(first.getMessage());
        assertThat(first)
                .hasMessageStartingWith("[InvalidDefinition] The definition of demo.Broken 1.1 has 3 problems");
    }

    @Test
    void registry_reportsWhatNewReports() {
        List<String> problems = catchThrowableOfType(
                        InvalidDefinitionException.class, () -> ObjectRegistry.of(Broken.TYPE))
                .problems();

        assertThat(problems)
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem).startsWith("demo.Broken 1.1: "));
    }

    @Test
    void with_onABrokenDefinition_isRefusedWhenBuilt() {
        ObjectBuilder<Broken> builder = Broken.TYPE.with(Broken.SIZE, 1L);

        assertThatThrownBy(builder::build).isInstanceOf(InvalidDefinitionException.class);
    }

    @Test
    void field_afterTYPE_isReported_thoughTheTypeWasMadeBefore() {
        assertThatThrownBy(WithTypeFirst::new)
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("the field size was added after version(); declare TYPE last");
        assertThat(WithTypeFirst.SIZE.name()).isEqualTo("size");
    }

    @Test
    void include_afterTYPE_isReported() {
        ObjectType.Definition<DynamicObject> define = thing();
        ObjectType<DynamicObject> type = define.version("1.0");
        define.include(Timestamps.MIXIN);

        assertThat(problemsOf(type))
                .containsExactly("the mixin Timestamps was included after version(); declare TYPE last");
    }

    @Test
    void version_thatIsNone_isReported() {
        assertThat(problemsOf(thing().version("1.x"))).containsExactly("the version \"1.x\" is not X.Y or X.Y.Z");
        assertThat(problemsOf(thing().version(null))).containsExactly("the version \"null\" is not X.Y or X.Y.Z");
    }

    @Test
    void version_calledTwice_isReported_andTheFirstHolds() {
        ObjectType.Definition<DynamicObject> define = thing();
        ObjectType<DynamicObject> type = define.version("1.0");

        assertThat(define.version("1.1")).isSameAs(type);
        assertThat(problemsOf(type)).containsExactly("version(\"1.1\") was called again; a type is defined once");
    }

    @Test
    void since_beyondTheVersion_isReported() {
        ObjectType.Definition<DynamicObject> define = thing();
        define.field("size", Types.longInteger().since("1.2"));

        assertThat(problemsOf(define.version("1.1")))
                .containsExactly("the field size is there since 1.2, but the type is at 1.1; set version(\"1.2\") or an"
                        + " earlier since");
    }

    @Test
    void since_ofAnotherMajor_isReported() {
        ObjectType.Definition<DynamicObject> define = thing();
        define.field("size", Types.longInteger().since("1.2"));

        assertThat(problemsOf(define.version("2.0")))
                .singleElement()
                .asString()
                .startsWith("the field size is there since 1.2, but the type is at 2.0");
    }

    @Test
    void since_thatIsNoVersion_isReported() {
        ObjectType.Definition<DynamicObject> define = thing();
        define.field("size", Types.longInteger().since("one"));

        assertThat(problemsOf(define.version("1.0")))
                .containsExactly("since(\"one\") of the field size is not X.Y or X.Y.Z");
    }

    @Test
    void default_thatTheTypeRefuses_isReported_withoutASecret() {
        ObjectType.Definition<DynamicObject> define = thing();
        define.field("share", Types.floatingPoint().defaultsTo(Double.NaN));
        define.field("pin", Types.floatingPoint().defaultsTo(Double.NaN).secret());
        define.field("name", Types.string().defaultsTo(null));

        assertThat(problemsOf(define.version("1.0")))
                .containsExactly(
                        "the default of the field share is not legal: expected a finite number but was NaN (Double)",
                        "the default of the field pin is not legal: ***",
                        "the default of the field name is not legal: expected "
                                + Types.string().describe() + " but was null");
    }

    @Test
    void fieldNames_reservedOrIllegal_areReported() {
        ObjectType.Definition<DynamicObject> define = thing();
        define.field("obj_what_changed", Types.string());
        define.field("a.b", Types.string());
        define.field("", Types.string());
        define.field(null, Types.longInteger());

        assertThat(problemsOf(define.version("1.0")))
                .contains(
                        "the field name obj_what_changed is reserved for remote calls",
                        "a field is called \"a.b\" (String); it takes letters, digits, _, - and :")
                .filteredOn(problem -> problem.startsWith("a field is called \"\""))
                .hasSize(2);
    }

    @Test
    void typeNames_illegalOrMissing_areReported() {
        ObjectType<DynamicObject> type = ObjectType.dynamic(null, "My Thing").version("1.0");

        assertThat(problemsOf(type))
                .containsExactly(
                        "the namespace is null; it takes letters, digits, _, - and dots",
                        "the name is \"My Thing\" (String); it takes letters, digits, _, - and dots");
    }

    @Test
    void childRows_thatAreNoVersions_areReported() {
        ObjectType.Definition<DynamicObject> define = thing();
        define.field("plain", Types.object(Plain.class).child("1.0", "1.0").child("1.1", "new"));

        assertThat(problemsOf(define.version("1.1")))
                .containsExactly("the field plain: child(\"1.1\", \"new\") is not two versions X.Y");
    }

    @Test
    void childRows_insideCollections_areReportedToo() {
        ObjectType.Definition<DynamicObject> define = thing();
        define.field(
                "plains",
                Types.mapOf(
                        Types.listOf(Types.object(Plain.class).child("x", "1.0").nullable())));

        assertThat(problemsOf(define.version("1.1")))
                .containsExactly("the field plains: child(\"x\", \"1.0\") is not two versions X.Y");
    }

    @Test
    void extending_aParentThatIsNull_isReported() {
        ObjectType<Child> type = ObjectType.extending(
                        (ObjectType<Plain>) null, Child.class, "demo", "Child", Child::new)
                .version("1.0");

        assertThat(problemsOf(type)).singleElement().asString().startsWith("the parent type is null: ");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // what the compiler would refuse
    void extending_aParentOfAnotherClass_isReported() {
        ObjectType parent = WithTypeFirst.TYPE;
        ObjectType<Child> type = ObjectType.extending(parent, Child.class, "demo", "Child", Child::new)
                .version("1.0");

        assertThat(problemsOf(type))
                .contains("the class Child does not extend WithTypeFirst, the class of the parent type");
    }

    @Test
    void extending_aBrokenParent_reportsItsProblems() {
        ObjectType<DynamicObject> parent = thing().version("old");
        ObjectType<DynamicObject> type =
                ObjectType.dynamicExtending(parent, "demo", "Child").version("1.0");

        assertThat(problemsOf(type))
                .containsExactly("in the parent demo.Thing 1.0: the version \"old\" is not X.Y or X.Y.Z");
    }

    @Test
    void newObject_constructorThatMakesSomethingElse_isReported() {
        ObjectType<Plain> second =
                ObjectType.define(Plain.class, "demo", "Second", Plain::new).version("1.0");

        assertThat(problemsOf(second)).containsExactly("the constructor given to define() makes a demo.Plain 1.0");
    }
}
