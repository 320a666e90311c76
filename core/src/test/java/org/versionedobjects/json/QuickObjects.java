package org.versionedobjects.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.Types;

/** Objects with all kinds of values, the same for the same seed. */
final class QuickObjects {
    static final ObjectRegistry TYPES = types();

    private static ObjectRegistry types() {
        ObjectType.Definition<DynamicObject> part = ObjectType.dynamic("demo", "Part");
        part.field("name", Types.string().nullable());
        part.field("size", Types.longInteger());
        ObjectType.Definition<DynamicObject> whole = ObjectType.dynamic("demo", "Whole");
        whole.field("text", Types.string());
        whole.field("count", Types.longInteger());
        whole.field("wide", Types.bigInteger());
        whole.field("decimal", Types.decimal());
        whole.field("real", Types.floatingPoint());
        whole.field("flag", Types.bool());
        whole.field("uuid", Types.uuid());
        whole.field("at", Types.instant());
        whole.field("texts", Types.listOf(Types.string()));
        whole.field("numbers", Types.mapOf(Types.longInteger()));
        whole.field("any", Types.json());
        whole.field("part", Types.object("demo", "Part"));
        whole.field("parts", Types.listOf(Types.object("demo", "Part")));
        whole.field("later", Types.string().since("1.1"));
        return ObjectRegistry.of(whole.version("1.1"), part.version("1.0"));
    }

    private static final String[] PIECES = {
        "a", "plain text", "?", "\"", "\\", "/", "\n", "\u0000", "\u001f", "\u007f", "é", "ß", "€", "😀", "\u2028", "ÿ"
    };

    private final Random random;

    QuickObjects(long seed) {
        this.random = new Random(seed);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private long number() {
        return random.nextLong() >> random.nextInt(64);
    }

    private double real() {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(1_000);
            case 1 -> random.nextInt(1_000_000) / 1_000.0;
            case 2 -> 2e-3;
            case 3 -> -0.0;
            default -> {
                double any = Double.longBitsToDouble(random.nextLong());
                yield Double.isFinite(any) ? any : 1e300;
            }
        };
    }

    DynamicObject part() {
        DynamicObject part =
                (DynamicObject) TYPES.newest("demo", "Part").orElseThrow().newObject();
        if (random.nextBoolean()) {
            part.set("name", random.nextInt(4) == 0 ? null : text());
        }
        part.set("size", number());
        return part;
    }

    DynamicObject whole() {
        DynamicObject whole =
                (DynamicObject) TYPES.newest("demo", "Whole").orElseThrow().newObject();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", text());
        values.put("count", number());
        values.put("wide", new BigInteger(random.nextInt(200), random));
        values.put("decimal", new BigDecimal(new BigInteger(random.nextInt(120), random), random.nextInt(20)));
        values.put("real", real());
        values.put("flag", random.nextBoolean());
        values.put("uuid", new UUID(random.nextLong(), random.nextLong()));
        values.put("at", Instant.ofEpochSecond(Math.abs(number() % 100_000_000_000L)));
        values.put("texts", List.of(text(), text()));
        values.put("numbers", Map.of(text() + 1, number(), text() + 2, number()));
        values.put("any", Map.of(text(), List.of(text(), number(), true)));
        values.put("part", part());
        values.put("parts", random.nextBoolean() ? List.of() : List.of(part(), part()));
        values.put("later", text());
        values.forEach((name, value) -> {
            if (random.nextInt(4) > 0) {
                whole.set(name, value);
            }
        });
        if (random.nextBoolean()) {
            whole.resetChangesDeep();
        }
        return whole;
    }
}
