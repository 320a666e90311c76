package org.versionedobjects;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A set of types that go together: what a codec can read and which type a field refers to. An instance, never a global;
 * an application usually has one.
 *
 * <p>Immutable and thread-safe. Everything in it was checked when it was built.
 */
public final class ObjectRegistry {
    private final ImmutableList<ObjectType<?>> types;
    private final Map<Key, ObjectType<?>> byKey = new HashMap<>();
    private final Set<Name> names = new LinkedHashSet<>();
    private final TypeIndex index;

    private record Name(String namespace, String name) {
        Name {
            Objects.requireNonNull(namespace, "namespace");
            Objects.requireNonNull(name, "name");
        }
    }

    private record Key(String namespace, String name, int major) {
        Key {
            Objects.requireNonNull(namespace, "namespace");
            Objects.requireNonNull(name, "name");
        }
    }

    private ObjectRegistry(Collection<? extends ObjectType<?>> given) {
        this.types = ImmutableList.copyOf(new LinkedHashSet<>(given));
        this.index = new TypeIndex(types);
        List<String> problems = new ArrayList<>();
        for (ObjectType<?> type : types) {
            type.problems().forEach(problem -> problems.add(type + ": " + problem));
            addType(type, problems);
        }
        for (ObjectType<?> type : types) {
            checkReferences(type, problems);
        }
        if (!problems.isEmpty()) {
            throw new InvalidDefinitionException("The registry", problems);
        }
    }

    /**
     * Returns a registry of the given types.
     *
     * @throws InvalidDefinitionException with all problems of all types and of how they go together
     */
    public static ObjectRegistry of(ObjectType<?>... types) {
        return new ObjectRegistry(Arrays.asList(types));
    }

    /** Returns a registry of the given types, as {@link #of(ObjectType[])}. */
    public static ObjectRegistry of(Collection<? extends ObjectType<?>> types) {
        return new ObjectRegistry(types);
    }

    /**
     * Returns a registry of all types that {@link ObjectTypes} services on the class path name.
     *
     * @throws InvalidDefinitionException as {@link #of(ObjectType[])}, and if a service cannot be made or gives nothing
     */
    public static ObjectRegistry load() {
        return load(ObjectRegistry.class.getClassLoader());
    }

    /** Returns a registry of all types that {@link ObjectTypes} services of a class loader name; as {@link #load()}. */
    public static ObjectRegistry load(@Nullable ClassLoader loader) {
        List<ObjectType<?>> found = new ArrayList<>();
        try {
            for (ObjectTypes each : ServiceLoader.load(ObjectTypes.class, loader)) {
                found.addAll(each.types());
            }
        } catch (ServiceConfigurationError e) {
            throw new InvalidDefinitionException(
                    "The registry", List.of("a service cannot be loaded: " + e.getMessage()));
        }
        if (found.isEmpty()) {
            throw new InvalidDefinitionException(
                    "The registry",
                    List.of("no types were found; name a class that implements " + ObjectTypes.class.getName()
                            + " in META-INF/services/" + ObjectTypes.class.getName()));
        }
        return of(found);
    }

    private void addType(ObjectType<?> type, List<String> problems) {
        names.add(new Name(type.namespace(), type.name()));
        ObjectType<?> same = byKey.putIfAbsent(key(type), type);
        if (same != null) {
            problems.add(type + ": there is " + same + " already; a namespace, name and major version has one type");
        }
    }

    private static Key key(ObjectType<?> type) {
        return new Key(type.namespace(), type.name(), type.version().major());
    }

    private void checkReferences(ObjectType<?> type, List<String> problems) {
        for (Field<?> field : type.allFields()) {
            for (NestedReference reference : type.history(field).references(field.type())) {
                if (index.exactly(reference).isEmpty()) {
                    problems.add(type + ": the field " + field.name() + " refers to " + reference.describe()
                            + ", which is not registered; give its TYPE to ObjectRegistry.of as well");
                }
            }
        }
    }

    /** Returns the types in the order in which they were given. */
    public List<ObjectType<?>> types() {
        return types;
    }

    /** Returns the type of a namespace, name and major version. */
    public Optional<ObjectType<?>> find(String namespace, String name, int major) {
        return Optional.ofNullable(lookup(namespace, name, major));
    }

    /** Returns the type of a namespace, name and major version, null if there is none: for the hot path of codecs. */
    public @Nullable ObjectType<?> lookup(String namespace, String name, int major) {
        return byKey.get(new Key(namespace, name, major));
    }

    /** Returns the type of the newest major version that a namespace and name have. */
    public Optional<ObjectType<?>> newest(String namespace, String name) {
        return types.stream()
                .filter(named(new Name(namespace, name)))
                .reduce((one, other) -> one.version().isBefore(other.version()) ? other : one);
    }

    /**
     * Returns the type that can read a version of a namespace and name: of the same major, with the same or a newer X.Y.
     *
     * @throws UnknownObjectException if nothing of this name is registered
     * @throws IncompatibleVersionException if what is registered is of another major, or older
     */
    public ObjectType<?> requireCompatible(String namespace, String name, Version version) {
        ObjectType<?> type = lookup(namespace, name, version.major());
        if (type != null && !version.isNewerMinorThan(type.version())) {
            return type;
        }
        Facts facts = Facts.NONE.withObject(namespace + "." + name, version);
        ObjectType<?> other = newest(namespace, name).orElse(null);
        if (other == null) {
            throw new UnknownObjectException(
                    facts.withProblem("no such object is registered").withAdvice("give its TYPE to ObjectRegistry.of"),
                    null);
        }
        throw new IncompatibleVersionException(
                facts.withProblem("no type here can read this version")
                        .withExpected("at most " + (type == null ? other : type).version())
                        .withWas(version.toString()),
                null);
    }

    /** Returns the types that extend a type, directly or not, in the order in which they were given; not itself. */
    public List<ObjectType<?>> subtypes(ObjectType<?> type) {
        Objects.requireNonNull(type, "type");
        return types.stream()
                .filter(each -> each != type && descends(each, type))
                .toList();
    }

    private static boolean descends(ObjectType<?> type, ObjectType<?> from) {
        for (ObjectType<?> each = type; each != null; each = each.parent()) {
            if (each == from) {
                return true;
            }
        }
        return false;
    }

    /** Returns the types whose objects may stand where a field refers to a type, in the order in which they were given. */
    public List<ObjectType<?>> accepted(NestedReference reference) {
        return index.accepted(Objects.requireNonNull(reference, "reference"));
    }

    /** Returns the types that a field refers to, without their subtypes: usually one. */
    public List<ObjectType<?>> named(NestedReference reference) {
        return index.exactly(Objects.requireNonNull(reference, "reference"));
    }

    private static Predicate<ObjectType<?>> named(Name wanted) {
        return type -> new Name(type.namespace(), type.name()).equals(wanted);
    }

    /** Returns whether a namespace and name are known, in whatever version. */
    public boolean knows(String namespace, String name) {
        return names.contains(new Name(namespace, name));
    }

    /** Returns whether the very type is registered here. */
    public boolean contains(ObjectType<?> type) {
        return byKey.get(key(type)) == type;
    }

    /**
     * Returns the newest version of a type and of every type its fields refer to, directly or not, accepted
     * subtypes included: what this application
     * can read, in the form in which a peer wants to hear it.
     *
     * @throws UnknownObjectException if the type is not registered here
     */
    public VersionManifest manifest(ObjectType<?> type) {
        checkContains(type);
        VersionManifest manifest = VersionManifest.empty();
        Set<ObjectType<?>> seen = new LinkedHashSet<>(Set.of(type));
        Deque<ObjectType<?>> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            ObjectType<?> each = open.remove();
            manifest = manifest.with(each.name(), each.version());
            for (ObjectType<?> nested : nested(each)) {
                if (seen.add(nested)) {
                    open.add(nested);
                }
            }
        }
        return manifest;
    }

    private List<ObjectType<?>> nested(ObjectType<?> type) {
        return type.fields().stream()
                .flatMap(field -> field.type().references().stream())
                .flatMap(reference -> accepted(reference).stream())
                .toList();
    }

    /**
     * Returns the whole plan between two versions of a type, for a human: what is done version by version, and to which
     * versions the objects in it go by the {@code child} tables.
     *
     * @throws InvalidVersionException if one of the texts is no version
     * @throws IncompatibleVersionException if the type does not have one of the versions
     * @throws UnknownObjectException if the type is not registered here
     */
    public String explain(ObjectType<?> type, String from, String to) {
        checkContains(type);
        return new HistoryText(this).of(type, versionOf(type, from), versionOf(type, to));
    }

    private static Version versionOf(ObjectType<?> type, String text) {
        Version version = Version.parse(text);
        if (version.isAfter(type.version()) || !version.isSameMajor(type.version())) {
            throw new IncompatibleVersionException(
                    Facts.expected(
                                    "at most " + type.version() + " of major "
                                            + type.version().major(),
                                    text)
                            .withProblem("the type does not have this version")
                            .withObject(type),
                    null);
        }
        return version;
    }

    private void checkContains(ObjectType<?> type) {
        if (!contains(type)) {
            throw new UnknownObjectException(
                    Facts.problem("the type is not registered").withObject(type), null);
        }
    }

    /** Returns the names and versions of the types. */
    @Override
    public String toString() {
        return types.toString();
    }
}
