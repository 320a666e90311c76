package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Facts;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedType;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/**
 * Makes types of what is recorded of them: without classes, without history, with fields by name. A type extends its parent
 * where that is there in the version that it was recorded with; else it has the parent's fields itself. Confined to one
 * thread.
 */
final class RecordedTypes {
    private static final String ELEMENTS = "objects";

    private final Map<LockedType.Id, LockedVersion> recorded = new TreeMap<>();
    private final Map<String, LockedType.Id> byParent = new HashMap<>();
    private final Map<LockedType.Id, ObjectType<?>> made = new HashMap<>();

    RecordedTypes(VersionLock lock, Map<LockedType.Id, Version> versions) {
        versions.forEach((id, version) -> {
            recorded.put(id, recorded(lock, id, version));
            byParent.put(id.qualifiedName() + " " + version, id);
        });
    }

    private static LockedVersion recorded(VersionLock lock, LockedType.Id id, Version version) {
        return lock.find(id)
                .filter(type -> version.isSameMajor(type.newest().version())
                        && !version.isAfter(type.newest().version()))
                .flatMap(type -> type.at(version))
                .map(found -> found.version().equals(version) ? found : found.as(version))
                .orElseThrow(() -> new UnknownObjectException(
                        Facts.problem("the lock has no such version").withObject(id.qualifiedName(), version), null));
    }

    ObjectRegistry registry() {
        List<ObjectType<?>> types = new ArrayList<>();
        recorded.keySet().forEach(id -> types.add(type(id)));
        return ObjectRegistry.of(types);
    }

    private ObjectType<?> type(LockedType.Id id) {
        ObjectType<?> known = made.get(id);
        if (known != null) {
            return known;
        }
        LockedVersion version = Objects.requireNonNull(recorded.get(id));
        ObjectType<?> type = version.isList() ? list(id, version) : object(id, version);
        made.put(id, type);
        return type;
    }

    private ObjectType<?> object(LockedType.Id id, LockedVersion version) {
        LockedType.Id parent = parent(version);
        ObjectType.Definition<DynamicObject> define = parent == null
                ? ObjectType.dynamic(id.namespace(), id.name())
                : ObjectType.dynamicExtending(dynamic(type(parent)), id.namespace(), id.name());
        SortedMap<String, LockedField> fields = new TreeMap<>(version.fields());
        if (parent != null) {
            fields.keySet().removeAll(fieldsOf(parent).keySet());
        }
        return complete(define, version, fields);
    }

    /** Returns the type that a version can extend here, null if there is none that has the fields that it inherits. */
    private LockedType.@Nullable Id parent(LockedVersion version) {
        LockedType.Id parent = version.parent() == null ? null : byParent.get(version.parent());
        boolean isInherited = parent != null
                && fieldsOf(parent).entrySet().stream()
                        .allMatch(each -> version.field(each.getKey())
                                .filter(own -> own.type().equals(each.getValue().type()))
                                .isPresent());
        return isInherited ? parent : null;
    }

    private SortedMap<String, LockedField> fieldsOf(LockedType.Id id) {
        return Objects.requireNonNull(recorded.get(id)).fields();
    }

    @SuppressWarnings("unchecked") // what is no list is made as one of these
    private static ObjectType<DynamicObject> dynamic(ObjectType<?> type) {
        return (ObjectType<DynamicObject>) type;
    }

    @SuppressWarnings("unchecked") // the elements of a list object are objects
    private static ObjectType<?> list(LockedType.Id id, LockedVersion version) {
        TypeDescription element = version.field(ELEMENTS)
                .map(field -> field.type().element())
                .orElseThrow(() -> new IllegalArgumentException("The list " + id + " has no elements"));
        NestedType<VersionedObject> type = (NestedType<VersionedObject>) Types.described(element);
        SortedMap<String, LockedField> others = new TreeMap<>(version.fields());
        others.remove(ELEMENTS);
        return complete(ObjectType.defineList(id.namespace(), id.name(), type), version, others);
    }

    private static <O extends VersionedObject> ObjectType<O> complete(
            ObjectType.Definition<O> define, LockedVersion version, SortedMap<String, LockedField> fields) {
        fields.values().forEach(field -> define.field(field.name(), spec(Types.described(field.type()), field)));
        if (version.isEphemeral()) {
            define.ephemeral();
        }
        return define.version(version.version().toString());
    }

    private static <T extends @Nullable Object> FieldSpec<T> spec(FieldType<T> type, LockedField field) {
        FieldSpec<T> spec = FieldSpec.of(type);
        LockedField.Default recorded = field.defaultValue();
        if (recorded != null && !field.isSecret()) { // of which only the mask is recorded
            spec = spec.defaultsTo(value(type, recorded.primitive()));
        }
        spec = field.isReadOnly() ? spec.readOnly() : spec;
        return field.isSecret() ? spec.secret() : spec;
    }

    @SuppressWarnings("NullAway") // null is a default of types that take it
    private static <T extends @Nullable Object> T value(FieldType<T> type, @Nullable Object primitive) {
        return primitive == null ? null : type.fromPrimitive(primitive);
    }
}
