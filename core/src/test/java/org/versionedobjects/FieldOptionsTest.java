package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.types.Types;

class FieldOptionsTest {
    private static final ObjectType.Definition<DynamicObject> DEFINE = ObjectType.dynamic("library", "Account");
    private static final List<String> WORDS = new ArrayList<>(List.of("x"));
    private static final Field<String> PASSWORD =
            DEFINE.field("password", Types.string().secret());
    private static final Field<Long> PIN =
            DEFINE.field("pin", Types.longInteger().secret());
    private static final Field<Map<String, Long>> PINS =
            DEFINE.field("pins", Types.mapOf(Types.longInteger()).secret());
    private static final Field<String> UUID =
            DEFINE.field("uuid", Types.string().secret());
    private static final Field<Long> LIMIT =
            DEFINE.field("limit", Types.longInteger().defaultsTo(10L));
    private static final Field<@Nullable String> MODE =
            DEFINE.field("mode", Types.string().nullable().defaultsTo(null));
    private static final Field<List<String>> LISTS =
            DEFINE.field("lists", Types.listOf(Types.string()).defaultsTo(WORDS));
    private static final Field<Long> NUMBER =
            DEFINE.field("number", Types.longInteger().readOnly().defaultsTo(1L));
    private static final ObjectType<DynamicObject> TYPE = DEFINE.version("1.0");

    private final DynamicObject account = TYPE.newObject();

    // ---- secret ----

    @Test
    void secret_isMaskedInToString() {
        account.set(PASSWORD, "hunter2");
        account.set(PIN, 4321L);

        assertThat(account).hasToString("Account 1.0{password=***, pin=***}");
    }

    @Test
    void secret_isMaskedInChanges_beforeAndAfter() {
        account.set(PASSWORD, "hunter2");
        account.resetChanges();
        account.set(PASSWORD, "hunter3");

        assertThat(account.changes()).hasToString("library.Account 1.0{password: *** → ***}");
    }

    @Test
    void secret_isMaskedInExceptions() {
        Throwable refused = catchThrowable(() -> account.setFrom(PIN, "4321x"));

        assertThat(refused)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at pin: expected an integer of 64 bits but was ***")
                .hasNoCause();
        assertThat(refused.toString()).doesNotContain("4321");
    }

    @Test
    void secretMap_isMaskedInExceptions_keysIncluded() {
        Throwable refused = catchThrowable(() -> account.setFrom(PINS, Map.of("hunter2", "4321x")));

        assertThat(refused)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("library.Account 1.0 at pins")
                .hasMessageNotContainingAny("hunter2", "4321");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"hunter2\": \"4321x\"}", "{\"hunter2\": 4321, \"hunter2\": 4321}"})
    void secretMap_isMaskedInExceptionsOfReading_keysIncluded(String pins) {
        String json = "{\"versioned_object.name\": \"Account\", \"versioned_object.namespace\": \"library\","
                + "\"versioned_object.version\": \"1.0\", \"versioned_object.data\": {\"pins\": " + pins + "}}";
        ObjectCodec codec = ObjectCodec.of(ObjectRegistry.of(TYPE));

        assertThatThrownBy(() -> codec.fromJson(json))
                .isInstanceOf(VersionedObjectException.class)
                .hasMessageContaining("library.Account 1.0 at pins")
                .hasMessageNotContainingAny("hunter2", "4321");
    }

    @Test
    void secret_isMaskedInTheLabelOfANestedObject() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("library", "Holder");
        Field<VersionedObject> held = define.field("held", Types.object("library", "Account"));
        account.set(UUID, "hunter2");

        assertThat(define.version("1.0").with(held, account).build()).hasToString("Holder 1.0{held=Account(***)}");
    }

    @Test
    void secret_isNoSecretToTheProgram() {
        account.set(PASSWORD, "hunter2");

        assertThat(account.get(PASSWORD)).isEqualTo("hunter2");
        assertThat(account.changes().after().get(PASSWORD)).isEqualTo("hunter2");
        assertThat(PASSWORD.spec().isSecret()).isTrue();
    }

    // ---- defaults ----

    @Test
    void defaults_areNotAppliedByThemselves() {
        assertThat(account).hasToString("Account 1.0{}");
        assertThat(StateAccess.newForLoading(TYPE)).hasToString("Account 1.0{}");
    }

    @Test
    void setDefaults_setsWhatIsUnset_null_included() {
        account.setDefaults();

        assertThat(account).hasToString("Account 1.0{limit=10, lists=['x'], mode=null, number=1}");
        assertThat(account.changes().fields()).isEqualTo(List.of(LIMIT, MODE, LISTS, NUMBER));
    }

    @Test
    void setDefaults_leavesWhatIsSet() {
        account.set(LIMIT, 3L);
        account.set(MODE, "m");
        account.setDefaults();

        assertThat(account.get(LIMIT)).isEqualTo(3L);
        assertThat(account.get(MODE)).isEqualTo("m");
    }

    @Test
    void setDefaults_ofTheBaseline_isNoChange() {
        StateAccess.load(account, LIMIT, 10L);
        account.unset(LIMIT);
        account.setDefaults();

        assertThat(account.get(LIMIT)).isEqualTo(10L);
        assertThat(account.isChanged(LIMIT)).isFalse();
    }

    @Test
    void defaultCollections_areNotShared() {
        DynamicObject other = TYPE.newObject();
        account.setDefaults();
        other.setDefaults();
        account.edit(LISTS, words -> words.add("y"));

        assertThat(other.get(LISTS)).containsExactly("x");
        assertThat(WORDS).containsExactly("x");
        assertThat(LISTS.spec().defaultValue()).containsExactly("x");
    }

    @Test
    void defaultValue_ofAFieldWithoutOne_isRefused() {
        assertThat(PIN.spec().hasDefault()).isFalse();
        assertThatThrownBy(() -> PIN.spec().defaultValue())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hasDefault");
    }

    @Test
    void options_makeNewSpecs() {
        FieldSpec<Long> plain = FieldSpec.of(Types.longInteger());
        FieldSpec<Long> all = plain.readOnly().secret().since("1.1").defaultsTo(1L);

        assertThat(plain.isReadOnly() || plain.isSecret() || plain.hasDefault()).isFalse();
        assertThat(all.isReadOnly() && all.isSecret() && all.hasDefault()).isTrue();
        assertThat(all.since()).isEqualTo("1.1");
        assertThat(all.type()).isSameAs(plain.type());
    }
}
