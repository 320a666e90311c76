package org.versionedobjects.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.InvalidDefinitionException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.ValueChange;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

/** The blocks of the page on versions and history. */
class VersionsTest {
    enum Tier {
        STANDARD,
        PREMIUM
    }

    // tag::model[]
    static final class Quota extends VersionedObject {
        private static final ObjectType.Definition<Quota> DEFINE =
                ObjectType.define(Quota.class, "limits", "Quota", Quota::new);

        // 1.1: a new field
        static final Field<String> REGION =
                DEFINE.field("region", Types.string().since("1.1"));
        // 1.2: another name, and kibibytes became bytes
        static final Field<Long> BYTES = DEFINE.field(
                "bytes",
                Types.longInteger()
                        .renamedFrom("limit", "1.2")
                        .changedIn("1.2", Types.longInteger(), Quota::toKibibytes, kibibytes -> kibibytes * 1024));
        // 1.3: a new value, and a field that went
        static final Field<Tier> TIER =
                DEFINE.field("tier", Types.enumOf(Tier.class).added("1.3", Tier.PREMIUM, Tier.STANDARD));
        static final Field<Boolean> HARD =
                DEFINE.field("hard", Types.bool().removedIn("1.3").fill(true));

        static final ObjectType<Quota> TYPE = DEFINE.version("1.3");

        private static Long toKibibytes(Long bytes) {
            if (bytes % 1024 != 0) {
                throw new IllegalArgumentException(bytes + " bytes are no whole kibibytes");
            }
            return bytes / 1024;
        }

        Quota() {
            super(TYPE);
        }
    }
    // end::model[]

    private static final ObjectRegistry REGISTRY = ObjectRegistry.of(Quota.TYPE);
    private static final ObjectCodec CODEC = ObjectCodec.of(REGISTRY);

    private static Quota quota(long bytes) {
        return Quota.TYPE
                .with(Quota.REGION, "north")
                .with(Quota.BYTES, bytes)
                .with(Quota.TIER, Tier.PREMIUM)
                .build();
    }

    @Test
    void olderPeers() {
        // tag::older[]
        Quota quota = Quota.TYPE
                .with(Quota.REGION, "north")
                .with(Quota.BYTES, 4096L)
                .with(Quota.TIER, Tier.PREMIUM)
                .build();

        assertThat(CODEC.at("1.2").toJson(quota))
                .contains("{\"region\":\"north\",\"bytes\":4096,\"tier\":\"STANDARD\",\"hard\":true}");
        assertThat(CODEC.at("1.0").toJson(quota))
                .contains("{\"limit\":4,\"tier\":\"STANDARD\",\"hard\":true}")
                .contains("\"versioned_object.changes\":[\"limit\",\"tier\"]");
        // end::older[]
    }

    @Test
    void upgrade() {
        String json = CODEC.at("1.0").toJson(quota(4096));

        // tag::upgrade[]
        Quota read = CODEC.fromJson(Quota.TYPE, json); // which a 1.0 wrote
        assertThat(read.get(Quota.BYTES)).isEqualTo(4096L);
        assertThat(read.isSet(Quota.REGION)).isFalse(); // 1.0 had none
        assertThat(read.get(Quota.HARD)).isTrue(); // readable, and gone from what is written
        assertThat(read.readVersion()).hasToString("Optional[1.0]");
        // end::upgrade[]
    }

    @Test
    void cannot() {
        // tag::cannot[]
        assertThatThrownBy(() -> CODEC.at("1.1").toJson(quota(1000)))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageStartingWith("[IncompatibleVersion] limits.Quota 1.3 at bytes:"
                        + " a value cannot be expressed before version 1.2")
                .hasMessageEndingWith("1000 bytes are no whole kibibytes");
        // end::cannot[]
    }

    // tag::failing[]
    static ObjectType<?> rack(ValueChange<Long, @Nullable String> change) {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("limits", "Rack");
        define.field("height", Types.longInteger().changedIn("1.1", change)); // a text that might be null until then
        return define.version("1.1");
    }

    @Test
    void contradiction() {
        ValueChange<Long, @Nullable String> change =
                ValueChange.of(Types.string().nullable(), String::valueOf, Long::valueOf);

        assertThatThrownBy(() -> ObjectRegistry.of(rack(change)))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("the field height could be null before 1.1 and cannot be since;"
                        + " say what null becomes by ValueChange.nullUp");

        ObjectRegistry.of(rack(change.nullUp(0L))); // the cure
    }
    // end::failing[]

    @Test
    void explain() {
        // tag::explain[]
        assertThat(REGISTRY.explain(Quota.TYPE, "1.3", "1.0")).isEqualTo("""
                limits.Quota from 1.3 to 1.0
                  1.3 to the one before: values of tier that came with 1.3 become older ones; \
                hard is there, true where an older peer sent nothing
                  1.2 to the one before: bytes becomes an integer of 64 bits; bytes is called limit
                  1.1 to the one before: region is left out
                """);
        // end::explain[]
    }

    // tag::step[]
    static final class Person extends VersionedObject {
        private static final ObjectType.Definition<Person> DEFINE =
                ObjectType.define(Person.class, "people", "Person", Person::new);
        static final Field<String> GIVEN = DEFINE.field("given", Types.string().removedIn("1.1"));
        static final Field<String> FAMILY =
                DEFINE.field("family", Types.string().removedIn("1.1"));
        static final Field<String> NAME = DEFINE.field("name", Types.string().since("1.1"));

        static final ObjectType<Person> TYPE = DEFINE.step(
                        "1.1",
                        down -> {
                            if (down.isSet("name")) {
                                String[] parts = down.get("name", String.class).split(" ", 2);
                                down.put("given", parts[0]);
                                down.put("family", parts[1]);
                            }
                        },
                        up -> {
                            if (up.isSet("given") && up.isSet("family")) {
                                up.put("name", up.get("given") + " " + up.get("family"));
                            }
                        })
                .version("1.1");

        Person() {
            super(TYPE);
        }
    }
    // end::step[]

    @Test
    void steps() {
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(Person.TYPE));
        Person person = Person.TYPE.with(Person.NAME, "Ada Lovelace").build();
        String older = codec.at("1.0").toJson(person);

        assertThat(older).contains("{\"given\":\"Ada\",\"family\":\"Lovelace\"}", "[\"given\",\"family\"]");
        assertThat(codec.fromJson(Person.TYPE, older).get(Person.NAME)).isEqualTo("Ada Lovelace");
    }

    @Test
    void carry() {
        ObjectType.Definition<org.versionedobjects.DynamicObject> define = ObjectType.dynamic("limits", "Quota");
        define.field("region", Types.string());
        ObjectType<org.versionedobjects.DynamicObject> older = define.version("1.1");
        String newer = CODEC.toJson(quota(4096));

        // tag::carry[]
        ObjectCodec carrying = ObjectCodec.builder(ObjectRegistry.of(older)) // knows Quota 1.1
                .carryUnknownFields(10_000)
                .build();
        VersionedObject read = carrying.fromJson(newer); // a Quota 1.3
        assertThat(carrying.toJson(read)).isEqualTo(newer);
        // end::carry[]
    }
}
