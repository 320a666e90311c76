package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.versionedobjects.types.Types;

/** Where two rules of state meet. */
class StateEdgesTest {
    private static final class Node extends VersionedObject {
        private static final ObjectType.Definition<Node> DEFINE =
                ObjectType.define(Node.class, "test", "Node", Node::new);
        static final Field<Node> OWNER =
                DEFINE.field("owner", Types.object(Node.class).readOnly());
        static final Field<List<Node>> NEXT = DEFINE.field("next", Types.listOf(Types.object(Node.class)));
        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final Field<List<String>> TAGS = DEFINE.field("tags", Types.listOf(Types.string()));
        static final ObjectType<Node> TYPE = DEFINE.version("1.0");

        Node() {
            super(TYPE);
        }
    }

    private static final class Request extends VersionedObject {
        static final byte[] SALT = {1, 2};
        static final List<String> NAMES = new ArrayList<>(List.of("a"));

        private static final ObjectType.Definition<Request> DEFINE =
                ObjectType.define(Request.class, "test", "Request", Request::new);
        static final Field<Long> ID =
                DEFINE.field("id", Types.longInteger().readOnly().defaultsTo(1L));
        static final Field<String> STATE = DEFINE.field(
                "state",
                Types.oneOf("new", "sent", "done").transition("new", "sent").defaultsTo("new"));
        static final Field<byte[]> BYTES = DEFINE.field("bytes", Types.bytes().defaultsTo(SALT));
        static final Field<List<String>> LIST =
                DEFINE.field("list", Types.listOf(Types.string()).defaultsTo(NAMES));
        static final ObjectType<Request> TYPE = DEFINE.ephemeral().version("1.0");

        Request() {
            super(TYPE);
        }
    }

    @Test
    void build_ofAnEphemeralObject_takesWhatIsGivenBeforeDefaults() {
        Request request =
                Request.TYPE.with(Request.ID, 5L).with(Request.STATE, "done").build();

        assertThat(request.get(Request.ID)).isEqualTo(5L);
        assertThat(request.get(Request.STATE)).isEqualTo("done");
        assertThat(request.get(Request.BYTES)).containsExactly(1, 2);
    }

    @Test
    void default_changedOutside_staysWhatItWas() {
        new Request();
        Request.SALT[0] = 9;
        Request.NAMES.add("b");
        Request.BYTES.spec().defaultValue()[1] = 9;
        try {
            assertThat(new Request().get(Request.BYTES)).containsExactly(1, 2);
            assertThat(new Request().get(Request.LIST)).containsExactly("a");
        } finally {
            Request.SALT[0] = 1;
            Request.NAMES.remove("b");
        }
    }

    @Test
    void revertAndResetDeep_aroundAnObjectOfASnapshot_doTheRest() {
        Node inner = Node.TYPE.with(Node.NAME, "inner").build();
        Node kept = Node.TYPE.with(Node.OWNER, inner).build().snapshot().get(Node.OWNER);
        Node node = Node.TYPE.with(Node.OWNER, kept).with(Node.NAME, "a").build();

        assertThatCode(node::resetChangesDeep).doesNotThrowAnyException();
        assertThat(node.hasChanges()).isFalse();
        node.set(Node.NAME, "b");
        assertThatCode(node::revert).doesNotThrowAnyException();
        assertThat(node.get(Node.NAME)).isEqualTo("a");
    }

    @Test
    void setAll_ofWhatAReadOnlyFieldHolds_isNoChange() {
        Node owner = new Node();
        Node node = Node.TYPE.with(Node.OWNER, owner).build();

        node.byName().setAll(Map.of("owner", owner, "name", "n"));

        assertThat(node.get(Node.NAME)).isEqualTo("n");
    }

    @Test
    void setAll_goesThroughEachValueOnce_andUndoesAllOfIt() {
        Node node = Node.TYPE.with(Node.NAME, "before").build();
        node.resetChanges();
        node.touch(Node.NAME);
        Iterator<String> rest = List.of("x", "y").iterator();
        Iterable<String> once = () -> rest;
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("tags", once);
        node.byName().setAll(values);
        assertThat(node.get(Node.TAGS)).containsExactly("x", "y");

        values.put("tags", List.of());
        values.put("name", "after");
        values.put("next", 5);
        Node copy = (Node) node.copy();
        assertThatThrownBy(() -> node.byName().setAll(values)).isInstanceOf(InvalidValueException.class);
        assertThat(node.differencesFrom(copy)).isEmpty();
        assertThat(node.changes().before().isSet(Node.TAGS)).isFalse();
    }

    @Test
    @Timeout(20)
    void changes_ofObjectsThatAllHoldEachOther_takeNoForever() {
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            all.add(new Node());
        }
        all.forEach(each -> each.set(Node.NEXT, all));

        Changes changes = all.get(0).changes();

        assertThat(changes.nested()).hasSize(15);
    }

    @Test
    void setWithHalfASurrogatePairInAKey_isRefused() {
        assertThatThrownBy(() -> Types.mapOf(Types.string()).accept(Map.of("\uD83D", "x")))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void checkChange_ofAMappedStateMachine_asksTheStateMachine() {
        FieldType<Duration> mapped = Types.mapped(
                Types.oneOf("PT1S", "PT2S").transition("PT1S", "PT2S"), "a step", Duration::parse, Duration::toString);

        assertThatThrownBy(() -> mapped.checkChange(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(InvalidValueException.class);
    }
}
