package org.versionedobjects.testing.persistence;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.persistence.Conflict;
import org.versionedobjects.persistence.StoreException;
import org.versionedobjects.persistence.Table;

/** What is wrong with a table, as the sentence that a test fails with. */
final class Finding {
    private Finding() {}

    static AssertionError of(Table<?> table, String sentence) {
        return new AssertionError(subject(table) + sentence);
    }

    static AssertionError of(Table<?> table, String sentence, Collection<?> details) {
        return new AssertionError(subject(table) + sentence + ":" + lines(details));
    }

    /** Returns the finding that the library or the database refused something, with what to do about it. */
    static AssertionError refused(Table<?> table, String sentence, VersionedObjectException refusal) {
        String cure = refusal instanceof StoreException failure ? cure(failure) : null;
        String details = refusal.getMessage() + (cure == null ? "" : System.lineSeparator() + "  " + cure);
        return new AssertionError(subject(table) + sentence + ":" + lines(List.of(details)), refusal);
    }

    private static String subject(Table<?> table) {
        return table + ": ";
    }

    private static String lines(Collection<?> details) {
        return details.stream()
                .map(each -> System.lineSeparator() + "  " + each)
                .collect(Collectors.joining());
    }

    static String names(Collection<Field<?>> fields) {
        return fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }

    private static String field(StoreException failure) {
        return failure instanceof Conflict conflict && !conflict.fields().isEmpty()
                ? conflict.fields().get(0).toString()
                : "FIELD";
    }

    private static @Nullable String cure(StoreException failure) {
        String maker = "with(" + field(failure) + ", seed -> …)";
        return switch (failure.kind()) {
            case NOT_NULL -> "let the column take null, or the field's type not";
            case OUT_OF_RANGE -> "make the column fit the values of the field's type, or bound the type";
            case MISSING_REFERENCE ->
                "say which rows the table refers to: with(" + field(failure) + ", seed -> seed.saved(TABLE).get(KEY))";
            case CHECK, CONSTRAINT -> "say which values the table takes: " + maker + ", or make whole objects";
            case DUPLICATE -> "the table has such a row: use a database without, or say which values are new: " + maker;
            case NO_SUCH_TABLE_OR_COLUMN -> "let the schema and the mapping be the same";
            default -> null;
        };
    }
}
