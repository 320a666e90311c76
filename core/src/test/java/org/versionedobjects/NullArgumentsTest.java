package org.versionedobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.versionedobjects.compat.PeerVersions;
import org.versionedobjects.compat.StepState;
import org.versionedobjects.compat.VersionPlan;
import org.versionedobjects.json.Limits;
import org.versionedobjects.json.ObjectCodec;
import org.versionedobjects.json.ObjectModule;
import org.versionedobjects.lock.CheckCommands;
import org.versionedobjects.lock.Compatibility;
import org.versionedobjects.lock.LockDifference;
import org.versionedobjects.lock.LockedField;
import org.versionedobjects.lock.LockedRelease;
import org.versionedobjects.lock.LockedStep;
import org.versionedobjects.lock.LockedType;
import org.versionedobjects.lock.LockedVersion;
import org.versionedobjects.lock.Loss;
import org.versionedobjects.lock.Passage;
import org.versionedobjects.lock.Reachability;
import org.versionedobjects.lock.RoundTrips;
import org.versionedobjects.lock.Samples;
import org.versionedobjects.lock.VersionChecks;
import org.versionedobjects.lock.VersionLock;
import org.versionedobjects.types.ChoiceType;
import org.versionedobjects.types.DecimalType;
import org.versionedobjects.types.EnumType;
import org.versionedobjects.types.IpAddress;
import org.versionedobjects.types.IpNetwork;
import org.versionedobjects.types.NumberType;
import org.versionedobjects.types.TextType;
import org.versionedobjects.types.Types;
import org.versionedobjects.types.VersionPredicate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Null for each parameter that is not {@code @Nullable}, one at a time, in every public method and constructor. It is
 * refused at once, by a {@link NullPointerException} or one of ours; definitions report it when the type is used.
 */
class NullArgumentsTest {

    static final class Thing extends VersionedObject {
        private static final ObjectType.Definition<Thing> DEFINE =
                ObjectType.define(Thing.class, "demo", "Thing", Thing::new);
        static final Field<String> NAME = DEFINE.field("name", Types.string());
        static final ObjectType<Thing> TYPE = DEFINE.version("1.0");

        Thing() {
            super(TYPE);
        }
    }

    private static final ObjectRegistry REGISTRY = ObjectRegistry.of(Thing.TYPE);
    private static final String JSON = ObjectCodec.of(REGISTRY).toJson(thing());

    /** What takes null silently, each because the caller has checked it, or because the problem is reported later. */
    private static final Set<String> EXEMPT = Set.of(
            // because a definition never throws: DefinitionProblemsTest and MixinTest have these
            "ObjectType.define",
            "ObjectType.dynamic",
            "ObjectType.dynamicExtending",
            "ObjectType.defineList",
            "ObjectType.extending",
            "ObjectType.listOf",
            "Definition.field",
            "Definition.include",
            "Definition.inherits",
            "Definition.step",
            "Definition.version",
            "Definition.computed",
            "Definition.loadedBy",
            "Mixin.field",
            // because the facts are optional by themselves
            "Facts.new",
            // because these get values that the type accepted
            "FieldType.anyNested",
            "FieldType.coerce",
            "FieldType.copy",
            "FieldType.description",
            "FieldType.forEachNested",
            // because most types ask nothing of what a schema is made for
            "FieldType.schema",
            // because an application does not call it: it gets one, in a step
            "StepValues.get",
            // because what stood there is shown, and null may stand there
            "PrimitiveReader.mismatch",
            "InvalidValueException.expected",
            // because there is no sample of a type variable that is an enum
            "EnumType.transition",
            "EnumType.added",
            // because Collection allows it
            "ObjectList.contains",
            "ObjectList.remove",
            "ObjectList.add");

    record Case(Executable executable, int parameter) {
        @Override
        public String toString() {
            return name(executable) + " " + executable.getParameters()[parameter].getParameterizedType();
        }
    }

    private static String name(Executable executable) {
        String member = executable instanceof Method ? executable.getName() : "new";
        return executable.getDeclaringClass().getSimpleName() + "." + member;
    }

    static Stream<Case> cases() {
        return new ClassFileImporter()
                        .importUrl(ObjectType.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation())
                        .stream()
                        .map(JavaClass::reflect)
                        .filter(NullArgumentsTest::isPublic)
                        .sorted(Comparator.comparing(Class::getName))
                        .flatMap(NullArgumentsTest::executables)
                        .filter(executable -> !EXEMPT.contains(name(executable)))
                        .flatMap(executable -> IntStream.range(0, executable.getParameterCount())
                                .filter(index -> refusesNull(executable, index))
                                .mapToObj(index -> new Case(executable, index)));
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> owner = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers()) && (owner == null || isPublic(owner));
    }

    private static Stream<Executable> executables(Class<?> type) {
        Stream<Method> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && !Modifier.isAbstract(method.getModifiers()))
                .filter(method -> !method.getName().equals("equals"))
                .filter(method -> !isOfFieldType(method));
        Stream<Constructor<?>> constructors =
                Modifier.isAbstract(type.getModifiers()) ? Stream.of() : Arrays.stream(type.getDeclaredConstructors());
        return Stream.<Executable>concat(methods, constructors)
                .filter(executable -> Modifier.isPublic(executable.getModifiers()))
                .sorted(Comparator.comparing(Executable::toString));
    }

    /** Types get values that a field has checked for null; what null gets from a field, their contract says. */
    private static boolean isOfFieldType(Method method) {
        return FieldType.class.isAssignableFrom(method.getDeclaringClass())
                && method.getDeclaringClass() != FieldType.class
                && Arrays.stream(FieldType.class.getMethods())
                        .anyMatch(each -> each.getName().equals(method.getName()));
    }

    private static boolean refusesNull(Executable executable, int index) {
        var type = executable.getAnnotatedParameterTypes()[index];
        return !executable.getParameterTypes()[index].isPrimitive()
                && !(type.getType() instanceof TypeVariable)
                && !type.isAnnotationPresent(Nullable.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nullArgument_isRefused(Case each) {
        Throwable thrown = catchThrowable(() -> call(each));

        assertThat(thrown)
                .as("%s with null", each)
                .isInstanceOfAny(
                        NullPointerException.class,
                        VersionedObjectException.class,
                        UnsupportedOperationException.class);
    }

    @Test
    void cases_coverAllFourPackages() {
        assertThat(cases().map(each -> each.executable().getDeclaringClass().getPackageName())
                        .distinct())
                .contains(
                        "org.versionedobjects",
                        "org.versionedobjects.types",
                        "org.versionedobjects.compat",
                        "org.versionedobjects.json");
        assertThat(cases()).hasSizeGreaterThan(100);
    }

    private static void call(Case each) throws Throwable {
        Class<?>[] types = each.executable().getParameterTypes();
        Object[] arguments = IntStream.range(0, types.length)
                .mapToObj(index -> index == each.parameter() ? null : sample(types[index]))
                .toArray();
        try {
            if (each.executable() instanceof Method method) {
                boolean isStatic = Modifier.isStatic(method.getModifiers());
                method.invoke(isStatic ? null : sample(method.getDeclaringClass()), arguments);
            } else {
                ((Constructor<?>) each.executable()).newInstance(arguments);
            }
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static ValueChange<String, String> change() {
        return ValueChange.of(Types.string(), (String after) -> after, before -> before);
    }

    private static Thing thing() {
        return Thing.TYPE.with(Thing.NAME, "a").build();
    }

    private static Object sample(Class<?> type) {
        if (type.isArray() && type != byte[].class) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        Supplier<?> sample = SAMPLES.get(type);
        assertThat(sample).as("a sample of %s; add one to SAMPLES", type).isNotNull();
        return sample.get();
    }

    private static VersionLock lock() {
        return VersionLock.of(ObjectRegistry.of(Thing.TYPE));
    }

    private static LockedVersion lockedVersion() {
        return lock().types().get(new LockedType.Id("demo", "Thing", 1)).newest();
    }

    private static final Map<Class<?>, Supplier<?>> SAMPLES = Map.ofEntries(
            sampleOf(String.class, () -> "1.0"),
            sampleOf(Object.class, () -> "a"),
            sampleOf(ValueSchema.class, () -> ValueSchema.of("string")),
            sampleOf(ReferenceNames.class, () -> (ReferenceNames) reference -> List.of("demo.Thing")),
            sampleOf(VersionLock.class, NullArgumentsTest::lock),
            sampleOf(Samples.class, () -> Samples.of(REGISTRY)),
            sampleOf(LongFunction.class, () -> (LongFunction<VersionedObject>) seed -> thing()),
            sampleOf(PrintStream.class, () -> new PrintStream(OutputStream.nullOutputStream())),
            sampleOf(Path.class, () -> Path.of("object-versions.lock.json")),
            sampleOf(CheckCommands.class, () -> CheckCommands.MAIN_CLASS),
            sampleOf(VersionChecks.class, () -> VersionChecks.of(REGISTRY)),
            sampleOf(VersionChecks.Builder.class, () -> VersionChecks.builder(REGISTRY)),
            sampleOf(RoundTrips.class, () -> RoundTrips.of(lock(), Samples.of(REGISTRY))),
            sampleOf(Compatibility.class, () -> Compatibility.of(lock())),
            sampleOf(Loss.Kind.class, () -> Loss.Kind.OWN_CODE),
            sampleOf(Passage.class, () -> new Passage(Version.of(1, 0), null, List.of())),
            sampleOf(LockDifference.Needed.class, () -> LockDifference.Needed.Y),
            sampleOf(
                    LockDifference.class,
                    () -> new LockDifference(
                            new LockedType.Id("demo", "Thing", 1),
                            Version.of(1, 0),
                            "",
                            LockDifference.Needed.Y,
                            "it changed",
                            "declare it")),
            sampleOf(Reachability.class, () -> Reachability.of(lock(), REGISTRY)),
            sampleOf(LockedType.Id.class, () -> new LockedType.Id("demo", "Thing", 1)),
            sampleOf(LockedType.class, () -> lock().types().get(new LockedType.Id("demo", "Thing", 1))),
            sampleOf(LockedVersion.class, () -> lockedVersion()),
            sampleOf(LockedField.class, () -> lockedVersion().fields().get("name")),
            sampleOf(LockedField.Default.class, () -> new LockedField.Default(1L)),
            sampleOf(LockedStep.class, () -> LockedStep.NONE),
            sampleOf(LockedRelease.class, () -> new LockedRelease("2026.1", new TreeMap<>())),
            sampleOf(
                    NavigableMap.class,
                    () -> lock().types()
                            .get(new LockedType.Id("demo", "Thing", 1))
                            .versions()),
            sampleOf(TypeDescription.class, () -> TypeDescription.of("string")),
            sampleOf(int.class, () -> 0),
            sampleOf(long.class, () -> 1L),
            sampleOf(double.class, () -> 1.0),
            sampleOf(boolean.class, () -> true),
            sampleOf(byte[].class, () -> JSON.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            sampleOf(Class.class, () -> Thing.class),
            sampleOf(Map.class, () -> Map.of("a", "1.0")),
            sampleOf(SortedMap.class, TreeMap::new),
            sampleOf(List.class, List::of),
            sampleOf(Collection.class, List::of),
            sampleOf(Iterable.class, List::of),
            sampleOf(Throwable.class, IllegalStateException::new),
            sampleOf(Supplier.class, () -> (Supplier<Thing>) Thing::new),
            sampleOf(Consumer.class, () -> (Consumer<Object>) any -> {}),
            sampleOf(UnaryOperator.class, UnaryOperator::identity),
            sampleOf(InputStream.class, () -> InputStream.nullInputStream()),
            sampleOf(OutputStream.class, ByteArrayOutputStream::new),
            sampleOf(ObjectModule.class, () -> ObjectCodec.of(REGISTRY).module()),
            sampleOf(JsonParser.class, () -> JsonMapper.shared().createParser(JSON)),
            sampleOf(JsonGenerator.class, () -> JsonMapper.shared().createGenerator(new StringWriter())),
            sampleOf(String[].class, () -> new String[] {"a"}),
            sampleOf(Field.class, () -> Thing.NAME),
            sampleOf(FieldSpec.class, () -> FieldSpec.of(Types.string())),
            sampleOf(FieldType.class, Types::string),
            sampleOf(ListType.class, () -> ListType.of(Types.string())),
            sampleOf(NestedType.class, () -> Types.object(Thing.class)),
            sampleOf(
                    NestedReference.class,
                    () -> Types.object(Thing.class).references().get(0)),
            sampleOf(ObjectType.class, () -> Thing.TYPE),
            sampleOf(ObjectBuilder.class, () -> Thing.TYPE.with(Thing.NAME, "a")),
            sampleOf(ObjectRegistry.class, () -> REGISTRY),
            sampleOf(
                    ObjectList.class,
                    () -> ObjectType.listOf("demo", "Things", Thing.class).newObject()),
            sampleOf(VersionedObject.class, NullArgumentsTest::thing),
            sampleOf(
                    DynamicObject.class,
                    () -> ObjectType.dynamic("demo", "Dynamic").version("1.0").newObject()),
            sampleOf(Values.class, NullArgumentsTest::thing),
            sampleOf(Changes.class, () -> thing().changes()),
            sampleOf(Mixin.class, () -> org.versionedobjects.types.Timestamps.MIXIN),
            sampleOf(ValueChange.class, NullArgumentsTest::change),
            sampleOf(FieldHistory.class, () -> Thing.TYPE.history(Thing.NAME)),
            sampleOf(
                    FieldHistory.Change.class,
                    () -> new FieldHistory.Change(Version.of(1, 0), Types.string(), Types.string(), change())),
            sampleOf(
                    StepState.class,
                    () -> VersionPlan.toWrite(Thing.TYPE, Version.of(1, 0)).upgrade()),
            sampleOf(UnknownFields.class, () -> new UnknownFields(Version.of(1, 1), Map.of(), List.of())),
            sampleOf(Version.class, () -> Version.of(1, 0)),
            sampleOf(VersionManifest.class, () -> VersionManifest.of("Thing", "1.0")),
            sampleOf(Facts.class, () -> Facts.problem("no")),
            sampleOf(VersionedObjectException.class, () -> new InvalidValueException(Facts.problem("no"), null)),
            sampleOf(
                    SeveralFaultsException.class,
                    () -> SeveralFaultsException.of(new InvalidValueException(Facts.problem("no"), null))),
            sampleOf(PrimitiveReader.class, () -> new PrimitiveReader(Map.of())),
            sampleOf(PrimitiveWriter.class, () -> new PrimitiveWriter(9)),
            sampleOf(ValueReader.class, () -> new PrimitiveReader(List.of())),
            sampleOf(ValueWriter.class, () -> new PrimitiveWriter(9)),
            sampleOf(PeerVersions.class, () -> new PeerVersions(REGISTRY, VersionManifest.empty())),
            sampleOf(VersionPlan.class, () -> VersionPlan.toWrite(Thing.TYPE, Version.of(1, 0))),
            sampleOf(Profile.class, () -> Profile.STRICT),
            sampleOf(NamedValues.class, () -> thing().byName()),
            sampleOf(FieldLoader.class, () -> (FieldLoader) (object, missing, loaded) -> {}),
            sampleOf(Function.class, Function::identity),
            sampleOf(Comparator.class, () -> Comparator.comparing(Object::toString)),
            sampleOf(BigDecimal.class, () -> BigDecimal.ONE),
            sampleOf(BigInteger.class, () -> BigInteger.ONE),
            sampleOf(TextType.class, Types::string),
            sampleOf(NumberType.class, Types::longInteger),
            sampleOf(DecimalType.class, Types::decimal),
            sampleOf(ChoiceType.class, () -> Types.oneOf("1.0")),
            sampleOf(EnumType.class, () -> Types.enumOf(TimeUnit.class)),
            sampleOf(VersionPredicate.class, () -> new VersionPredicate(">=1.0")),
            sampleOf(InetAddress.class, InetAddress::getLoopbackAddress),
            sampleOf(IpAddress.class, () -> IpAddress.parse("::1")),
            sampleOf(IpNetwork.class, () -> IpNetwork.parse("::1/128")),
            sampleOf(Limits.class, () -> Limits.DEFAULT),
            sampleOf(ObjectCodec.class, () -> ObjectCodec.of(REGISTRY)),
            sampleOf(ObjectCodec.Builder.class, () -> ObjectCodec.builder(REGISTRY)));

    private static <T> Map.Entry<Class<?>, Supplier<?>> sampleOf(Class<T> type, Supplier<?> sample) {
        return Map.entry(type, sample);
    }
}
