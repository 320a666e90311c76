package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.NestedType;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;

/** The laws of descriptions, for every factory of {@link Types} and every option of what it makes. */
class TypeDescriptionLawsTest {
    private static final ReferenceNames NAMES = reference -> List.of(
            reference.javaClass() == null
                    ? reference.namespace() + "." + reference.name()
                    : "demo." + reference.javaClass().getSimpleName() + (reference.isList() ? "List" : ""));

    private abstract static class Thing extends VersionedObject {
        Thing() {
            super(null);
        }
    }

    /** A type, and each of its options by the name of the method. */
    private record Subject(String factory, FieldType<?> plain, Map<String, FieldType<?>> options) {
        <T extends FieldType<?>> Subject with(String option, T type) {
            Map<String, FieldType<?>> more = new LinkedHashMap<>(options);
            more.put(option, type);
            return new Subject(factory, plain, more);
        }

        @Override
        public String toString() {
            return factory;
        }
    }

    private static Subject of(String factory, FieldType<?> type) {
        return new Subject(factory, type, Map.of());
    }

    private static Subject text(String factory, TextType type) {
        return of(factory, type)
                .with("minLength", type.minLength(2))
                .with("maxLength", type.maxLength(2))
                .with("matching", type.matching("a+"));
    }

    private static <N extends Number> Subject number(String factory, NumberType<N> type, N bound) {
        return of(factory, type)
                .with("atLeast", type.atLeast(bound))
                .with("atMost", type.atMost(bound))
                .with("between", type.between(bound, bound))
                .with("nonNegative", type.nonNegative());
    }

    private static Subject nested(String factory, NestedType<?> type) {
        return of(factory, type).with("orSubtypes", type.orSubtypes()).with("child", type.child("1.0", "1.1"));
    }

    static Stream<Subject> subjects() {
        ChoiceType choice = Types.oneOf("a", "b", "c");
        EnumType<TimeUnit> choices = Types.enumOf(TimeUnit.class);
        return Stream.of(
                text("string", Types.string()),
                text("secretString", Types.secretString()),
                number("integer", Types.integer(), 7),
                number("longInteger", Types.longInteger(), Long.MAX_VALUE),
                number("bigInteger", Types.bigInteger(), BigInteger.TEN.pow(30)),
                number("floatingPoint", Types.floatingPoint(), 0.1),
                of("decimal", Types.decimal())
                        .with("atLeast", Types.decimal().atLeast(new BigDecimal("1.50")))
                        .with("atMost", Types.decimal().atMost(new BigDecimal("1E+30")))
                        .with("between", Types.decimal().between(BigDecimal.ONE, BigDecimal.TEN))
                        .with("nonNegative", Types.decimal().nonNegative())
                        .with("scale", Types.decimal().scale(2)),
                of("oneOf", choice)
                        .with("open", choice.open())
                        .with("transition", choice.transition("a", "b", "c"))
                        .with("added", choice.added("1.1", "b", "a"))
                        .with("unknownAs", choice.unknownAs("c")),
                of("enumOf", choices)
                        .with("named", choices.named(each -> each.name().substring(0, 3)))
                        .with("transition", choices.transition(TimeUnit.DAYS, TimeUnit.HOURS))
                        .with("added", choices.added("1.1", TimeUnit.DAYS, TimeUnit.HOURS))
                        .with("unknownAs", choices.unknownAs(TimeUnit.DAYS)),
                nested("object", Types.object(Thing.class)),
                nested("objects", Types.objects(Thing.class)),
                nested("object by name", Types.object("demo.sub", "Other")),
                of("mapped", Types.mapped(Types.string(), "a name", text -> text, text -> text)),
                of("listOf", Types.listOf(Types.string())),
                of("setOf", Types.setOf(Types.string())),
                of("mapOf", Types.mapOf(Types.string())),
                of("bool", Types.bool()),
                of("flexibleBool", Types.flexibleBool()),
                of("versionPredicate", Types.versionPredicate()),
                of("json", Types.json()),
                of("uuid", Types.uuid()),
                of("instant", Types.instant()),
                of("offsetDateTime", Types.offsetDateTime()),
                of("localDateTime", Types.localDateTime()),
                of("date", Types.date()),
                of("duration", Types.duration()),
                of("bytes", Types.bytes()),
                of("uri", Types.uri()),
                of("macAddress", Types.macAddress()),
                of("pciAddress", Types.pciAddress()),
                of("ipAddress", Types.ipAddress()),
                of("ipv4Address", Types.ipv4Address()),
                of("ipv6Address", Types.ipv6Address()),
                of("ipNetwork", Types.ipNetwork()),
                of("ipv4Network", Types.ipv4Network()),
                of("ipv6Network", Types.ipv6Network()));
    }

    private static TypeDescription description(FieldType<?> type) {
        return type.description(NAMES);
    }

    /** Returns the type and all that is made of it: with each option, or null, or in a collection. */
    private static List<FieldType<?>> variants(Subject subject) {
        List<FieldType<?>> variants =
                new ArrayList<>(List.of(subject.plain(), subject.plain().nullable()));
        variants.addAll(subject.options().values());
        List<FieldType<?>> all = new ArrayList<>(variants);
        for (FieldType<?> each : variants) {
            all.add(Types.listOf(each));
            all.add(Types.mapOf(each).nullable());
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aDescription_isThatOfTheTypeThatItDescribes(Subject subject) {
        for (FieldType<?> each : variants(subject)) {
            TypeDescription description = description(each);

            assertThat(description(Types.described(description))).isEqualTo(description);
            assertThat(TypeDescription.fromPrimitive(description.toPrimitive())).isEqualTo(description);
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyOption_isDescribed_andNoTwoAlike(Subject subject) {
        assertThat(variants(subject).stream().map(TypeDescriptionLawsTest::description))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyFactory_isCovered() {
        Set<String> factories = new TreeSet<>();
        Arrays.stream(Types.class.getMethods())
                .filter(each -> Modifier.isStatic(each.getModifiers()))
                .map(Method::getName)
                .filter(each -> !each.equals("described"))
                .forEach(factories::add);

        assertThat(subjects().map(Subject::factory)).containsAll(factories);
        assertThat(subjects().map(each -> description(each.plain())))
                .doesNotHaveDuplicates()
                .noneMatch(each -> each.kind().equals(TypeDescription.CUSTOM));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyOption_isCovered(Subject subject) {
        Class<?> made = subject.plain().getClass();
        Set<String> options = new TreeSet<>();
        Arrays.stream(made.getMethods())
                .filter(each -> each.getReturnType() == made && !Modifier.isStatic(each.getModifiers()))
                .filter(each -> Modifier.isPublic(made.getModifiers()))
                .map(Method::getName)
                .forEach(options::add);

        assertThat(subject.options().keySet()).containsExactlyInAnyOrderElementsOf(options);
    }

    @Test
    void everyAnyType_isDescribed() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            TypeDescription description = description(AnyTypes.any(random).type());

            assertThat(description(Types.described(description))).isEqualTo(description);
        }
    }

    @Test
    void theSameChoice_isTheSameDescription_inWhateverOrder() {
        ChoiceType one = Types.oneOf("a", "b", "c").transition("a", "b").transition("b", "c", "a");
        ChoiceType other = Types.oneOf("c", "b", "a").transition("b", "a", "c").transition("a", "b");

        assertThat(description(one)).isEqualTo(description(other));
    }

    @Test
    void aVersionOfAChoice_isDescribedWithWhatItHas() {
        ChoiceType choice = Types.oneOf("a", "b").added("1.1", "b", "a");

        assertThat(description(choice.at(Version.parse("1.0")))).isEqualTo(description(Types.oneOf("a")));
        assertThat(description(choice.at(Version.parse("1.1")))).isEqualTo(description(choice));
    }

    static Stream<TypeDescription> nonsense() {
        Function<String, TypeDescription> of = TypeDescription::of;
        return Stream.of(
                of.apply("listOf"),
                of.apply("object"),
                of.apply("object").with("of", "Other"),
                of.apply("object").with("of", List.of("a.B", "a.C")),
                of.apply("integer").with("atLeast", "one"),
                of.apply("integer").with("atMost", Long.MAX_VALUE),
                of.apply("decimal").with("atMost", "one"),
                of.apply("string").with("maxLength", Long.MAX_VALUE),
                of.apply("string").with("matching", "a+"),
                of.apply("oneOf").with("values", "a"),
                of.apply("oneOf").with("values", Collections.emptyList()).with("transitions", "a"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void aDescriptionOfNothing_isRefused(TypeDescription description) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Types.described(description)))
                .isInstanceOf(InvalidValueException.class);
    }
}
