package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Field;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.json.ObjectCodec;

class SoftDeletableTest {
    private static final Instant THEN = Instant.parse("2026-11-24T10:00:00Z");

    static final class KeyPair extends VersionedObject implements Timestamps, SoftDeletable {
        private static final ObjectType.Definition<KeyPair> DEFINE =
                ObjectType.define(KeyPair.class, "compute", "KeyPair", KeyPair::new);
        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final ObjectType<KeyPair> TYPE = DEFINE.include(Timestamps.MIXIN)
                .include(SoftDeletable.MIXIN, "1.1")
                .version("1.1");

        KeyPair() {
            super(TYPE);
        }
    }

    private static final ObjectCodec CODEC = ObjectCodec.of(ObjectRegistry.of(KeyPair.TYPE));

    private static KeyPair deleted() {
        return KeyPair.TYPE
                .with(KeyPair.NAME, "mine")
                .with(SoftDeletable.DELETED, true)
                .with(SoftDeletable.DELETED_AT, THEN)
                .build();
    }

    @Test
    void accessors_ofDeletedObject_sayWhen() {
        KeyPair pair = deleted();

        assertThat(pair.isDeleted()).isTrue();
        assertThat(pair.deletedAt()).isEqualTo(THEN);
    }

    @Test
    void setDefaults_onNewObject_isNotDeleted() {
        KeyPair pair = new KeyPair();
        assertThat(pair.isSet(SoftDeletable.DELETED)).isFalse();
        pair.setDefaults();

        assertThat(pair.isDeleted()).isFalse();
        assertThat(pair.isSet(SoftDeletable.DELETED_AT)).isFalse();
    }

    @Test
    void deletedAt_ofLivingObject_isNull() {
        KeyPair pair = KeyPair.TYPE.with(SoftDeletable.DELETED_AT, null).build();

        assertThat(pair.deletedAt()).isNull();
    }

    @Test
    void wire_ofDeletedObject_isReadBack() {
        KeyPair read = CODEC.fromJson(KeyPair.TYPE, CODEC.toJson(deleted()));

        assertThat(read.isDeleted()).isTrue();
        assertThat(read.deletedAt()).isEqualTo(THEN);
    }

    @Test
    void wire_toPeerBeforeTheMixin_isWithoutIt() {
        String json = CODEC.forPeer(VersionManifest.of("KeyPair", "1.0")).toJson(deleted());

        assertThat(json).contains("\"name\":\"mine\"").doesNotContain("deleted");
    }
}
