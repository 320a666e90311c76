package org.versionedobjects.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.types.ChoiceType;
import org.versionedobjects.types.EnumType;
import org.versionedobjects.types.Types;

/**
 * The same code has the same lock, byte for byte: that of a file which was written once. Any Java that runs this test, with
 * the order of its hash sets, is one more proof.
 */
class LockStabilityTest {
    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    private enum Size {
        SMALL,
        INDIGO,
        LARGE
    }

    private enum SizeInAnotherOrder {
        LARGE,
        SMALL,
        INDIGO
    }

    private static String recorded() throws Exception {
        try (InputStream in = LockStabilityTest.class.getResourceAsStream("/lock/object-versions.lock.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static VersionLock lock(boolean isReversed) {
        ChoiceType choice = isReversed ? Types.oneOf("c", "b", "a") : Types.oneOf("a", "b", "c");
        ChoiceType ruled = isReversed
                ? choice.transition("b", "c", "a").transition("a", "b")
                : choice.transition("a", "b").transition("b", "a", "c");
        EnumType<?> size = isReversed ? Types.enumOf(SizeInAnotherOrder.class) : Types.enumOf(Size.class);
        List<Map.Entry<String, FieldSpec<?>>> fields = new ArrayList<>(List.of(
                Map.entry("choice", FieldSpec.of(ruled)),
                Map.entry("size", FieldSpec.of(size)),
                Map.entry("ILLEGIBLE_i", FieldSpec.of(Types.integer().atLeast(-1234567))),
                Map.entry("set", Types.setOf(Types.string()).defaultsTo(Set.of("a", "b", "c", "I", "i", "ı"))),
                Map.entry("map", Types.mapOf(Types.integer()).defaultsTo(Map.of("a", 1, "b", 1234567, "c", 3))),
                Map.entry("json", Types.json().defaultsTo(Map.of("x", 1, "y", 2.5, "z", List.of("q")))),
                Map.entry("at", Types.instant().defaultsTo(Instant.parse("2026-11-25T15:00:00Z"))),
                Map.entry("real", Types.floatingPoint().defaultsTo(Double.parseDouble("2E23"))),
                Map.entry(
                        "children",
                        Types.listOf(Types.object("demo", "Child")
                                        .child(isReversed ? "1.10" : "1.2", isReversed ? "1.1" : "1.0")
                                        .child(isReversed ? "1.2" : "1.10", isReversed ? "1.0" : "1.1"))
                                .since("1.2")),
                Map.entry("later", Types.string().since("1.10")),
                Map.entry("gone", Types.string().removedIn("1.9").fill("x"))));
        ObjectType.Definition<DynamicObject> define = ObjectType.dynamic("demo", "Thing");
        if (isReversed) {
            Collections.reverse(fields);
        }
        fields.forEach(each -> define.field(each.getKey(), each.getValue()));
        ObjectType.Definition<DynamicObject> child = ObjectType.dynamic("demo", "Child");
        child.field("id", Types.longInteger().since("1.1"));
        List<ObjectType<?>> types = new ArrayList<>(List.of(define.version("1.10"), child.version("1.1")));
        if (isReversed) {
            Collections.reverse(types);
        }
        return VersionLock.of(ObjectRegistry.of(types)).released("2026.1").updated(LockModels.ODD);
    }

    @Test
    void theLock_isTheRecordedOne() throws Exception {
        assertThat(lock(false).toJson()).isEqualTo(recorded());
    }

    @Test
    void theOrderOfDeclarations_makesNoDifference() throws Exception {
        assertThat(lock(true).toJson()).isEqualTo(recorded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "de-DE", "lt-LT"})
    void theLanguageOfTheMachine_makesNoDifference(String language) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(language));

        assertThat(lock(false).toJson()).isEqualTo(recorded());
        assertThat(VersionLock.parse(recorded())).isEqualTo(lock(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Kathmandu", "America/St_Johns"})
    void theTimeZoneOfTheMachine_makesNoDifference(String zone) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        assertThat(lock(false).toJson()).isEqualTo(recorded());
        assertThat(VersionLock.parse(recorded()).toJson()).isEqualTo(recorded());
    }
}
