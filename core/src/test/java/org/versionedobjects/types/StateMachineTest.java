package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.InvalidDefinitionException;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;

/** Which changes a field with transitions allows. */
class StateMachineTest {
    private static final EnumType<State> STATES = Types.enumOf(State.class)
            .transition(State.NEW, State.ACTIVE, State.ERROR)
            .transition(State.ACTIVE, State.GONE)
            .transition(State.ACTIVE, State.ERROR);
    private static final ChoiceType NAMES = Types.oneOf("new", "active", "gone").transition("new", "active", "gone");

    enum State {
        NEW,
        ACTIVE,
        ERROR,
        GONE
    }

    private static final class Server extends VersionedObject {
        private static final ObjectType.Definition<Server> DEFINE =
                ObjectType.define(Server.class, "test", "Server", Server::new);
        static final Field<State> STATE = DEFINE.field("state", STATES);
        static final ObjectType<Server> TYPE = DEFINE.version("1.0");

        Server() {
            super(TYPE);
        }
    }

    private static final class Misspelt extends VersionedObject {
        private static final ObjectType.Definition<Misspelt> DEFINE =
                ObjectType.define(Misspelt.class, "test", "Misspelt", Misspelt::new);

        static {
            DEFINE.field("state", NAMES.transition("nwe", "active"));
        }

        static final ObjectType<Misspelt> TYPE = DEFINE.version("1.0");

        Misspelt() {
            super(TYPE);
        }
    }

    private Server server;

    @BeforeEach
    void makeServer() {
        server = new Server();
        server.set(Server.STATE, State.NEW);
    }

    @Test
    void set_allowedState_isKept() {
        server.set(Server.STATE, State.ACTIVE);
        server.set(Server.STATE, State.GONE);

        assertThat(server.get(Server.STATE)).isEqualTo(State.GONE);
    }

    @Test
    void set_stateThatIsNotAllowed_isRefusedAndListsChoices() {
        assertThatThrownBy(() -> server.set(Server.STATE, State.GONE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("[InvalidValue] test.Server 1.0 at state: expected ACTIVE or ERROR after NEW but was GONE");
        assertThat(server.get(Server.STATE)).isEqualTo(State.NEW);
    }

    @Test
    void setFrom_stateThatIsNotAllowed_isRefused() {
        assertThatThrownBy(() -> server.setFrom(Server.STATE, "GONE")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void set_sameState_isNoChange() {
        server.resetChanges();

        server.set(Server.STATE, State.NEW);

        assertThat(server.changes().fields()).isEmpty();
    }

    @Test
    void set_unsetField_takesAnyState() {
        server.unset(Server.STATE);

        server.set(Server.STATE, State.GONE);

        assertThat(server.get(Server.STATE)).isEqualTo(State.GONE);
    }

    @Test
    void revert_goesBackWithoutARule() {
        server.resetChanges();
        server.set(Server.STATE, State.ACTIVE);

        server.revert();

        assertThat(server.get(Server.STATE)).isEqualTo(State.NEW);
    }

    @Test
    void checkChange_fromStateWithoutRule_isRefused() {
        assertThatThrownBy(() -> STATES.checkChange(State.GONE, State.NEW))
                .hasMessageContaining("expected no other value, since nothing comes after GONE but was NEW");
        assertThatCode(() -> STATES.checkChange(State.GONE, State.GONE)).doesNotThrowAnyException();
    }

    @Test
    void checkChange_withoutRules_isAllowed() {
        assertThatCode(() -> Types.enumOf(State.class).checkChange(State.GONE, State.NEW))
                .doesNotThrowAnyException();
        assertThatCode(() -> Types.oneOf("a", "b").checkChange("b", "a")).doesNotThrowAnyException();
    }

    @Test
    void checkChange_ofNamedConstants_namesThemAsOnTheWire() {
        assertThatThrownBy(() -> STATES.named(state -> "s_" + state.name()).checkChange(State.NEW, State.GONE))
                .hasMessageContaining("expected s_ACTIVE or s_ERROR after s_NEW but was s_GONE");
    }

    @Test
    void checkChange_ofNames_followsTheRules() {
        assertThatCode(() -> NAMES.checkChange("new", "gone")).doesNotThrowAnyException();
        assertThatThrownBy(() -> NAMES.checkChange("active", "new")).hasMessageContaining("nothing comes after active");
        assertThatThrownBy(() -> NAMES.open().checkChange("new", "elsewhere"))
                .hasMessageContaining("expected active or gone after new but was elsewhere");
    }

    @Test
    void checkChange_ofNullableState_leadsFromNullAnywhere() {
        assertThatCode(() -> NAMES.nullable().checkChange(null, "active")).doesNotThrowAnyException();
        assertThatThrownBy(() -> NAMES.nullable().checkChange("active", "new"))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void definition_withUndeclaredState_isRefused() {
        assertThatThrownBy(Misspelt::new)
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("a transition names nwe, which is not one of new, active, gone");
    }

    @Test
    void set_stateToNull_isNoWayRoundTheRules() {
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("test", "Maybe");
        Field<@Nullable State> states = define.field("state", STATES.nullable());
        Field<@Nullable String> names = define.field("name", NAMES.nullable());
        DynamicObject maybe = define.version("1.0").newObject();
        maybe.set(states, null);
        maybe.set(states, State.ACTIVE);
        maybe.set(names, "new");

        assertThatThrownBy(() -> maybe.set(states, null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected GONE or ERROR after ACTIVE but was null");
        assertThatThrownBy(() -> maybe.set(names, null)).isInstanceOf(InvalidValueException.class);
        assertThat(maybe.get(states)).isEqualTo(State.ACTIVE);
    }
}
