package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.FieldType;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionedObject;

class SecretTextTypeTest extends FieldTypeContract<String> {
    private static final TextType SECRET = Types.secretString();

    private static final class Login extends VersionedObject {
        private static final ObjectType.Definition<Login> DEFINE =
                ObjectType.define(Login.class, "test", "Login", Login::new);
        static final Field<List<String>> PASSWORDS = DEFINE.field("passwords", Types.listOf(SECRET.minLength(3)));
        static final ObjectType<Login> TYPE = DEFINE.version("1.0");

        Login() {
            super(TYPE);
        }
    }

    @Override
    FieldType<String> type() {
        return SECRET;
    }

    @Override
    List<Coercion> accepted() {
        return List.of(new Coercion("hunter2", "hunter2"));
    }

    @Override
    List<Refusal> refused() {
        return List.of(
                new Refusal(null, "expected a text but was null"), new Refusal(1234, "expected a text but was ***"));
    }

    @Override
    List<Coercion> acceptedFromOslo() {
        return List.of(new Coercion(1, "1"), new Coercion(true, "True"));
    }

    @Override
    List<Refusal> refusedFromOslo() {
        return List.of(new Refusal(List.of("hunter2"), "expected a text but was ***"));
    }

    @Override
    List<Form> forms() {
        return List.of(new Form("hunter2", "hunter2", "***"));
    }

    @Override
    List<Form> osloForms() {
        return forms();
    }

    @Override
    List<List<String>> same() {
        return List.of(List.of("a"), List.of("b"));
    }

    @Override
    String generate(Random random) {
        return Integer.toString(random.nextInt(), Character.MAX_RADIX);
    }

    @Test
    void fromPrimitive_wrongKind_isMasked() {
        assertThatThrownBy(() -> SECRET.fromPrimitive(1234L)).hasMessageNotContaining("1234");
    }

    @Test
    void toString_ofObjectWithSecretsInAList_masksThem() {
        Login login = Login.TYPE.with(Login.PASSWORDS, List.of("hunter2")).build();

        assertThat(login.toString()).contains(Facts.MASK).doesNotContain("hunter2");
        assertThat(login.get(Login.PASSWORDS)).containsExactly("hunter2");
    }

    @Test
    void set_secretAgainstRule_isRefusedWithoutIt() {
        assertThatThrownBy(() -> new Login().set(Login.PASSWORDS, List.of("pw")))
                .hasMessageContaining("passwords[0]")
                .hasMessageContaining("but was ***");
    }

    @Test
    void format_ofMapOfSecrets_masksThem() {
        assertThat(Types.mapOf(SECRET).format(Map.of("key", "hunter2"))).isEqualTo("{key=***}");
    }
}
