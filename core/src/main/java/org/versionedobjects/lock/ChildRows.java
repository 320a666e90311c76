package org.versionedobjects.lock;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Version;

/**
 * The rows of a {@code child} table: the version of the child from each version of the parent on. Immutable and thread-safe.
 */
record ChildRows(NavigableMap<Version, Version> byParent) {
    /** Returns the rows of a table of texts, in whatever order; none if it is no table. */
    static ChildRows of(@Nullable Object table) {
        NavigableMap<Version, Version> rows = new TreeMap<>();
        if (table instanceof Map<?, ?> texts) {
            texts.forEach((parent, child) -> rows.put(Version.parse((String) parent), Version.parse((String) child)));
        }
        return new ChildRows(Collections.unmodifiableNavigableMap(rows));
    }

    /** Returns the version that goes with a version of the parent; null if the table starts later, or is none. */
    @Nullable
    Version with(Version parent) {
        Map.Entry<Version, Version> row = byParent.floorEntry(parent);
        return row == null ? null : row.getValue();
    }

    /** Returns the call that declares a row: {@code .child("1.2", "1.1")}. */
    static String call(@Nullable Object parent, @Nullable Object child) {
        return ".child(" + JavaText.quoted(parent) + ", " + JavaText.quoted(child) + ")";
    }
}
