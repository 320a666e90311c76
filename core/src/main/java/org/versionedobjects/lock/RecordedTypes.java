package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.DynamicObject;
import org.versionedobjects.Field;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedType;
import org.versionedobjects.ObjectList;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.Version;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.types.Types;

/** Makes types, without classes of their own, of what is recorded: a peer of that time. */
final class RecordedTypes {
    private static final String OBJECTS = "objects";

    private final VersionLock lock;

    RecordedTypes(VersionLock lock) {
        this.lock = lock;
    }

    /** Returns the types in some versions; one that has no such version, or none before it, is left out. */
    ObjectRegistry at(Map<LockedType.Id, Version> versions) {
        List<ObjectType<?>> types = new ArrayList<>();
        versions.forEach((id, version) -> find(id, version).ifPresent(each -> types.add(type(id, version, each))));
        return ObjectRegistry.of(types);
    }

    private Optional<LockedVersion> find(LockedType.Id id, Version version) {
        return lock.find(id).flatMap(type -> type.at(version));
    }

    private ObjectType<?> type(LockedType.Id id, Version version, LockedVersion recorded) {
        return recorded.isList() ? listType(id, version, recorded) : objectType(id, version, recorded);
    }

    @SuppressWarnings("unchecked") // the elements of a list object are objects
    private static ObjectType<?> listType(LockedType.Id id, Version version, LockedVersion recorded) {
        LockedField objects = recorded.field(OBJECTS).orElseThrow();
        NestedType<VersionedObject> element = (NestedType<VersionedObject>)
                Types.described(Objects.requireNonNull(objects.type().element(), "element"));
        ObjectType.Definition<ObjectList<VersionedObject>> define =
                ObjectType.defineList(id.namespace(), id.name(), element);
        recorded.fields().values().stream()
                .filter(each -> !each.name().equals(OBJECTS))
                .forEach(each -> addField(define, each));
        return define.version(version.toString());
    }

    private ObjectType<DynamicObject> objectType(LockedType.Id id, Version version, LockedVersion recorded) {
        ObjectType.Definition<DynamicObject> define;
        Set<String> inherited;
        String parent = recorded.parent();
        if (parent == null) {
            define = ObjectType.dynamic(id.namespace(), id.name());
            inherited = Set.of();
        } else {
            ObjectType<DynamicObject> above = parent(parent);
            define = ObjectType.dynamicExtending(above, id.namespace(), id.name());
            inherited = above.fields().stream().map(Field::name).collect(Collectors.toSet());
        }
        recorded.fields().values().stream()
                .filter(each -> !inherited.contains(each.name()))
                .forEach(each -> addField(define, each));
        return define.version(version.toString());
    }

    /** A parent has the version that goes with its child, whatever version of it stands by itself. */
    private ObjectType<DynamicObject> parent(String text) {
        int blank = text.lastIndexOf(' ');
        int dot = text.lastIndexOf('.', blank);
        Version version = Version.parse(text.substring(blank + 1));
        LockedType.Id id = new LockedType.Id(text.substring(0, dot), text.substring(dot + 1, blank), version.major());
        return objectType(id, version, find(id, version).orElseThrow());
    }

    private static void addField(ObjectType.Definition<?> define, LockedField field) {
        FieldType<?> type = Types.described(field.type());
        if (field.isSecret()) {
            define.field(field.name(), secret(type));
        } else {
            define.field(field.name(), type);
        }
    }

    private static <T extends @Nullable Object> FieldSpec<T> secret(FieldType<T> type) {
        return FieldSpec.of(type).secret();
    }
}
