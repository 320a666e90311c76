package org.versionedobjects.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.types.Types;

class VersionPlanTest {
    private static final ObjectType.Definition<DynamicObject> DEFINE = ObjectType.dynamic("demo", "Thing");
    private static final Field<Long> LATE =
            DEFINE.field("late", Types.longInteger().since("1.2"));
    private static final Field<Long> FIRST = DEFINE.field("first", Types.longInteger());
    private static final Field<Long> PATCHED =
            DEFINE.field("patched", Types.longInteger().since("1.1.3"));
    private static final ObjectType<DynamicObject> TYPE = DEFINE.version("1.3");

    private static List<String> written(String version) {
        return names(VersionPlan.toWrite(TYPE, Version.parse(version)));
    }

    private static List<String> read(String version) {
        return names(VersionPlan.toRead(TYPE, Version.parse(version)));
    }

    private static List<String> names(VersionPlan plan) {
        return plan.fields().stream().map(PlannedField::name).toList();
    }

    @Test
    void toWrite_hasTheFieldsOfTheVersion_inTheOrderOfTheWire() {
        assertThat(written("1.0")).containsExactly("first");
        assertThat(written("1.1")).containsExactly("first");
        assertThat(written("1.1.3")).containsExactly("first", "patched");
        assertThat(written("1.2")).containsExactly("late", "first", "patched");
        assertThat(written("1.3")).containsExactly("late", "first", "patched");
    }

    @Test
    void toWrite_versionsThatNoHistoryNames_areThereToo() {
        assertThat(written("1.2.99")).containsExactly("late", "first", "patched");
        assertThat(written("1.0.7")).containsExactly("first");
    }

    @Test
    void toWrite_patchZero_isTheSameVersion_writtenAsGiven() {
        VersionPlan plan = VersionPlan.toWrite(TYPE, Version.parse("1.3.0"));

        assertThat(plan.version()).hasToString("1.3.0");
        assertThat(names(plan)).isEqualTo(written("1.3"));
    }

    @Test
    void toWrite_aboveTheObject_isRefused_evenByAPatch() {
        assertThatThrownBy(() -> written("1.3.1"))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessage("[IncompatibleVersion] demo.Thing 1.3: a version above the object's own cannot be written:"
                        + " expected at most 1.3 of major 1 but was 1.3.1");
        assertThatThrownBy(() -> written("1.4")).isInstanceOf(IncompatibleVersionException.class);
    }

    @Test
    void anotherMajor_isRefused_bothWays() {
        assertThatThrownBy(() -> written("2.0")).hasMessageContaining("another major version is another type");
        assertThatThrownBy(() -> written("0.9")).hasMessageContaining("another major version is another type");
        assertThatThrownBy(() -> read("2.0")).isInstanceOf(IncompatibleVersionException.class);
        assertThatThrownBy(() -> read("0.9")).isInstanceOf(IncompatibleVersionException.class);
    }

    @Test
    void toRead_anyPatchOfAKnownMinor() {
        assertThat(read("1.3.77")).containsExactly("late", "first", "patched");
        assertThat(read("1.1.2")).containsExactly("first");
        assertThat(read("1.1.4")).containsExactly("first", "patched");
    }

    @Test
    void toRead_newerMinor_isRefusedWithTheCure() {
        assertThatThrownBy(() -> read("1.4"))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining("the object is newer than this application")
                .hasMessageEndingWith("ask the sender for demo.Thing 1.3, by a manifest that names it");
    }

    @Test
    void has_isBySlot() {
        VersionPlan plan = VersionPlan.toWrite(TYPE, Version.of(1, 0));

        assertThat(plan.has(TYPE.slot(FIRST))).isTrue();
        assertThat(plan.has(TYPE.slot(LATE))).isFalse();
        assertThat(plan.has(TYPE.slot(PATCHED))).isFalse();
        assertThat(plan.type()).isSameAs(TYPE);
    }

    @Test
    void toString_saysWhatIsLeftOut() {
        assertThat(VersionPlan.toWrite(TYPE, Version.of(1, 0)))
                .hasToString("demo.Thing 1.3 at 1.0: without late, patched");
        assertThat(VersionPlan.toWrite(TYPE, Version.of(1, 3))).hasToString("demo.Thing 1.3 at 1.3: all fields");
    }
}
