package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.types.Types;

/** What a secret field holds shows in no text, down to causes, paths and objects inside. */
class SecretsTest {
    private static final String SECRET = "hunter2";

    private static final class Inner extends VersionedObject {
        private static final ObjectType.Definition<Inner> DEFINE =
                ObjectType.define(Inner.class, "test", "Inner", Inner::new);
        static final Field<String> TEXT = DEFINE.field("text", Types.string());
        static final ObjectType<Inner> TYPE = DEFINE.version("1.0");

        Inner() {
            super(TYPE);
        }
    }

    private static final class Vault extends VersionedObject {
        private static final ObjectType.Definition<Vault> DEFINE =
                ObjectType.define(Vault.class, "test", "Vault", Vault::new);
        static final Field<String> SHORT =
                DEFINE.field("short", Types.string().maxLength(3).secret());
        static final Field<StringBuilder> MAPPED = DEFINE.field(
                "mapped",
                Types.mapped(Types.string(), "a text that is liked", SecretsTest::complain, StringBuilder::toString)
                        .secret());
        static final Field<String> STATE = DEFINE.field(
                "state", Types.oneOf(SECRET, "b", "c").transition(SECRET, "b").secret());
        static final Field<Map<String, Long>> MAP =
                DEFINE.field("map", Types.mapOf(Types.longInteger()).secret());
        static final Field<Inner> INNER =
                DEFINE.field("inner", Types.object(Inner.class).secret());
        static final ObjectType<Vault> TYPE = DEFINE.version("1.0");

        Vault() {
            super(TYPE);
        }
    }

    private static StringBuilder complain(String text) {
        throw new IllegalArgumentException("I do not like " + text);
    }

    private final Vault vault = new Vault();

    private static void assertHidden(ThrowingCallable call) {
        VersionedObjectException thrown = catchThrowableOfType(VersionedObjectException.class, call);
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("test.Vault 1.0 at ").doesNotContain(SECRET);
        assertThat(thrown.facts().toString()).doesNotContain(SECRET);
    }

    @Test
    void causeOfARefusal_isDropped() {
        assertHidden(() -> vault.setFrom(Vault.MAPPED, SECRET));
    }

    @Test
    void valueThatALoaderPuts_isMasked() {
        vault.loadWith((object, missing, loaded) -> loaded.put(Vault.SHORT, SECRET));

        assertHidden(() -> vault.get(Vault.SHORT));
    }

    @Test
    void stateBeforeARefusedChange_isMasked() {
        vault.set(Vault.STATE, SECRET);

        assertHidden(() -> vault.set(Vault.STATE, "c"));
    }

    @Test
    void keyInThePath_isMasked() {
        assertHidden(() -> vault.setFrom(Vault.MAP, Map.of(SECRET, "no number")));
    }

    @Test
    void differencesInsideASecretObject_areMasked() {
        Vault other = new Vault();
        vault.set(Vault.INNER, Inner.TYPE.with(Inner.TEXT, SECRET).build());
        other.set(Vault.INNER, Inner.TYPE.with(Inner.TEXT, "else").build());

        assertThat(vault.differencesFrom(other))
                .singleElement()
                .satisfies(found -> assertThat(found.toString()).isEqualTo("inner.text: *** ≠ ***"));
    }
}
