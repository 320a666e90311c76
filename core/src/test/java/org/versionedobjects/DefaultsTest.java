package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Fleet.Ship;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

class DefaultsTest {
    static final class Notice extends VersionedObject {
        private static final ObjectType.Definition<Notice> DEFINE =
                ObjectType.define(Notice.class, "fleet", "Notice", Notice::new);
        static final Field<String> LEVEL = DEFINE.field("level", Types.string().defaultsTo("info"));
        static final Field<String> TEXT = DEFINE.field("text", Types.string());
        static final ObjectType<Notice> TYPE = DEFINE.ephemeral().version("1.0");

        Notice() {
            super(TYPE);
        }
    }

    @Test
    void newObject_hasNoDefaults_unlessItsTypeIsEphemeral() {
        assertThat(new Ship().isSet(Ship.CREW)).isFalse();
        assertThat(new Notice().get(Notice.LEVEL)).isEqualTo("info");
        assertThat(new Notice().isChanged(Notice.LEVEL)).isTrue();
    }

    @Test
    void ephemeralObject_thatIsRead_hasOnlyWhatWasWritten() {
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(Notice.TYPE));
        Notice notice = new Notice();
        notice.unset(Notice.LEVEL);
        notice.set(Notice.TEXT, "fog");

        Notice read = codec.fromJson(Notice.TYPE, codec.toJson(notice));

        assertThat(read.isSet(Notice.LEVEL)).isFalse();
        assertThat(((Notice) notice.copy()).isSet(Notice.LEVEL)).isFalse();
    }

    @Test
    void setDefaults_setsOnlyUnsetFields_asChanges() {
        Ship ship = new Ship();
        ship.set(Ship.CREW, 1L);

        ship.setDefaults();

        assertThat(ship.get(Ship.CREW)).isEqualTo(1L);
        assertThat(ship.get(Ship.TAGS)).containsExactly("new");
        assertThat(ship.changes().fields()).containsExactly(Ship.CREW, Ship.TAGS);
    }

    @Test
    void setDefaults_ofSomeFields_leavesTheOthersUnset() {
        Ship ship = new Ship();

        ship.setDefaults(Ship.TAGS);

        assertThat(ship.isSet(Ship.CREW)).isFalse();
        assertThat(ship.get(Ship.TAGS)).containsExactly("new");
    }

    @Test
    void setDefaults_ofAFieldWithoutOne_isRefusedAndSetsNothing() {
        Ship ship = new Ship();

        assertThatThrownBy(() -> ship.setDefaults(Ship.CREW, Ship.NAME))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("[InvalidValue] fleet.Ship 1.3 at name: the field has no default");
        assertThat(ship.isSet(Ship.CREW)).isFalse();
    }

    @Test
    void null_underTheOsloProfile_becomesTheDefaultOfAFieldThatCannotBeNull() {
        Ship ship = new Ship();

        ship.setFrom(Ship.CREW, null, Profile.OSLO);
        assertThat(ship.get(Ship.CREW)).isEqualTo(7L);
        assertThatThrownBy(() -> ship.setFrom(Ship.CREW, null)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> ship.setFrom(Ship.NAME, null, Profile.OSLO)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void nullInAnEnvelope_becomesTheDefault_underTheOsloProfileOnly() {
        String json = ObjectCodec.of(Fleet.REGISTRY)
                .toJson(Ship.TYPE.with(Ship.CREW, 1L).build())
                .replace(":1,", ":null,")
                .replace(":1}", ":null}");
        ObjectCodec oslo =
                ObjectCodec.builder(Fleet.REGISTRY).profile(Profile.OSLO).build();

        assertThat(oslo.fromJson(Ship.TYPE, json).get(Ship.CREW)).isEqualTo(7L);
        assertThatThrownBy(() -> ObjectCodec.of(Fleet.REGISTRY).fromJson(json))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void defaults_areNotShared() {
        Ship one = new Ship();
        Ship other = new Ship();
        one.setDefaults();
        other.setDefaults();
        one.edit(Ship.TAGS, tags -> tags.add("old"));

        assertThat(other.get(Ship.TAGS)).isEqualTo(List.of("new"));
    }
}
