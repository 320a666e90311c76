package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.versionedobjects.lock.Locks.type;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.types.Types;

class CompatibilityTest {
    private static final LockedType.Id TAG = new LockedType.Id("demo", "Tag", 1);

    /** Returns how the newest version of a type with one such field gets to a release of 1.0. */
    private static Passage down(String version, FieldSpec<?> field) {
        return pair(version, field, "new", "old").passages().get(TAG);
    }

    /** Returns how 1.0 of a type with one such field gets to a release of the newest version. */
    private static Passage up(String version, FieldSpec<?> field) {
        return pair(version, field, "old", "new").passages().get(TAG);
    }

    private static Compatibility.Pair pair(String version, FieldSpec<?> field, String sender, String receiver) {
        return Compatibility.of(Locks.of(type("Tag", version, fields -> {
                            fields.field("id", Types.longInteger());
                            fields.field("name", field);
                        }))
                        .release("old", "Tag 1.0")
                        .release("new", "Tag " + version)
                        .lock())
                .between(sender, receiver);
    }

    private static Loss loss(Loss.Kind kind, String version, String... values) {
        return Loss.of(kind, Version.parse(version), "name", values);
    }

    @Test
    void fieldOfALaterVersion_isLeftOutAndStaysUnset() {
        FieldSpec<String> field = Types.string().since("1.1");

        assertThat(down("1.1", field).losses()).containsExactly(loss(Loss.Kind.FIELD_LEFT_OUT, "1.1"));
        assertThat(up("1.1", field).losses()).containsExactly(loss(Loss.Kind.FIELD_UNSET, "1.1"));
    }

    @Test
    void fieldThatWent_isFilledOrNot_andCanOnlyBeRead() {
        FieldSpec<String> filled = Types.string().removedIn("1.2").fill("x");
        FieldSpec<String> bare = Types.string().removedIn("1.2");

        assertThat(down("1.2", filled).losses()).containsExactly(loss(Loss.Kind.FIELD_FILLED, "1.2", "\"x\""));
        assertThat(down("1.2", bare).losses()).containsExactly(loss(Loss.Kind.FIELD_NOT_SET, "1.2"));
        assertThat(up("1.2", bare).losses()).containsExactly(loss(Loss.Kind.FIELD_READ_ONLY, "1.2"));
    }

    @Test
    void valueOfALaterVersion_isReplacedAllTheWayDown() {
        FieldSpec<?> field = FieldSpec.of(Types.listOf(
                Types.oneOf("red", "pink", "rose").added("1.1", "pink", "red").added("1.2", "rose", "pink")));

        assertThat(down("1.2", field).losses())
                .containsExactly(
                        loss(Loss.Kind.VALUE_REPLACED, "1.1", "pink", "red"),
                        loss(Loss.Kind.VALUE_REPLACED, "1.2", "rose", "red"));
        assertThat(up("1.2", field).losses()).isEmpty();
    }

    @Test
    void valueWithoutReplacement_cannotBeSent() {
        FieldSpec<?> field = FieldSpec.of(
                Types.oneOf("red", "pink", "rose").added("1.1", "pink").added("1.2", "rose", "pink"));

        assertThat(down("1.2", field).losses())
                .containsExactly(
                        loss(Loss.Kind.VALUE_REFUSED, "1.1", "pink"), loss(Loss.Kind.VALUE_REFUSED, "1.2", "rose"));
        assertThat(down("1.2", field).verdict()).isEqualTo(Passage.Verdict.MAY_FAIL);
    }

    @Test
    void fieldWithAnotherType_isConvertedBothWays() {
        FieldSpec<Long> field = Types.longInteger().changedIn("1.1", Types.string(), String::valueOf, Long::valueOf);

        assertThat(down("1.1", field).losses())
                .containsExactly(loss(Loss.Kind.FIELD_CONVERTED, "1.1", "longInteger()", "string()"));
        assertThat(up("1.1", field).losses())
                .containsExactly(loss(Loss.Kind.FIELD_CONVERTED, "1.1", "string()", "longInteger()"));
    }

    @Test
    void fieldWithAnotherName_losesNothing() {
        FieldSpec<String> field = FieldSpec.of(Types.string()).renamedFrom("title", "1.1");

        assertThat(down("1.1", field).verdict()).isEqualTo(Passage.Verdict.WHOLE);
        assertThat(up("1.1", field).verdict()).isEqualTo(Passage.Verdict.WHOLE);
    }

    @Test
    void fieldThatCameAndWentInBetween_isNotMissed() {
        FieldSpec<String> field = Types.string().since("1.1").removedIn("1.2");

        assertThat(down("1.2", field).losses()).isEmpty();
        assertThat(up("1.2", field).losses()).isEmpty();
    }

    @Test
    void nameThatAnotherFieldTook_isAnotherField() {
        ObjectType<DynamicObject> type = type("Tag", "1.1", fields -> {
            Field<?> any = fields.field("other", Types.string().renamedFrom("name", "1.1"));
            assertThat(any.name()).isEqualTo("other");
            fields.field("name", Types.longInteger().since("1.1"));
        });
        Compatibility facts = Compatibility.of(Locks.of(type)
                .release("old", "Tag 1.0")
                .release("new", "Tag 1.1")
                .lock());

        assertThat(facts.between("new", "old").passages().get(TAG).losses())
                .containsExactly(loss(Loss.Kind.FIELD_LEFT_OUT, "1.1"));
        assertThat(facts.between("old", "new").passages().get(TAG).losses())
                .containsExactly(loss(Loss.Kind.FIELD_UNSET, "1.1"));
    }

    @Test
    void stepWithOwnCode_isSaid() {
        ObjectType<DynamicObject> type = type("Tag", "1.1", fields -> {
            fields.field("id", Types.longInteger());
            fields.step("1.1", each -> {}, each -> {});
        });
        Compatibility facts = Compatibility.of(Locks.of(type)
                .release("old", "Tag 1.0")
                .release("new", "Tag 1.1")
                .lock());

        assertThat(facts.pairs())
                .allSatisfy(pair -> assertThat(pair.passages().get(TAG).losses())
                        .containsExactly(Loss.of(Loss.Kind.OWN_CODE, Version.parse("1.1"), null)));
    }

    @Test
    void olderOfBothVersions_travels() {
        Passage down = down("1.3", Types.string().since("1.1"));

        assertThat(down.sent()).hasToString("1.3");
        assertThat(down.travelling()).hasValue(Version.parse("1.0"));
        assertThat(up("1.3", Types.string().since("1.1")).travelling()).hasValue(Version.parse("1.0"));
    }

    @Test
    void typesThatTheReceiverCannotRead_areRefused_alsoInsideOthers() {
        ObjectType<DynamicObject> one = type("Tag", "1.0", fields -> fields.field("id", Types.longInteger()));
        ObjectType<DynamicObject> two = type("Tag", "2.0", fields -> fields.field("id", Types.string()));
        ObjectType<DynamicObject> box =
                type("Box", "1.0", fields -> fields.field("tags", Types.listOf(Types.object("demo", "Tag"))));
        Compatibility facts = Compatibility.of(Locks.of(one, two, box)
                .release("old", "Tag 1.0", "Box 1.0")
                .release("new", "Tag 2.0", "Box 1.0")
                .release("bare", "Box 1.0")
                .lock());

        assertThat(facts.between("old", "new").passages().get(TAG).losses())
                .containsExactly(Loss.of(Loss.Kind.OTHER_MAJOR, Version.parse("1.0"), null, "2.0"));
        assertThat(facts.between("old", "new").passages().get(TAG).travelling()).isEmpty();
        Compatibility.Pair toBare = facts.between("old", "bare");
        assertThat(toBare.passages().get(TAG).losses())
                .containsExactly(Loss.of(Loss.Kind.UNKNOWN_TYPE, Version.parse("1.0"), null));
        assertThat(toBare.passages().get(new LockedType.Id("demo", "Box", 1)).losses())
                .containsExactly(Loss.of(Loss.Kind.NESTED_REFUSED, Version.parse("1.0"), "tags", "demo.Tag 1"));
        assertThat(toBare.counts())
                .containsExactly(Map.entry(Passage.Verdict.NEVER, 1), Map.entry(Passage.Verdict.MAY_FAIL, 1));
        assertThat(facts.between("bare", "old").counts()).containsExactly(Map.entry(Passage.Verdict.WHOLE, 1));
    }

    @Test
    void whatIsInTheMaking_comesLast() {
        Locks locks = Locks.of(
                type("Tag", "1.1", fields -> fields.field("name", Types.string().since("1.1"))));

        assertThat(Compatibility.of(locks.release("old", "Tag 1.0").lock()).releases())
                .containsExactly("old", "in the making");
        assertThat(Compatibility.of(locks.release("new", "Tag 1.1").lock()).releases())
                .containsExactly("old", "new");
    }

    @Test
    void eachVersion_isToldBesideTheOneBefore() {
        Compatibility facts = Compatibility.of(Locks.of(type("Tag", "1.1", fields -> {
                    fields.field("name", Types.string().since("1.1"));
                }))
                .release("old", "Tag 1.0")
                .lock());

        assertThat(facts.types())
                .singleElement()
                .satisfies(type -> assertThat(type.steps()).singleElement().satisfies(step -> {
                    assertThat(step.version()).hasToString("1.1");
                    assertThat(step.down().losses()).containsExactly(loss(Loss.Kind.FIELD_LEFT_OUT, "1.1"));
                    assertThat(step.up().losses()).containsExactly(loss(Loss.Kind.FIELD_UNSET, "1.1"));
                }));
    }

    @Test
    void unknownPair_isRefused() {
        assertThatThrownBy(() -> Compatibility.of(VersionLock.empty()).between("1", "2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no pair of 1 and 2; the releases are []");
    }
}
