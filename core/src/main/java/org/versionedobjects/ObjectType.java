package org.versionedobjects;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A type of versioned objects: namespace, name, version, fields in order, and since when each is there. One Java class
 * is one object type, and there is one type for each namespace, name and major version.
 *
 * <p>A model declares its type in three steps, none of which throws:
 *
 * <pre>{@code
 * private static final ObjectType.Definition<Consumer> DEFINE =
 *     ObjectType.define(Consumer.class, "placement", "Consumer", Consumer::new);
 * public static final Field<UUID> UUID = DEFINE.field("uuid", Types.uuid());
 * public static final ObjectType<Consumer> TYPE = DEFINE.version("1.0");
 * }</pre>
 *
 * <p>What is wrong with a definition is collected, and thrown as one {@link InvalidDefinitionException} by everything that
 * uses the type: {@code new}, {@link #with}, {@link ObjectRegistry#of}.
 *
 * <p>Immutable and thread-safe once {@link Definition#version} has returned it.
 *
 * @param <O> the class of the objects
 */
public final class ObjectType<O extends VersionedObject> {
    private final String namespace;
    private final String name;
    private final Version version;
    private final Class<O> javaClass;
    private final Function<ObjectType<O>, O> factory;
    private final @Nullable ObjectType<?> parent;
    private final @Nullable NestedReference element;
    private final TypeLayout layout;
    private final boolean ephemeral;
    private final @Nullable FieldLoader loader;
    private final Map<String, Function<? super O, ?>> computed;
    private final Problems problems;

    private ObjectType(Definition<O> definition, Version version, TypeLayout layout) {
        this.namespace = definition.namespace;
        this.name = definition.name;
        this.version = version;
        this.javaClass = definition.javaClass;
        this.factory = definition.factory;
        this.parent = definition.parent;
        this.element = definition.element;
        this.layout = layout;
        this.ephemeral = definition.ephemeral;
        this.loader = definition.loader;
        this.computed = Collections.unmodifiableMap(new LinkedHashMap<>(definition.computed));
        this.problems = definition.problems;
    }

    /**
     * Starts the definition of a model's type.
     *
     * @param javaClass the model itself
     * @param namespace who owns the type on a shared bus
     * @param name the name on the wire
     * @param constructor makes an object with nothing set
     */
    public static <O extends VersionedObject> Definition<O> define(
            Class<O> javaClass, String namespace, String name, Supplier<O> constructor) {
        Objects.requireNonNull(constructor, "constructor");
        return new Definition<>(javaClass, namespace, name, type -> constructor.get(), null, null);
    }

    /**
     * Starts the definition of a subtype. It has the fields of its parent, whose descriptors work on it; on the wire its
     * own fields come first.
     */
    public static <P extends VersionedObject, O extends P> Definition<O> extending(
            ObjectType<P> parent, Class<O> javaClass, String namespace, String name, Supplier<O> constructor) {
        Objects.requireNonNull(constructor, "constructor");
        Definition<O> definition =
                new Definition<>(javaClass, namespace, name, type -> constructor.get(), parent, null);
        definition.checkParent(javaClass);
        return definition;
    }

    /** Returns version 1.0 of the list object of a class: a type with the one field {@code objects}. */
    public static <E extends VersionedObject> ObjectType<ObjectList<E>> listOf(
            String namespace, String name, Class<E> element) {
        return defineList(namespace, name, NestedType.of(element)).version("1.0");
    }

    /** Starts the definition of a list object that has fields besides {@code objects}, or another version than 1.0. */
    @SuppressWarnings("unchecked") // the class literal of a generic class
    public static <E extends VersionedObject> Definition<ObjectList<E>> defineList(
            String namespace, String name, NestedType<E> element) {
        NestedReference reference = element.references().get(0);
        Class<ObjectList<E>> javaClass = (Class<ObjectList<E>>) (Class<?>) ObjectList.class;
        Definition<ObjectList<E>> definition =
                new Definition<>(javaClass, namespace, name, ObjectList::new, null, reference);
        definition.field(ObjectList.FIELD_NAME, ListType.of(element));
        return definition;
    }

    /** Starts the definition of a type without a Java class of its own; its objects go by field names. */
    public static Definition<DynamicObject> dynamic(String namespace, String name) {
        return new Definition<>(DynamicObject.class, namespace, name, DynamicObject::new, null, null);
    }

    /** Starts the definition of a dynamic type that has the fields of another one. */
    public static Definition<DynamicObject> dynamicExtending(
            ObjectType<DynamicObject> parent, String namespace, String name) {
        return new Definition<>(DynamicObject.class, namespace, name, DynamicObject::new, parent, null);
    }

    /** Returns who owns the type on a shared bus. */
    public String namespace() {
        return namespace;
    }

    /** Returns the name on the wire. */
    public String name() {
        return name;
    }

    /** Returns namespace and name: {@code placement.Consumer}. */
    public String qualifiedName() {
        return namespace + "." + name;
    }

    /** Returns the newest version, the one that new objects have. */
    public Version version() {
        return version;
    }

    /** Returns the class of the objects. */
    public Class<O> javaClass() {
        return javaClass;
    }

    /** Returns the type this one extends, null if it extends none. */
    public @Nullable ObjectType<?> parent() {
        return parent;
    }

    /** Returns what a list object holds, null if this is no list object. */
    public @Nullable NestedReference element() {
        return element;
    }

    /**
     * Returns the fields that the newest version has, in the order of the wire: own, then those of mixins, then inherited.
     */
    public List<Field<?>> fields() {
        return layout.current();
    }

    /** Returns the fields that older versions had and this one no longer has, in the order of the wire. */
    public List<Field<?>> removedFields() {
        return layout.removed();
    }

    /** Returns the fields that any version has or had, in the order of the wire. */
    public List<Field<?>> allFields() {
        return layout.wireOrder();
    }

    /** Returns the field of a name, one of {@link #allFields}; empty if there is none. */
    public Optional<Field<?>> find(String fieldName) {
        return Optional.ofNullable(layout.find(Objects.requireNonNull(fieldName, "fieldName")));
    }

    /**
     * Returns the field of a name, one of {@link #allFields}.
     *
     * @throws UnknownFieldException if there is none
     */
    public Field<?> field(String fieldName) {
        Field<?> field = layout.find(fieldName);
        if (field == null) {
            throw new UnknownFieldException(
                    Facts.problem("there is no field " + fieldName)
                            .withExpected("one of " + fieldNames())
                            .withObject(this),
                    null);
        }
        return field;
    }

    private String fieldNames() {
        return String.join(", ", fields().stream().map(Field::name).toList());
    }

    /** Returns whether objects get their defaults when they are constructed; those that are read or loaded do not. */
    public boolean isEphemeral() {
        return ephemeral;
    }

    /** Returns the names of the computed properties, which are no fields: not stored, written or tracked. */
    public List<String> computedNames() {
        List<String> names = new ArrayList<>(computed.keySet());
        if (parent != null) {
            parent.computedNames().stream()
                    .filter(each -> !computed.containsKey(each))
                    .forEach(names::add);
        }
        return Collections.unmodifiableList(names);
    }

    boolean isComputed(String propertyName) {
        return computed.containsKey(propertyName) || (parent != null && parent.isComputed(propertyName));
    }

    @Nullable
    Object compute(VersionedObject object, String propertyName) {
        Function<? super O, ?> function = computed.get(propertyName);
        if (function == null && parent != null) {
            return parent.compute(object, propertyName);
        }
        return Objects.requireNonNull(function, propertyName).apply(javaClass.cast(object));
    }

    /** Returns the names of fields, then of computed properties. */
    List<String> names() {
        List<String> names = new ArrayList<>(fields().stream().map(Field::name).toList());
        names.addAll(computedNames());
        return Collections.unmodifiableList(names);
    }

    /** Returns what fills unset fields of all objects; null if nothing does. */
    @Nullable
    FieldLoader loader() {
        return loader == null && parent != null ? parent.loader() : loader;
    }

    /** Returns whether a descriptor works on objects of this type. */
    public boolean has(Field<?> field) {
        return layout.slotOrMissing(field) >= 0;
    }

    /**
     * Returns the names of the mixins that this type includes itself, each with the first version that has it; those of its
     * parent are the parent's.
     */
    public SortedMap<String, Version> mixins() {
        return layout.mixins();
    }

    /**
     * Returns which version of the parent type a version of this one goes with: what {@code inherits} says, else the newest.
     *
     * @throws IllegalStateException if this type extends none
     */
    public Version parentVersion(Version ofThis) {
        Objects.requireNonNull(ofThis, "ofThis");
        if (parent == null) {
            throw new IllegalStateException(this + " extends no type");
        }
        return layout.parentVersion(ofThis, parent.version());
    }

    /** Returns the first version that has a field; the first of this major if it was there from the start. */
    public Version since(Field<?> field) {
        return history(field).since();
    }

    /** Returns what happened to a field since the first version of this major. */
    public FieldHistory history(Field<?> field) {
        return layout.history(slot(field));
    }

    /** Returns the steps between versions that are more than what happened to single fields, oldest first. */
    public List<TypeStep> steps() {
        return layout.steps();
    }

    /**
     * Returns the versions in which something happened, oldest first; between them every version is as the one before. The
     * first version of this major is there, whether anything happened or not.
     */
    public List<Version> historyVersions() {
        return layout.versions();
    }

    /**
     * Returns where objects of this type keep a field: from 0 to the number of {@link #allFields}. For codecs and stores.
     *
     * @throws UnknownFieldException if the descriptor belongs to another type
     */
    public int slot(Field<?> field) {
        int slot = layout.slotOrMissing(field);
        if (slot < 0) {
            throw new UnknownFieldException(
                    Facts.problem(field + " is no field of this type")
                            .withObject(this)
                            .withAdvice(has(field.name()) ? "use its own descriptor of that name" : null),
                    null);
        }
        return slot;
    }

    private boolean has(String fieldName) {
        return layout.find(fieldName) != null;
    }

    TypeLayout layout() {
        return layout;
    }

    /**
     * Starts an object with one field set: {@code Consumer.TYPE.with(UUID, id).with(USER, user).build()}.
     *
     * @throws InvalidDefinitionException if the definition has problems
     */
    public <T extends @Nullable Object> ObjectBuilder<O> with(Field<T> field, T value) {
        return new ObjectBuilder<>(this).with(field, value);
    }

    /**
     * Makes an object with nothing set.
     *
     * @throws InvalidDefinitionException if the definition has problems
     */
    public O newObject() {
        problems.check(this);
        O object = factory.apply(this);
        if (object == null || object.objectType() != this) {
            throw new InvalidDefinitionException(
                    toString(), List.of("the constructor given to define() makes " + Facts.show(object)));
        }
        return object;
    }

    /** Returns a copy of an object of this type, as {@link VersionedObject#copy}, without a cast. */
    public O copyOf(O object) {
        return javaClass.cast(object.copy());
    }

    /** Throws what is wrong with the definition, if anything is. */
    void checkUsable() {
        problems.check(this);
    }

    List<String> problems() {
        return problems.list();
    }

    /** Returns namespace, name and version: {@code placement.Consumer 1.1}. */
    @Override
    public String toString() {
        return qualifiedName() + " " + version;
    }

    /**
     * A type while it is being declared. Nothing here throws; what is wrong shows when the type is used.
     *
     * @param <O> the class of the objects
     */
    public static final class Definition<O extends VersionedObject> {
        private final Class<O> javaClass;
        private final String namespace;
        private final String name;
        private final Function<ObjectType<O>, O> factory;
        private final @Nullable ObjectType<?> parent;
        private final @Nullable NestedReference element;
        private final Problems problems = new Problems();
        private final TypeLayout.Builder layout;
        private final Map<String, Function<? super O, ?>> computed = new LinkedHashMap<>();
        private boolean ephemeral;
        private @Nullable FieldLoader loader;
        private @Nullable ObjectType<O> type;

        private Definition(
                Class<O> javaClass,
                String namespace,
                String name,
                Function<ObjectType<O>, O> factory,
                @Nullable ObjectType<?> parent,
                @Nullable NestedReference element) {
            this.javaClass = Objects.requireNonNull(javaClass, "javaClass");
            this.namespace = namespace;
            this.name = name;
            this.factory = factory;
            this.parent = parent;
            this.element = element;
            this.layout = new TypeLayout.Builder(namespace + "." + name, javaClass, parent, problems);
            Names.checkQualified("the namespace", namespace, problems);
            Names.checkQualified("the name", name, problems);
        }

        private void checkParent(Class<O> childClass) {
            if (parent == null) {
                problems.add("the parent type is null: the parent's class was being initialised when this was defined; "
                        + "declare its TYPE before anything that touches " + childClass.getSimpleName());
            } else if (!parent.javaClass().isAssignableFrom(childClass) || parent.javaClass() == childClass) {
                problems.add("the class " + childClass.getSimpleName() + " does not extend "
                        + parent.javaClass().getSimpleName() + ", the class of the parent type");
            }
        }

        /** Adds a field. */
        public <T extends @Nullable Object> Field<T> field(String fieldName, FieldType<T> fieldType) {
            return field(fieldName, FieldSpec.of(fieldType));
        }

        /** Adds a field with options. */
        public <T extends @Nullable Object> Field<T> field(String fieldName, FieldSpec<T> spec) {
            if (type != null) {
                problems.add("the field " + fieldName + " was added after version(); declare TYPE last");
                return new Field<>(namespace + "." + name, Names.orEmpty(fieldName), spec, new Object(), 0);
            }
            return layout.field(fieldName, spec);
        }

        /** Adds the fields of a mixin, there from the first version on. */
        public Definition<O> include(Mixin mixin) {
            return include(mixin, null);
        }

        /** Adds the fields of a mixin that joins at a version. */
        public Definition<O> include(Mixin mixin, @Nullable String since) {
            if (mixin == null) {
                problems.add("a mixin is null: its interface was being initialised when this was defined; "
                        + "declare MIXIN before anything that touches " + javaClass.getSimpleName());
            } else if (type != null) {
                problems.add("the mixin " + mixin + " was included after version(); declare TYPE last");
            } else {
                layout.include(mixin, since);
            }
            return this;
        }

        /**
         * Has new objects start with the defaults of their fields, as changes: for objects that are only sent, never saved,
         * where an unset field is nothing but a nuisance. Objects that are read or loaded get no defaults.
         */
        public Definition<O> ephemeral() {
            checkOpen("ephemeral()");
            ephemeral = true;
            return this;
        }

        /** Has unset fields filled when they are asked for. Subtypes inherit it. */
        public Definition<O> loadedBy(FieldLoader newLoader) {
            checkOpen("loadedBy(…)");
            if (newLoader == null) {
                problems.add("loadedBy(null) names no loader");
            }
            loader = newLoader;
            return this;
        }

        /**
         * Adds a property that is no field: computed when it is asked for by name, never stored, written or tracked (OVO-09).
         * Subtypes inherit it.
         */
        public Definition<O> computed(String propertyName, Function<? super O, ?> function) {
            checkOpen("computed(\"" + propertyName + "\", …)");
            Names.checkField(propertyName, problems);
            if (function == null) {
                problems.add("the computed property " + propertyName + " has no function");
            } else if (computed.putIfAbsent(String.valueOf(propertyName), function) != null) {
                problems.add("there are two computed properties called " + propertyName);
            }
            return this;
        }

        /**
         * Adds a step between a version and the one before, where the histories of the fields do not say it all. Going down,
         * it comes before everything else that happened in that version, going up after it; it sees the fields by the
         * names and in the types that this version gives them, those that it removed included.
         *
         * @param version the newer of the two versions
         * @param down makes the older state; what it throws says that this cannot be
         * @param up makes the newer state
         */
        public Definition<O> step(String version, Consumer<? super StepValues> down, Consumer<? super StepValues> up) {
            checkOpen("step(\"" + version + "\", …)");
            if (down == null || up == null) {
                problems.add("step(\"" + version + "\", …) lacks a direction");
            } else {
                layout.step(version, down, up);
            }
            return this;
        }

        /**
         * Says which version of the parent type a version of this one goes with: from {@code version} on, up to the next
         * such row, the inherited fields are those of {@code parentVersion}. Without a row the parent's fields are as they
         * are now in every version.
         */
        public Definition<O> inherits(String version, String parentVersion) {
            checkOpen("inherits(\"" + version + "\", \"" + parentVersion + "\")");
            layout.inherits(version, parentVersion);
            return this;
        }

        private void checkOpen(String call) {
            if (type != null) {
                problems.add(call + " was called after version(); declare TYPE last");
            }
        }

        private void checkComputed(TypeLayout made) {
            for (String each : computed.keySet()) {
                Field<?> field = made.find(each);
                if (field != null) {
                    problems.add("the computed property " + each + " has the name of a field of " + field.owner());
                }
            }
        }

        /** Ends the definition and returns the type at its newest version. */
        public ObjectType<O> version(String text) {
            if (type != null) {
                problems.add("version(\"" + text + "\") was called again; a type is defined once");
                return type;
            }
            Version version = Version.tryParse(text);
            if (version == null) {
                problems.add("the version \"" + text + "\" is not X.Y or X.Y.Z");
                version = Version.of(1, 0);
            }
            TypeLayout built = layout.build(version);
            checkComputed(built);
            ObjectType<O> made = new ObjectType<>(this, version, built);
            type = made;
            return made;
        }
    }
}
