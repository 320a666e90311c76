package org.versionedobjects.lock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.Field;
import org.versionedobjects.FieldHistory;
import org.versionedobjects.FieldType;
import org.versionedobjects.NestedReference;
import org.versionedobjects.ObjectType;
import org.versionedobjects.StateAccess;
import org.versionedobjects.Version;
import org.versionedobjects.VersionManifest;
import org.versionedobjects.VersionedObject;

/**
 * Compares an object with what was read of it after it had been written in an older version. What the history accounts for
 * may differ: fields that the version does not have are unset, removed ones have what older peers get, values that came
 * later are those that stand for them. What conversions and steps do is nobody's to tell; that it settles, others check.
 *
 * @param nested which types stand in fields
 * @param manifest what the peer can read, which keeps fields that child tables alone leave out
 * @param found gets what differs otherwise
 */
record HistoryComparison(NestedTypes nested, VersionManifest manifest, Consumer<? super Facts> found) {
    private static final String LOST = "something else comes back than the history accounts for";

    void compare(String path, boolean isSecret, VersionedObject before, VersionedObject after) {
        ObjectType<?> type = before.objectType();
        if (type != after.objectType()) {
            tell(path, "a " + type, "a " + after.objectType());
            return;
        }
        Version version = after.readVersion().orElse(type.version());
        if (type.steps().stream().anyMatch(each -> each.version().isAfter(version))) {
            return;
        }
        for (Field<?> field : type.allFields()) {
            String at = path.isEmpty() ? field.name() : path + "." + field.name();
            compareField(at, isSecret || field.spec().isSecret(), field, version, before, after);
        }
    }

    private void tell(String path, String expected, String was) {
        found.accept(Facts.problem(LOST).withPath(path).withExpected(expected).withWas(was));
    }

    private <T extends @Nullable Object> void compareField(
            String path,
            boolean isSecret,
            Field<T> field,
            Version version,
            VersionedObject before,
            VersionedObject after) {
        ObjectType<?> type = before.objectType();
        FieldHistory history = type.history(field);
        int slot = type.slot(field);
        if (history.removedIn() != null) {
            compareRemoved(
                    path,
                    isSecret,
                    field,
                    history.isIn(version) && history.changes().isEmpty(),
                    after);
            return;
        }
        boolean isThere = history.isIn(version) && !isLeftOut(type, field, version);
        boolean isExpected = isThere && StateAccess.isSet(before, slot);
        if (isExpected != StateAccess.isSet(after, slot)) {
            tell(path, isExpected ? "a value" : "unset", isExpected ? "unset" : "a value");
            return;
        }
        if (!isExpected) {
            return;
        }
        if (StateAccess.isChanged(before, slot) != StateAccess.isChanged(after, slot)) {
            boolean isChanged = StateAccess.isChanged(before, slot);
            tell(path, isChanged ? "changed" : "not changed", isChanged ? "not changed" : "changed");
        }
        if (history.changes().stream().noneMatch(each -> each.version().isAfter(version))) {
            compareValues(
                    path,
                    isSecret,
                    field.type(),
                    seenIn(version, field.type(), StateAccess.value(before, slot)),
                    StateAccess.value(after, slot));
        }
    }

    /** Older peers get a value in place of what is gone, and so it comes back. */
    private <T extends @Nullable Object> void compareRemoved(
            String path, boolean isSecret, Field<T> field, boolean isFilled, VersionedObject after) {
        int slot = after.objectType().slot(field);
        if (isFilled && field.spec().hasFill()) {
            Object was = StateAccess.isSet(after, slot) ? StateAccess.value(after, slot) : null;
            compareValues(path, isSecret, field.type(), field.spec().fillValue(), was);
        }
    }

    private boolean isLeftOut(ObjectType<?> type, Field<?> field, Version version) {
        boolean isOwn = manifest.isEmpty() && version.equals(type.version());
        List<NestedReference> references = NestedTypes.references(type, field, version);
        return !isOwn
                && references.stream()
                        .anyMatch(each -> !each.children().isEmpty()
                                && NestedTypes.row(each, version) == null
                                && nested.accepted(each).stream()
                                        .noneMatch(child -> manifest.find(child).isPresent()));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // slots hold what their field's type accepted
    private static <T extends @Nullable Object> @Nullable Object seenIn(
            Version version, FieldType<T> type, @Nullable Object value) {
        FieldType<T> seen = type.at(version);
        return seen == type || value == null ? value : seen.accept((T) value);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // slots hold what their field's type accepted
    private <T extends @Nullable Object> void compareValues(
            String path, boolean isSecret, FieldType<T> type, @Nullable Object before, @Nullable Object after) {
        if (before == null || after == null) {
            if (before != after) {
                tell(path, text(isSecret, type, before), text(isSecret, type, after));
            }
            return;
        }
        if (!type.sameShape((T) before, (T) after)) {
            tell(path, text(isSecret, type, before), text(isSecret, type, after));
            return;
        }
        Map<String, VersionedObject> inside = new LinkedHashMap<>();
        type.forEachNested((T) before, path, inside::put);
        type.forEachNested(
                (T) after, path, (at, each) -> compare(at, isSecret, Objects.requireNonNull(inside.get(at), at), each));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // slots hold what their field's type accepted
    private static <T extends @Nullable Object> String text(
            boolean isSecret, FieldType<T> type, @Nullable Object value) {
        return value == null ? "null" : isSecret ? Facts.MASK : type.format((T) value);
    }
}
