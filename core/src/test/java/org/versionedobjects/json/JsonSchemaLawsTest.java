package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.JsonSchemas;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.AnyTypes;
import org.versionedobjects.types.AnyTypes.AnyType;
import org.versionedobjects.types.Types;

/**
 * Laws of schemas on objects whose fields have random types. A failure names its seed; {@code -Dversionedobjects.seed=N}
 * runs that one alone.
 */
class JsonSchemaLawsTest {
    private static final int ROUNDS = 150;
    private static final int FIELDS = 4;
    private static final String DATA = "versioned_object.data";

    /** What is no legal value of most types. */
    private static final List<@Nullable Object> SPOILS = Arrays.asList(
            null,
            true,
            1.5,
            BigInteger.TEN.pow(30),
            "spoiled <here>",
            List.of(Map.of()),
            List.of(1.5, "spoiled <here>"),
            Map.of("a", List.of(List.of())),
            Map.of("a", "spoiled <here>"));

    private static void forRandomTypes(Consumer<Subject> law) {
        Long only = Long.getLong("versionedobjects.seed");
        long first = only == null ? 1 : only;
        long last = only == null ? ROUNDS : only;
        for (long seed = first; seed <= last; seed++) {
            Subject subject = new Subject(new Random(seed));
            try {
                law.accept(subject);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -Dversionedobjects.seed=" + seed + " and " + subject.all, e);
            }
        }
    }

    @Test
    void whatIsWritten_isValid() {
        forRandomTypes(subject -> {
            String json = subject.codec.toJson(subject.object());

            assertThat(JsonSchemas.errors(subject.schema, json)).as(json).isEmpty();
        });
    }

    @Test
    void whatIsWrittenForAnOlderPeer_isValidThere() {
        forRandomTypes(subject -> {
            ObjectCodec older = subject.codec.at("1.1");
            String json = older.toJson(subject.object());
            String schema = older.schema(subject.type).complete().toJson();

            assertThat(JsonSchemas.errors(schema, json)).as(json).isEmpty();
            assertThat(JsonSchemas.errors(subject.schema, json)).as(json).isNotEmpty();
        });
    }

    @Test
    void whatATypeRefuses_isNotValid() {
        forRandomTypes(subject -> subject.all.forEach(field -> SPOILS.forEach(spoil -> {
            Map<String, Object> spoiled = subject.spoiled(field.name(), spoil);

            assertThat(subject.refuses(spoiled) && subject.allows(spoiled))
                    .as("%s = %s, which is not %s", field, spoil, field.type())
                    .isFalse();
        })));
    }

    /** A type with fields of random types, the last of which came with the last version. */
    private static final class Subject {
        final List<Field<?>> all = new ArrayList<>();
        final ObjectType<DynamicObject> type;
        final ObjectCodec codec;
        final String schema;
        private final List<AnyType<?>> sources = new ArrayList<>();
        private final Random random;

        Subject(Random random) {
            this.random = random;
            ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("laws", "Subject");
            for (int i = 0; i < FIELDS; i++) {
                AnyType<?> any = AnyTypes.any(random);
                sources.add(any);
                all.add(define.field("f" + i, FieldSpec.of(any.type())));
            }
            define.field("last", Types.object("laws", "Subject").nullable().since("1.2"));
            type = define.version("1.2");
            codec = ObjectCodec.of(ObjectRegistry.of(type));
            schema = codec.schema(type).complete().toJson();
        }

        DynamicObject object() {
            DynamicObject object = withValues();
            object.set("last", withValues());
            return object;
        }

        private DynamicObject withValues() {
            DynamicObject object = type.newObject();
            for (int i = 0; i < FIELDS; i++) {
                object.set("f" + i, sources.get(i).value(random));
            }
            return object;
        }

        @SuppressWarnings("unchecked") // data is a map
        Map<String, Object> spoiled(String field, @Nullable Object spoil) {
            Map<String, Object> envelope = new LinkedHashMap<>(codec.toPrimitive(withValues()));
            Map<String, Object> data = new LinkedHashMap<>((Map<String, Object>) envelope.get(DATA));
            data.put(field, spoil);
            envelope.put(DATA, data);
            return envelope;
        }

        boolean refuses(Map<String, Object> envelope) {
            try {
                codec.fromPrimitive(envelope);
                return false;
            } catch (InvalidValueException e) {
                return true;
            }
        }

        boolean allows(Map<String, Object> envelope) {
            return JsonSchemas.accepts(codec.schema(type).toPrimitive(), envelope);
        }
    }
}
