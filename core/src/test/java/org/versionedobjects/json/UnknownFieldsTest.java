package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.IncompatibleVersionException;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.types.Types;

/** What is done with objects of a newer minor version: refused, read without what is not known, or carried along. */
class UnknownFieldsTest {
    private static final String NEWER = """
            {"versioned_object.name":"Thing","versioned_object.namespace":"demo","versioned_object.version":"1.4",\
            "versioned_object.data":{"name":"a","owner":{"id":[1,null,2.5]},"tag":"x"},\
            "versioned_object.changes":["tag","name"]}""";

    private static final ObjectType.Definition<DynamicObject> DEFINE = ObjectType.dynamic("demo", "Thing");
    private static final Field<String> NAME = DEFINE.field("name", Types.string());
    private static final Field<Long> LATE =
            DEFINE.field("late", Types.longInteger().since("1.3"));
    private static final ObjectType<DynamicObject> TYPE = DEFINE.version("1.3");
    private static final ObjectRegistry REGISTRY = ObjectRegistry.of(TYPE);

    private static final ObjectCodec CARRYING =
            ObjectCodec.builder(REGISTRY).carryUnknownFields(1_000).build();
    private static final ObjectCodec IGNORING =
            ObjectCodec.builder(REGISTRY).readNewerMinors().build();

    @Test
    void byDefault_aNewerMinorIsRefused() {
        assertThatThrownBy(() -> ObjectCodec.of(REGISTRY).fromJson(NEWER))
                .isInstanceOf(IncompatibleVersionException.class)
                .hasMessageContaining("the object is newer than this application");
    }

    @Test
    void ignored_theObjectIsOfThisVersionFromThenOn() {
        DynamicObject read = IGNORING.fromJson(TYPE, NEWER);

        assertThat(read.get(NAME)).isEqualTo("a");
        assertThat(read.readVersion()).hasToString("Optional[1.4]");
        assertThat(IGNORING.toJson(read))
                .contains("\"versioned_object.version\":\"1.3\"", "\"versioned_object.changes\":[\"name\"]")
                .doesNotContain("owner", "tag");
    }

    @Test
    void carried_theyGoBack_inTheVersionTheyCameIn() {
        DynamicObject read = CARRYING.fromJson(TYPE, NEWER);

        assertThat(CARRYING.toJson(read)).isEqualTo(NEWER.replace("[\"tag\",\"name\"]", "[\"name\",\"tag\"]"));
        assertThat(CARRYING.toJson(TYPE.copyOf(read))).isEqualTo(CARRYING.toJson(read));
        assertThat(CARRYING.fromPrimitive(CARRYING.toPrimitive(read)).sameState(read))
                .isTrue();
    }

    @Test
    void carried_whatIsKnownCanBeChanged() {
        DynamicObject read = CARRYING.fromJson(TYPE, NEWER.replace(",\"name\"]", "]"));
        read.set(NAME, "b");
        read.set(LATE, 3L);

        assertThat(CARRYING.toJson(read))
                .contains("\"name\":\"b\",\"late\":3,\"owner\":{\"id\":[1,null,2.5]},\"tag\":\"x\"")
                .contains("\"versioned_object.version\":\"1.4\"")
                .endsWith("\"versioned_object.changes\":[\"name\",\"late\",\"tag\"]}");
    }

    @Test
    void carried_whoeverReadsOnlyOlderVersions_doesNotGetThem() {
        DynamicObject read = CARRYING.fromJson(TYPE, NEWER);

        for (String target : new String[] {"1.3", "1.2"}) {
            assertThat(CARRYING.at(target).toJson(read))
                    .contains(
                            "\"versioned_object.version\":\"" + target + "\"",
                            "\"versioned_object.changes\":[\"name\"]")
                    .doesNotContain("owner", "tag");
            assertThat(CARRYING.forPeer(VersionManifest.of("Thing", target)).toJson(read))
                    .isEqualTo(CARRYING.at(target).toJson(read));
        }
        assertThat(CARRYING.forPeer(VersionManifest.of("Thing", "1.4")).toJson(read))
                .isEqualTo(CARRYING.toJson(read));
        assertThat(ObjectCodec.builder(REGISTRY)
                        .pin("old", VersionManifest.of("Thing", "1.3"))
                        .build()
                        .toJson(read))
                .doesNotContain("owner", "tag");
    }

    @Test
    void carried_onlyWhatIsNewer() {
        String known = NEWER.replace("\"1.4\"", "\"1.3\"");

        assertThat(CARRYING.toJson(CARRYING.fromJson(known))).doesNotContain("owner", "tag");
        assertThat(CARRYING.toJson(CARRYING.fromJson(NEWER.replace("\"1.4\"", "\"1.3.1\""))))
                .contains("\"1.3.1\"", "owner", "tag");
    }

    @Test
    void carried_isComparedWithTheState() {
        DynamicObject carrying = CARRYING.fromJson(TYPE, NEWER);
        DynamicObject ignoring = IGNORING.fromJson(TYPE, NEWER);

        assertThat(carrying.differencesFrom(ignoring))
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .contains("unknown fields of version 1.4: [owner, tag]", "no unknown fields");
    }

    @Test
    void carried_upToTheBound() {
        String exact = NEWER.replace("{\"id\":[1,null,2.5]}", "\"123456789\""); // owner, 9, tag, 1
        assertThat(ObjectCodec.builder(REGISTRY)
                        .carryUnknownFields(5 + 9 + 3 + 1)
                        .build()
                        .fromJson(exact))
                .isNotNull();
        assertThatThrownBy(() -> ObjectCodec.builder(REGISTRY)
                        .carryUnknownFields(5 + 9 + 3)
                        .build()
                        .fromJson(exact))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage(
                        "[LimitExceeded] demo.Thing 1.3 at tag: expected fields that are not known here of at most 17"
                                + " characters but was more; raise what is given to carryUnknownFields");
        assertThatThrownBy(() -> ObjectCodec.builder(REGISTRY).carryUnknownFields(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
