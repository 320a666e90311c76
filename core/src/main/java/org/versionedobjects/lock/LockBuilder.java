package org.versionedobjects.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.FieldHistory;
import org.versionedobjects.FieldSpec;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectRegistry;
import org.versionedobjects.ObjectType;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.UnknownObjectException;
import org.versionedobjects.Version;

/** Makes of the types of a registry what a lock records of them. Confined to one thread. */
final class LockBuilder {
    private final ObjectRegistry registry;

    LockBuilder(ObjectRegistry registry) {
        this.registry = registry;
    }

    SortedMap<LockedType.Id, LockedType> types() {
        SortedMap<LockedType.Id, LockedType> types = new TreeMap<>();
        for (ObjectType<?> type : registry.types()) {
            LockedType made = type(type);
            types.put(made.id(), made);
        }
        return types;
    }

    static LockedType.Id id(ObjectType<?> type) {
        return new LockedType.Id(type.namespace(), type.name(), type.version().major());
    }

    private LockedType type(ObjectType<?> type) {
        SortedSet<Version> versions = new TreeSet<>(type.historyVersions());
        versions.add(type.version());
        addRows(type, versions);
        List<LockedVersion> made = new ArrayList<>();
        Version before = null;
        for (Version each : versions) {
            made.add(version(type, each, before));
            before = each;
        }
        return LockedType.of(id(type), false, made);
    }

    /** Adds the versions from which on other versions of children belong to the type. */
    private static void addRows(ObjectType<?> type, SortedSet<Version> versions) {
        for (Field<?> field : type.allFields()) {
            addRows(type, field.type(), versions);
            type.history(field).changes().forEach(each -> addRows(type, each.before(), versions));
        }
    }

    private static void addRows(ObjectType<?> type, FieldType<?> held, SortedSet<Version> versions) {
        for (NestedReference reference : held.references()) {
            for (String row : reference.children().keySet()) {
                Version version = Version.parse(row);
                if (version.isSameMajor(type.version()) && !version.isAfter(type.version())) {
                    versions.add(version);
                }
            }
        }
    }

    /** Returns what a version of a type is like, recorded or not. */
    LockedVersion version(ObjectType<?> type, Version version, @Nullable Version before) {
        SortedMap<String, Version> mixins = new TreeMap<>(type.mixins());
        mixins.values().removeIf(joined -> joined.isAfter(version));
        SortedMap<String, LockedField> fields = new TreeMap<>();
        SortedMap<String, Version> nested = new TreeMap<>();
        for (Field<?> field : type.allFields()) {
            FieldHistory history = type.history(field);
            if (history.isIn(version)) {
                LockedField made = field(type, field, version);
                fields.put(made.name(), made);
                addNested(history.typeIn(version, field.type()), version.equals(type.version()), nested);
            }
        }
        ObjectType<?> parent = type.parent();
        return new LockedVersion(
                version,
                parent == null ? null : parent.qualifiedName() + " " + type.parentVersion(version),
                type.element() != null,
                type.isEphemeral(),
                mixins,
                fields,
                nested,
                before == null ? LockedStep.NONE : step(type, version, before));
    }

    private void addNested(FieldType<?> type, boolean isNewest, SortedMap<String, Version> nested) {
        for (NestedReference reference : isNewest ? type.references() : List.<NestedReference>of()) {
            registry.accepted(reference)
                    .forEach(each -> nested.merge(
                            each.qualifiedName(), each.version(), (one, other) -> one.isBefore(other) ? other : one));
        }
    }

    private <T extends @Nullable Object> LockedField field(ObjectType<?> type, Field<T> field, Version version) {
        FieldHistory history = type.history(field);
        FieldType<?> form = history.typeIn(version, field.type()).at(version);
        boolean isAsNow =
                history.changes().stream().noneMatch(each -> each.version().isAfter(version));
        String owner = field.owner();
        return new LockedField(
                history.nameIn(version, field.name()),
                childrenUpTo(version, form.description(this::names)),
                field.spec().isReadOnly(),
                field.spec().isSecret(),
                isAsNow ? defaultOf(field.spec()) : null,
                owner.equals(type.qualifiedName()) ? null : owner);
    }

    private static <T extends @Nullable Object> LockedField.@Nullable Default defaultOf(FieldSpec<T> spec) {
        if (!spec.hasDefault()) {
            return null;
        }
        return new LockedField.Default(spec.isSecret() ? Facts.MASK : primitive(spec.type(), spec.defaultValue()));
    }

    private static <T extends @Nullable Object> @Nullable Object primitive(FieldType<T> type, T value) {
        try {
            return value == null ? null : type.toPrimitive(value);
        } catch (UnsupportedOperationException e) { // objects, which only a codec writes
            return type.format(value);
        }
    }

    List<String> names(NestedReference reference) {
        List<String> names = registry.named(reference).stream()
                .map(ObjectType::qualifiedName)
                .distinct()
                .sorted()
                .toList();
        if (names.isEmpty()) {
            throw new UnknownObjectException(Facts.problem("no registered type is a " + reference.describe()), null);
        }
        return names;
    }

    /** Leaves out the rows of child tables that are of later versions. */
    private static TypeDescription childrenUpTo(Version version, TypeDescription given) {
        TypeDescription element = given.element();
        TypeDescription type = element == null ? given : given.withElement(childrenUpTo(version, element));
        if (!(type.option("child") instanceof Map<?, ?> rows)) {
            return type;
        }
        Map<String, Object> known = new TreeMap<>();
        rows.forEach((parent, child) -> {
            if (!Version.parse((String) parent).isAfter(version)) {
                known.put((String) parent, child);
            }
        });
        return known.isEmpty() ? type.without("child") : type.with("child", known);
    }

    private static LockedStep step(ObjectType<?> type, Version version, Version before) {
        SortedMap<String, String> renamed = new TreeMap<>();
        SortedMap<String, SortedMap<String, @Nullable Object>> removed = new TreeMap<>();
        SortedMap<String, SortedMap<String, @Nullable Object>> retyped = new TreeMap<>();
        for (Field<?> field : type.allFields()) {
            FieldHistory history = type.history(field);
            if (!history.isIn(before)) {
                continue;
            }
            String older = history.nameIn(before, field.name());
            if (!history.isIn(version)) {
                removed.put(older, fill(field));
                continue;
            }
            String name = history.nameIn(version, field.name());
            if (!name.equals(older)) {
                renamed.put(name, older);
            }
            history.changes().stream()
                    .filter(each -> each.version().equals(version))
                    .forEach(each -> retyped.put(name, nulls(each, field.spec().isSecret())));
        }
        boolean hasOwnCode =
                type.steps().stream().anyMatch(each -> each.version().equals(version));
        return new LockedStep(renamed, removed, retyped, hasOwnCode);
    }

    private static <T extends @Nullable Object> SortedMap<String, @Nullable Object> fill(Field<T> field) {
        SortedMap<String, @Nullable Object> facts = new TreeMap<>();
        if (field.spec().hasFill()) {
            T fill = field.spec().fillValue();
            facts.put("fill", field.spec().isSecret() ? Facts.MASK : primitive(field.type(), fill));
        }
        return facts;
    }

    private static SortedMap<String, @Nullable Object> nulls(FieldHistory.Change change, boolean isSecret) {
        SortedMap<String, @Nullable Object> facts = new TreeMap<>();
        change.nullDown()
                .ifPresent(value -> facts.put("nullDown", isSecret ? Facts.MASK : plain(change.before(), value)));
        change.nullUp().ifPresent(value -> facts.put("nullUp", isSecret ? Facts.MASK : plain(change.after(), value)));
        return facts;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the value is of the type
    private static <T extends @Nullable Object> @Nullable Object plain(FieldType<T> type, Object value) {
        return primitive(type, (T) value);
    }
}
