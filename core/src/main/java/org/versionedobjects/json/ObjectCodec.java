package org.versionedobjects.json;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.FieldType;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Profile;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.compat.PeerVersions;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * Objects to JSON and back, in the envelope of oslo.versionedobjects:
 *
 * <pre>{@code
 * {"versioned_object.name": "Consumer", "versioned_object.namespace": "placement", "versioned_object.version": "1.1",
 *  "versioned_object.data": {"uuid": …, "project": {…}}, "versioned_object.changes": ["project"]}
 * }</pre>
 *
 * <p>Data and changes are in the type's field order, so the same object gives the same bytes; {@code changes} is there only
 * if something is changed. Envelopes are read with their keys in any order. Only the registry's types are made. An
 * object written by an older version of a type is read as this version; fields that came later are unset then.
 *
 * <p>A codec writes each object in its own version, for a peer in what {@link #forPeer} allows, or in the version that
 * {@link #at} names. Nothing but the library's exceptions comes out, each with object, version, path, expected and was.
 *
 * <p>Immutable and thread-safe.
 */
public final class ObjectCodec {
    private final ObjectRegistry registry;
    private final SerialNamespaces namespaces;
    private final Limits limits;
    private final Profile profile;
    private final Documents documents;
    private final QuickDocuments quick;
    private final EnvelopeReader reader;
    private final TypeWriters writers;

    private ObjectCodec(Builder builder) {
        this.registry = builder.registry;
        this.namespaces = new SerialNamespaces(builder.serialNamespace, builder.ofProjects, builder.alsoRead);
        this.limits = builder.limits;
        this.profile = builder.profile;
        this.documents = new Documents(limits, profile);
        this.quick = new QuickDocuments(limits, profile);
        this.reader = new EnvelopeReader(
                namespaces, new ReadPlans(registry, builder.readsNewer), profile, limits, builder.mostCarried);
        this.writers = new TypeWriters(registry, namespaces, builder.peer());
    }

    private ObjectCodec(ObjectCodec other, ObjectRegistry registry) {
        this.registry = registry;
        this.namespaces = other.namespaces;
        this.limits = other.limits;
        this.profile = other.profile;
        this.documents = other.documents;
        this.quick = other.quick;
        this.reader = new EnvelopeReader(namespaces, new ReadPlans(registry, false), profile, limits, 0);
        this.writers = new TypeWriters(registry, namespaces, PeerVersions.ofAnyone(registry, profile));
    }

    private ObjectCodec(ObjectCodec other, EnvelopeReader reader, TypeWriters writers) {
        this.registry = other.registry;
        this.namespaces = other.namespaces;
        this.limits = other.limits;
        this.profile = other.profile;
        this.documents = other.documents;
        this.quick = other.quick;
        this.reader = reader;
        this.writers = writers;
    }

    /** Returns a codec for the types of a registry, with oslo's keys and the default limits. */
    public static ObjectCodec of(ObjectRegistry registry) {
        return builder(registry).build();
    }

    /** Starts a codec for the types of a registry. */
    public static Builder builder(ObjectRegistry registry) {
        return new Builder(registry);
    }

    /** Collects what makes a codec. */
    public static final class Builder {
        private final ObjectRegistry registry;
        private String serialNamespace = "versioned_object";
        private final Map<String, String> ofProjects = new LinkedHashMap<>();
        private final Set<String> alsoRead = new LinkedHashSet<>();
        private Limits limits = Limits.DEFAULT;
        private Profile profile = Profile.STRICT;
        private String pinName = "";
        private @Nullable VersionManifest pin;
        private boolean readsNewer;
        private int mostCarried;

        private Builder(ObjectRegistry registry) {
            this.registry = Objects.requireNonNull(registry, "registry");
        }

        /**
         * Sets what stands before the dot in the keys of envelopes, in writing and in reading. Default: {@code
         * versioned_object}; OpenStack's nova has {@code nova_object}.
         *
         * @throws IllegalArgumentException if it is empty
         */
        public Builder serialNamespace(String prefix) {
            this.serialNamespace = checkedPrefix(prefix);
            return this;
        }

        /**
         * Sets what stands before the dot for the objects of one project, wherever they are: an object of nova may hold
         * one of {@code os_vif}, whose keys start with {@code versioned_object.}.
         *
         * @param project the namespace of the project's types
         * @throws IllegalArgumentException if the prefix is empty
         */
        public Builder serialNamespace(String project, String prefix) {
            ofProjects.put(Objects.requireNonNull(project, "project"), checkedPrefix(prefix));
            return this;
        }

        /**
         * Has envelopes under further serial namespaces read, beside those that are written: while senders go over from one
         * to another, or several are on one bus. All keys of one envelope are under one; one inside it may be under another.
         *
         * @throws IllegalArgumentException if one is empty
         */
        public Builder alsoReads(String... prefixes) {
            for (String each : prefixes) {
                alsoRead.add(checkedPrefix(each));
            }
            return this;
        }

        private static String checkedPrefix(String prefix) {
            if (Objects.requireNonNull(prefix, "prefix").isEmpty()) {
                throw new IllegalArgumentException(
                        "A serial namespace is not empty: it stands before the dot of each key");
            }
            return prefix;
        }

        /** Sets how large a document may be. */
        public Builder limits(Limits most) {
            this.limits = Objects.requireNonNull(most, "most");
            return this;
        }

        /**
         * Sets by which rules values are read and in which text forms they are written. Default: {@link Profile#STRICT}. For
         * peers in Python {@link Profile#OSLO}.
         */
        public Builder profile(Profile rules) {
            this.profile = Objects.requireNonNull(rules, "rules");
            return this;
        }

        /**
         * Caps all that the codec writes: no object that the manifest names is written above that version, whatever peers and
         * targets ask for. What it does not name is not capped. It is used while a deployment holds several releases.
         *
         * @param name what errors call it, for instance the release
         */
        public Builder pin(String name, VersionManifest manifest) {
            this.pinName = Objects.requireNonNull(name, "name");
            this.pin = Objects.requireNonNull(manifest, "manifest");
            return this;
        }

        /**
         * Has objects of a newer minor version read, too: what is not known of them is ignored, and they are of this version
         * from then on. Default: they are refused, so that the sender can be asked for the version that is known here.
         */
        public Builder readNewerMinors() {
            this.readsNewer = true;
            return this;
        }

        /**
         * Has objects of a newer version read, as {@link #readNewerMinors}, and what is not known of them carried along: where
         * such an object is written to a peer that may read its version, it keeps that version, and the unknown fields and
         * their names in {@code changes} go with it. A copy carries them, too. Where it is written older, they are left out.
         *
         * @param mostCharacters how much one object may carry: the characters of names, texts and numbers, 8 for anything
         *     else; more is an error
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder carryUnknownFields(int mostCharacters) {
            if (mostCharacters < 1) {
                throw new IllegalArgumentException("At least 1 character is carried, not " + mostCharacters);
            }
            this.readsNewer = true;
            this.mostCarried = mostCharacters;
            return this;
        }

        private PeerVersions peer() {
            PeerVersions anyone = PeerVersions.ofAnyone(registry, profile);
            return pin == null ? anyone : anyone.pinned(pinName, pin);
        }

        /** Returns the codec. */
        public ObjectCodec build() {
            return new ObjectCodec(this);
        }
    }

    /**
     * Returns a codec that writes what a peer can read: each object in the manifest's version, or its own if that is older.
     * What the manifest does not name follows the {@code child} tables; where those are silent too, writing fails, or under
     * {@link Profile#OSLO} does as oslo: the object keeps its version, one in a list object becomes X.0. A pin caps it all.
     */
    public ObjectCodec forPeer(VersionManifest manifest) {
        return new ObjectCodec(this, reader, writers.forPeer(manifest));
    }

    /**
     * Returns a codec that writes the outermost object in a version, and what is in it by manifest and {@code child}
     * tables. To answer a peer in kind, pass {@code object.readVersion()}.
     *
     * @throws org.versionedobjects.InvalidVersionException if the text is no version
     */
    public ObjectCodec at(String version) {
        return at(Version.parse(version));
    }

    /** Returns a codec that writes the outermost object in a version, as {@link #at(String)}. */
    public ObjectCodec at(Version version) {
        return new ObjectCodec(this, reader, writers.at(Objects.requireNonNull(version, "version")));
    }

    /** Returns a codec that gives every object it reads a context of the application's, which is never written. */
    public ObjectCodec inContext(@Nullable Object context) {
        return new ObjectCodec(this, reader.inContext(context), writers);
    }

    /**
     * Returns a codec that goes on after a fault when it reads: with the next field, element, entry or envelope key. At the
     * end it throws a lone fault as it is, and several as one {@link org.versionedobjects.SeveralFaultsException}; an
     * object is only returned if there was none. A nested object that cannot be told is one fault as a whole, and so is a
     * value of a type that does not know of {@link org.versionedobjects.ValueReader#collect}.
     *
     * <p>What concerns the document and not the object ends the reading at once and is thrown alone:
     * {@link org.versionedobjects.MalformedJsonException}, {@link LimitExceededException},
     * {@link org.versionedobjects.StreamFailedException}.
     *
     * @param most how many faults end the reading, at least 1; 1 is what a codec does that was not asked
     */
    public ObjectCodec collectingFaults(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("At least 1 fault ends the reading, not " + most);
        }
        return new ObjectCodec(this, reader.collectingFaults(most), writers);
    }

    /**
     * Returns a codec for other types that understands what this one writes: with its serial namespaces, profile and limits.
     * It writes each object in its own version and refuses newer ones, whatever this codec's pin and peer are.
     */
    public ObjectCodec withTypes(ObjectRegistry types) {
        return new ObjectCodec(this, Objects.requireNonNull(types, "types"));
    }

    /** Returns by which rules values are read and in which text forms they are written. */
    public Profile profile() {
        return profile;
    }

    /** Returns the types that this codec reads and writes. */
    public ObjectRegistry registry() {
        return registry;
    }

    // ---- writing ----

    /**
     * Writes an object as JSON text, without blanks.
     *
     * @throws org.versionedobjects.IncompatibleVersionException if the object cannot be written in the version asked for
     * @throws org.versionedobjects.UnknownObjectException if the type of the object, or of one in it, is not registered
     * @throws LimitExceededException if the document becomes larger than the limits allow
     */
    public String toJson(VersionedObject object) {
        String quickly = quick.toText(object, envelopes());
        return quickly != null ? quickly : documents.toText(generator -> write(object, sink(generator)));
    }

    /** Writes an object as JSON in UTF-8; fails as {@link #toJson}. */
    public byte[] toBytes(VersionedObject object) {
        byte[] quickly = quick.toBytes(object, envelopes());
        return quickly != null ? quickly : documents.toBytes(generator -> write(object, sink(generator)));
    }

    /**
     * Writes an object as JSON in UTF-8 to a stream, which is flushed and left open; fails as {@link #toJson}, before the
     * stream has got anything.
     *
     * @throws org.versionedobjects.StreamFailedException if the stream fails
     */
    public void write(VersionedObject object, OutputStream out) {
        Documents.write(out, toBytes(object));
    }

    /** Returns the envelope as plain maps, lists, text, numbers, booleans and nulls; fails as {@link #toJson}. */
    @SuppressWarnings("unchecked") // an envelope is a map
    public Map<String, @Nullable Object> toPrimitive(VersionedObject object) {
        PrimitiveSink sink = new PrimitiveSink(envelopes(), limits, profile);
        write(object, sink);
        return (Map<String, @Nullable Object>) Objects.requireNonNull(sink.result());
    }

    /**
     * Writes an object where a generator stands: as a document, an element, a field's value. The generator is neither
     * flushed nor closed, and writes in its own way: of several forms of a number its features choose. One object counts as
     * a document, of about the size that plain maps have. Fails as {@link #toJson}; what was written until then stays.
     *
     * @throws org.versionedobjects.StreamFailedException if the stream behind the generator fails
     */
    public void write(VersionedObject object, JsonGenerator generator) {
        OpenDocuments.write(generator, open -> write(object, new MeasuredSink(open, envelopes(), limits, profile)));
    }

    /**
     * Returns a copy of a body in which each object, at any depth of maps, collections and arrays, is its envelope, and all
     * else is as it was: a message with arguments, ready for whatever makes JSON of it. Collections and arrays become
     * lists. Each object is written as an outermost one; fails as {@link #toJson}, the path leading through the body.
     *
     * @param body a map, a collection, an array, an object, or anything else, which is returned as it is
     */
    public @Nullable Object toPlain(@Nullable Object body) {
        return new BodyCopy(
                        VersionedObject.class::isInstance,
                        object -> toPrimitive((VersionedObject) object),
                        limits,
                        null)
                .of(body);
    }

    /**
     * Writes one value of a field type as JSON text, objects in it as envelopes that are outermost ones: for a column that
     * holds JSON. Fails as {@link #toJson(VersionedObject)}.
     */
    public <T extends @Nullable Object> String valueToJson(FieldType<T> type, T value) {
        return documents.toText(generator -> type.write(value, sink(generator)));
    }

    private EnvelopeWriter envelopes() {
        return new EnvelopeWriter(writers);
    }

    private JacksonSink sink(JsonGenerator generator) {
        return new JacksonSink(generator, envelopes(), limits, profile);
    }

    private static void write(VersionedObject object, JacksonSink sink) {
        sink.envelopes().writeRoot(object, sink);
    }

    private static void write(VersionedObject object, PrimitiveSink sink) {
        sink.envelopes().writeRoot(object, sink);
    }

    // ---- reading ----

    /**
     * Reads an object from JSON text that holds one envelope and nothing else.
     *
     * @throws org.versionedobjects.MalformedJsonException if the text is not JSON, ends early or goes on afterwards
     * @throws org.versionedobjects.InvalidEnvelopeException if it is no envelope
     * @throws org.versionedobjects.UnknownObjectException if it is one of an object that is not registered
     * @throws org.versionedobjects.IncompatibleVersionException if it is of another major version, or newer than this one
     * @throws org.versionedobjects.InvalidValueException if a field holds what its type does not allow
     * @throws LimitExceededException if it is larger than the limits allow
     */
    public VersionedObject fromJson(String json) {
        return fromText(json, null);
    }

    /**
     * Reads one value of a field type from JSON text, as {@link #valueToJson} writes it; objects in it that are older are
     * upgraded. Fails as {@link #fromJson(String)}.
     */
    public <T extends @Nullable Object> T valueFromJson(FieldType<T> type, String json) {
        return documents.read(json, parser -> type.read(new JacksonSource(parser, reader)));
    }

    /** Reads an object of a type or its subtypes from JSON text; fails as {@link #fromJson(String)}. */
    public <O extends VersionedObject> O fromJson(ObjectType<O> type, String json) {
        return type.javaClass().cast(fromText(json, type));
    }

    /** Reads an object from JSON in UTF-8, UTF-16 or UTF-32; fails as {@link #fromJson(String)}. */
    public VersionedObject fromBytes(byte[] json) {
        return fromArray(json, null);
    }

    /** Reads an object of a type or its subtypes from bytes; fails as {@link #fromJson(String)}. */
    public <O extends VersionedObject> O fromBytes(ObjectType<O> type, byte[] json) {
        return type.javaClass().cast(fromArray(json, type));
    }

    /** Reads an object from a stream, up to its end, and leaves it open; fails as {@link #fromJson(String)}. */
    public VersionedObject read(InputStream json) {
        return fromStream(json, null);
    }

    /** Reads an object of a type or its subtypes from a stream, as {@link #read(InputStream)}. */
    public <O extends VersionedObject> O read(ObjectType<O> type, InputStream json) {
        return type.javaClass().cast(fromStream(json, type));
    }

    /** Reads an object from plain maps and lists; fails as {@link #fromJson(String)}. */
    public VersionedObject fromPrimitive(@Nullable Object primitive) {
        return reader.readRoot(new PrimitiveSource(primitive, reader, limits), null);
    }

    /** Reads an object of a type or its subtypes from plain maps and lists; fails as {@link #fromJson(String)}. */
    public <O extends VersionedObject> O fromPrimitive(ObjectType<O> type, @Nullable Object primitive) {
        return type.javaClass().cast(reader.readRoot(new PrimitiveSource(primitive, reader, limits), type));
    }

    /**
     * Reads the object that a parser stands on, or before; afterwards the parser stands on its last token, and nothing is
     * closed. The limits hold for this object, and those of the parser for the whole document. Fails as {@link
     * #fromJson(String)}, the parser then standing somewhere inside.
     *
     * @throws IllegalArgumentException if the parser stands on the end of a map or list
     */
    public VersionedObject read(JsonParser parser) {
        return fromParser(parser, null);
    }

    /** Reads an object of a type or its subtypes that a parser stands on, as {@link #read(JsonParser)}. */
    public <O extends VersionedObject> O read(ObjectType<O> type, JsonParser parser) {
        return type.javaClass().cast(fromParser(parser, type));
    }

    /**
     * Returns a copy of a body in which each envelope, at any depth of maps and collections, is the object, and all else is
     * as it was. A map is taken for an envelope if it has a key for an object's name under a serial namespace that this codec
     * reads. Fails as {@link #fromJson(String)}, the path leading through the body.
     *
     * @param body a map, a collection, an array, or anything else, which is returned as it is
     */
    public @Nullable Object fromPlain(@Nullable Object body) {
        FaultCollector faults = reader.newCollector();
        try {
            return new BodyCopy(
                            part -> part instanceof Map<?, ?> map && namespaces.isEnvelope(map),
                            envelope -> reader.readPart(new PrimitiveSource(envelope, reader, limits, faults)),
                            limits,
                            faults)
                    .of(body);
        } catch (VersionedObjectException e) {
            throw FaultCollector.loneOrAll(e);
        }
    }

    private VersionedObject fromParser(JsonParser parser, @Nullable ObjectType<?> wanted) {
        return OpenDocuments.read(
                parser, limits, limited -> reader.readRoot(JacksonSource.ofOpen(limited, reader), wanted));
    }

    private VersionedObject fromText(String json, @Nullable ObjectType<?> wanted) {
        VersionedObject read = quick.read(json, reader, wanted);
        if (read != null) {
            return read;
        }
        return documents.read(json, parser -> reader.readRoot(new JacksonSource(parser, reader), wanted));
    }

    private VersionedObject fromArray(byte[] json, @Nullable ObjectType<?> wanted) {
        VersionedObject read = quick.read(json, reader, wanted);
        if (read != null) {
            return read;
        }
        return documents.read(json, parser -> reader.readRoot(new JacksonSource(parser, reader), wanted));
    }

    private VersionedObject fromStream(InputStream json, @Nullable ObjectType<?> wanted) {
        return documents.read(json, parser -> reader.readRoot(new JacksonSource(parser, reader), wanted));
    }

    // ---- describing ----

    /**
     * Returns a module that teaches a Jackson mapper this codec: objects anywhere in what the mapper writes and reads, in
     * records, lists, maps, trees. A mapper has one.
     */
    public ObjectModule module() {
        return new ObjectModule(this);
    }

    /**
     * Returns the schema of what this codec writes for objects of a type: in the type's own version, or in the one that
     * {@link #forPeer} and {@link #at} say, with nested objects likewise.
     *
     * @throws org.versionedobjects.IncompatibleVersionException if the type cannot be written in that version, or nobody says
     *     which version of a nested object goes with it
     * @throws org.versionedobjects.UnknownObjectException if the type is not registered
     */
    public JsonSchema schema(ObjectType<?> type) {
        Objects.requireNonNull(type, "type");
        return JsonSchema.partial(new JsonSchema.SchemaSource() {
            @Override
            public Map<String, Object> make(boolean isComplete) {
                return new SchemaDefinitions(writers, registry, profile, isComplete).of(type);
            }

            @Override
            public String write(Map<String, Object> schema) {
                return documents.toText(generator -> PlainJson.write(schema, generator));
            }
        });
    }

    /**
     * Returns the schema of what this codec writes for objects of a type in a version; fails as {@link #schema(ObjectType)}.
     *
     * @throws org.versionedobjects.InvalidVersionException if the text is no version
     */
    public JsonSchema schema(ObjectType<?> type, String version) {
        return at(version).schema(type);
    }

    /** Returns the serial namespaces that are read and the types. */
    @Override
    public String toString() {
        return "ObjectCodec of " + namespaces + " for " + registry;
    }
}
