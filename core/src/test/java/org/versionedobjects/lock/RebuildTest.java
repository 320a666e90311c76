package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidDefinitionException;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.AnyTypes;
import org.versionedobjects.types.Timestamps;
import org.versionedobjects.types.Types;

/** Types that are made of what a lock says of them. */
class RebuildTest {
    private static final ObjectRegistry FAMILY = family();
    private static final LockedType.Id BASE = new LockedType.Id("demo", "Base", 1);
    private static final LockedType.Id CHILD = new LockedType.Id("demo", "Child", 1);

    private static ObjectRegistry family() {
        ObjectType.Definition<DynamicObject> base = ObjectType.dynamic("demo", "Base");
        base.field("id", Types.longInteger().readOnly());
        base.field("zone", Types.string().since("1.1"));
        ObjectType<DynamicObject> baseType = base.version("1.1");
        ObjectType.Definition<DynamicObject> child = ObjectType.dynamicExtending(baseType, "demo", "Child");
        child.field("name", Types.string().defaultsTo("none"));
        child.include(Timestamps.MIXIN, "1.2");
        child.ephemeral();
        child.inherits("1.0", "1.0").inherits("1.1", "1.1");
        ObjectType.Definition<ObjectList<VersionedObject>> list = ObjectType.defineList(
                "demo", "BaseList", Types.object("demo", "Base").orSubtypes());
        list.field("next", Types.string().nullable().since("1.1"));
        ObjectType.Definition<DynamicObject> holder = ObjectType.dynamic("demo", "Holder");
        holder.field(
                "first",
                Types.object("demo", "Base").orSubtypes().child("1.0", "1.0").child("1.1", "1.1"));
        holder.field("all", Types.object("demo", "BaseList").nullable().since("1.1"));
        holder.field("code", Types.secretString().defaultsTo("0000").secret());
        return ObjectRegistry.of(baseType, child.version("1.2"), list.version("1.1"), holder.version("1.1"));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void everyVersion_isOnTheWireAsItWas(Profile profile) {
        new RebuiltTypes(FAMILY, profile).check();
        new RebuiltTypes(LockModels.FIRST, profile).check();
        new RebuiltTypes(LockModels.SECOND, profile).check();
        new RebuiltTypes(LockModels.ODD, profile).check();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyField_isOnTheWireAsItWas(long seed) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Any");
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            FieldType<?> type = AnyTypes.any(random).type();
            if (isDescribed(type.description(reference -> List.of()))) {
                define.field("f" + i, type);
            }
        }

        new RebuiltTypes(ObjectRegistry.of(define.version("1.0")), Profile.STRICT).check();
    }

    /** Nobody but its code knows the schema of a type of an application's own. */
    private static boolean isDescribed(TypeDescription type) {
        TypeDescription element = type.element();
        return !type.kind().equals(TypeDescription.CUSTOM) && (element == null || isDescribed(element));
    }

    @Test
    void subtypes_standWhereTheirParentIsAccepted() {
        RebuiltTypes rebuilt = new RebuiltTypes(FAMILY, Profile.STRICT);
        DynamicObject child = object(FAMILY, "Child", Map.of("id", 1L, "zone", "a", "name", "b"));
        DynamicObject holder = object(FAMILY, "Holder", Map.of("first", child));

        rebuilt.checkObject(holder, Map.of());
        rebuilt.checkObject(child, Map.of(CHILD, Version.parse("1.0"), BASE, Version.parse("1.0")));
        assertThat(rebuilt.codec()
                        .registry()
                        .find("demo", "Child", 1)
                        .orElseThrow()
                        .parent())
                .hasToString("demo.Base 1.1");
    }

    @Test
    void aTypeWhoseParentIsAnother_hasItsFieldsItself() {
        VersionLock lock = VersionLock.of(FAMILY);

        ObjectRegistry rebuilt = lock.registryAt(Map.of(CHILD, Version.parse("1.1"), BASE, Version.parse("1.0")));

        ObjectType<?> child = rebuilt.find("demo", "Child", 1).orElseThrow();
        assertThat(child.parent()).isNull();
        assertThat(child.fields()).extracting(each -> each.name()).containsExactlyInAnyOrder("id", "zone", "name");
    }

    @SuppressWarnings("unchecked") // all but lists are dynamic
    private static DynamicObject object(ObjectRegistry registry, String name, Map<String, ?> values) {
        ObjectType<DynamicObject> type =
                (ObjectType<DynamicObject>) registry.find("demo", name, 1).orElseThrow();
        DynamicObject object = type.newObject();
        values.forEach(object::set);
        return object;
    }

    @Test
    void aListObject_holdsWhatItHeld() {
        ObjectCodec code = ObjectCodec.of(FAMILY);
        ObjectCodec rebuilt = new RebuiltTypes(FAMILY, Profile.STRICT).codec();
        VersionedObject list = FAMILY.find("demo", "BaseList", 1).orElseThrow().newObject();
        DynamicObject base = object(FAMILY, "Base", Map.of("id", 1L));
        list.byName().set("objects", List.of(base));
        list.byName().set("next", "x");

        VersionedObject read = rebuilt.fromPrimitive(code.toPrimitive(list));

        assertThat(read)
                .isInstanceOfSatisfying(
                        ObjectList.class, each -> assertThat((Iterable<?>) each).hasSize(1));
        assertThat(rebuilt.toPrimitive(read)).isEqualTo(code.toPrimitive(list));
    }

    @Test
    void aVersionBetweenTwoThatAreRecorded_isAsTheOlder() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Base");
        define.field("id", Types.longInteger());
        define.field("zone", Types.string().since("1.5"));
        VersionLock lock = VersionLock.of(ObjectRegistry.of(define.version("1.5")));

        ObjectRegistry rebuilt = lock.registryAt(Map.of(BASE, Version.parse("1.3")));

        assertThat(rebuilt.types()).hasToString("[demo.Base 1.3]");
        assertThat(rebuilt.types().get(0).fields()).hasSize(1);
    }

    @Test
    void aRelease_hasItsVersions() {
        VersionLock lock = VersionLock.of(LockModels.FIRST).released("1").updated(LockModels.SECOND);

        assertThat(lock.registry(lock.releases().get(0)).types()).hasToString("[demo.Consumer 1.0, demo.Project 1.0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "2.0", "0.9"})
    void aVersionThatIsNotRecorded_isRefused(String version) {
        VersionLock lock = VersionLock.of(FAMILY);

        assertThatThrownBy(() -> lock.registryAt(Map.of(BASE, Version.parse(version))))
                .isInstanceOf(UnknownObjectException.class)
                .hasMessage("[UnknownObject] demo.Base " + version + ": the lock has no such version");
    }

    @Test
    void aTypeWithoutWhatItRefersTo_isRefused() {
        VersionLock lock = VersionLock.of(FAMILY);

        assertThatThrownBy(() -> lock.registryAt(Map.of(new LockedType.Id("demo", "Holder", 1), Version.parse("1.0"))))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("the field first refers to demo.Base or a subtype, which is not registered");
    }

    @Test
    void defaults_areAsTheyWere_exceptSecretOnes() {
        ObjectRegistry rebuilt =
                new RebuiltTypes(FAMILY, Profile.STRICT).codec().registry();

        assertThat(object(rebuilt, "Child", Map.of()).get("name")).isEqualTo("none");
        assertThat(rebuilt.find("demo", "Holder", 1)
                        .orElseThrow()
                        .field("code")
                        .spec()
                        .hasDefault())
                .isFalse();
        assertThat(Set.copyOf(rebuilt.types())).hasSize(4);
    }
}
