package org.versionedobjects.persistence;

import java.util.List;
import org.versionedobjects.Field;

/**
 * What a save did.
 *
 * @param fields the fields whose columns were written, in the order of the table; empty if nothing had changed, so that
 *     there was no statement
 * @param unsaved the paths of changes that stay: {@code project.external_id} inside an object referred to, or a field
 *     without a column
 */
public record Saved(List<Field<?>> fields, List<String> unsaved) {
    /** Copies the lists. */
    public Saved {
        fields = List.copyOf(fields);
        unsaved = List.copyOf(unsaved);
    }
}
