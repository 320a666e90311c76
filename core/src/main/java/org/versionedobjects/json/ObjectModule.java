package org.versionedobjects.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.ObjectType;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.Serializers;
import tools.jackson.databind.type.CollectionType;

/**
 * Teaches a Jackson mapper versioned objects, wherever they are in what it writes and reads:
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().addModule(codec.module()).build();
 * String json = mapper.writeValueAsString(new Request("create", consumer));
 * }</pre>
 *
 * <p>What a property is declared as must be what is read, {@code Consumer} or a supertype; {@link VersionedObject} takes any
 * registered type. Faults are Jackson's {@link DatabindException} with the path through the application's classes; their
 * cause is the library's exception with the path in the object.
 *
 * <p>Immutable and thread-safe.
 */
public final class ObjectModule extends JacksonModule {
    /**
     * The name of a writer's attribute that holds the {@link VersionManifest} of who reads, for one call:
     * {@code mapper.writer().withAttribute(ObjectModule.PEER, manifest)}. Without it the module's codec decides.
     */
    public static final String PEER = "org.versionedobjects.peer";

    private final ObjectCodec codec;

    ObjectModule(ObjectCodec codec) {
        this.codec = codec;
    }

    @Override
    public String getModuleName() {
        return "versioned-objects";
    }

    /** Returns that the version is not known: what counts is the codec. */
    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    /** Adds a serializer and deserializers for {@link VersionedObject} and the classes that extend it. */
    @Override
    public void setupModule(SetupContext context) {
        Objects.requireNonNull(context, "context");
        context.addSerializers(new ObjectSerializers(new ObjectSerializer(codec)));
        context.addDeserializers(new ObjectDeserializers(codec));
    }

    private static boolean isObject(Class<?> type) {
        return VersionedObject.class.isAssignableFrom(type);
    }

    /** Finds the serializer for each class of objects, list objects included. */
    private static final class ObjectSerializers extends Serializers.Base {
        private final ObjectSerializer serializer;

        ObjectSerializers(ObjectSerializer serializer) {
            this.serializer = serializer;
        }

        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                JsonFormat.@Nullable Value format) {
            return isObject(type.getRawClass()) ? serializer : null;
        }

        @Override
        public @Nullable ValueSerializer<?> findCollectionSerializer(
                SerializationConfig config,
                CollectionType type,
                BeanDescription.Supplier description,
                JsonFormat.@Nullable Value format,
                @Nullable TypeSerializer elementType,
                @Nullable ValueSerializer<Object> element) {
            return isObject(type.getRawClass()) ? serializer : null;
        }
    }

    private static final class ObjectSerializer extends ValueSerializer<VersionedObject> {
        private final ObjectCodec codec;

        ObjectSerializer(ObjectCodec codec) {
            this.codec = codec;
        }

        @Override
        public void serialize(VersionedObject object, JsonGenerator out, SerializationContext context) {
            try {
                codecFor(context).write(object, out);
            } catch (VersionedObjectException e) {
                throw DatabindException.from(out, e.getMessage(), e);
            }
        }

        private ObjectCodec codecFor(SerializationContext context) {
            Object peer = context.getAttribute(PEER);
            if (peer == null) {
                return codec;
            }
            if (peer instanceof VersionManifest manifest) {
                return codec.forPeer(manifest);
            }
            throw new InvalidValueException(
                    Facts.expected("a VersionManifest as the attribute " + PEER, Facts.show(peer)), null);
        }

        /** An envelope says itself what it is. */
        @Override
        public void serializeWithType(
                VersionedObject object, JsonGenerator out, SerializationContext context, TypeSerializer type) {
            serialize(object, out, context);
        }
    }

    /** Makes a deserializer for each class of objects, list objects included. */
    private static final class ObjectDeserializers extends Deserializers.Base {
        private final ObjectCodec codec;

        ObjectDeserializers(ObjectCodec codec) {
            this.codec = codec;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return isObject(type);
        }

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return find(type);
        }

        @Override
        public @Nullable ValueDeserializer<?> findCollectionDeserializer(
                CollectionType type,
                DeserializationConfig config,
                BeanDescription.Supplier description,
                @Nullable TypeDeserializer elementType,
                @Nullable ValueDeserializer<?> element) {
            return find(type);
        }

        private @Nullable ValueDeserializer<?> find(JavaType type) {
            return isObject(type.getRawClass()) ? new ObjectDeserializer(codec, type.getRawClass()) : null;
        }
    }

    private static final class ObjectDeserializer extends ValueDeserializer<VersionedObject> {
        private final ObjectCodec codec;
        private final Class<?> wanted;
        private final @Nullable ObjectType<?> type;

        ObjectDeserializer(ObjectCodec codec, Class<?> wanted) {
            this.codec = codec;
            this.wanted = wanted;
            List<ObjectType<?>> types = codec.registry().types().stream()
                    .filter(each -> each.javaClass() == wanted)
                    .toList();
            this.type = types.size() == 1 ? types.get(0) : null;
        }

        @Override
        public VersionedObject deserialize(JsonParser in, DeserializationContext context) {
            try {
                return type == null ? checked(codec.read(in)) : codec.read(type, in);
            } catch (VersionedObjectException e) {
                throw DatabindException.from(in, e.getMessage(), e);
            }
        }

        private VersionedObject checked(VersionedObject read) {
            if (!wanted.isInstance(read)) {
                throw new InvalidValueException(
                        Facts.expected("a " + wanted.getSimpleName(), "a " + read.objectType()), null);
            }
            return read;
        }

        /** An envelope says itself what it is. */
        @Override
        public VersionedObject deserializeWithType(
                JsonParser in, DeserializationContext context, TypeDeserializer typeDeserializer) {
            return deserialize(in, context);
        }
    }
}
