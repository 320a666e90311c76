package org.versionedobjects;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an object of a newer version had that its type does not know, kept to be written back: for codecs that carry it.
 *
 * @param version the version that the object came in
 * @param values the fields that are not known, as plain maps, lists, texts, numbers, booleans and nulls, in the order in
 *     which they came
 * @param changed the names among them that were changed, in the order in which they came
 */
public record UnknownFields(Version version, Map<String, @Nullable Object> values, List<String> changed) {
    /** Copies the map and the list; what is in them is shared and must not be changed. */
    public UnknownFields {
        Objects.requireNonNull(version, "version");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        changed = List.copyOf(changed);
    }
}
