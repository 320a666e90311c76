package org.versionedobjects.persistence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Field;
import org.versionedobjects.FieldType;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.PrimitiveReader;
import org.versionedobjects.PrimitiveWriter;
import org.versionedobjects.VersionedObject;
import org.versionedobjects.VersionedObjectException;
import org.versionedobjects.json.ObjectCodec;

/**
 * What a column holds for a field's values: what JDBC knows as it is, numbers, booleans, times, bytes, UUIDs; of the rest
 * the primitive form, which an envelope has as well; or JSON. Immutable and thread-safe.
 */
final class ColumnForm {
    private static final Instant SAMPLE_TIME = Instant.EPOCH;
    private static final LocalDateTime SAMPLE_LOCAL = LocalDate.EPOCH.atStartOfDay();

    private static final int DATE_LENGTH = "2026-11-25".length();
    private static final int SECONDS_LENGTH = "2026-11-25 10:00:00".length();

    private final FieldType<?> type;
    private final @Nullable ObjectCodec json;
    private final @Nullable Class<?> covered;
    private final boolean isBoolean;
    private final boolean isInstant;
    private final boolean isTime;
    private final boolean isBytes;
    private final boolean secret;

    private ColumnForm(FieldType<?> type, @Nullable ObjectCodec json) {
        this.type = type;
        this.json = json;
        FieldType<?> plain = type.plainType();
        this.covered = json == null ? type.coveredClass() : null;
        this.isBoolean = json == null && takes(plain, true) && !takes(plain, "text");
        this.isInstant = json == null && takes(plain, SAMPLE_TIME);
        this.isTime = isInstant || (json == null && takes(plain, SAMPLE_LOCAL));
        this.isBytes = json == null && takesBytes(plain);
        this.secret = json != null && knowsSecrets(json);
    }

    /** Returns the form of plain values. */
    static ColumnForm of(FieldType<?> type) {
        return new ColumnForm(type, null);
    }

    /** Returns the form of JSON text. */
    static ColumnForm json(FieldType<?> type, ObjectCodec codec) {
        return new ColumnForm(type, codec);
    }

    /** Returns whether a value is one of a type as it is, not only something to make one of. */
    static boolean takes(FieldType<?> type, Object sample) {
        try {
            return sample.equals(type.coerce(sample));
        } catch (RuntimeException e) { // a type of the application's own may refuse in its own way
            return false;
        }
    }

    /** Returns whether the values of a type are bytes. */
    static boolean takesBytes(FieldType<?> type) {
        try {
            return type.coerce(new byte[] {1}) instanceof byte[];
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Returns whether an object in JSON may have a secret field, as far as the codec knows types. */
    boolean hasSecrets() {
        return secret;
    }

    private static boolean knowsSecrets(ObjectCodec codec) {
        return codec.registry().types().stream()
                .flatMap(each -> each.allFields().stream())
                .anyMatch(field -> field.spec().isSecret());
    }

    /** Returns whether values may be of any kind, which no kind of column but JSON can tell apart. */
    boolean isAny() {
        return json == null && takes(type, true) && takes(type, "text") && takes(type, 1L);
    }

    boolean isJson() {
        return json != null;
    }

    /** Returns whether values are times of day with a date. */
    boolean isTime() {
        return isTime;
    }

    /** Returns a class of which every object is a value, as the column holds it; null if there is none. */
    @Nullable
    Class<?> covered() {
        return covered;
    }

    /** Returns what the values want of their column. */
    ColumnValues values() {
        return json == null ? ColumnValues.of(type) : ColumnValues.json(type);
    }

    /** Returns what a column is to hold for a value, null for one that no column can hold. */
    @Nullable
    Object toColumn(Object value) {
        if (json != null) {
            return new JsonText(toJson(json, type, value));
        }
        Object plain = plain(type, value);
        if (plain == null || !JdbcValues.isKnown(plain)) {
            return primitive(type, value);
        }
        return isTime ? cut(plain) : plain;
    }

    @SuppressWarnings("unchecked") // a value of the field
    private static <T extends @Nullable Object> @Nullable Object plain(FieldType<T> type, Object value) {
        return type.plainValue((T) value);
    }

    /** Cuts a time to what every engine keeps, microseconds: some would round it and some would not. */
    private static Object cut(Object time) {
        if (time instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MICROS);
        }
        return time instanceof LocalDateTime local ? local.truncatedTo(ChronoUnit.MICROS) : time;
    }

    /** Returns a value as the row has it now that it was written: a time without what is finer than a microsecond. */
    @Nullable
    Object kept(@Nullable Object value) {
        if (value == null || !isTime) {
            return value;
        }
        Object plain = plain(type, value);
        if (plain == null) {
            return value;
        }
        Object cut = cut(plain);
        return cut.equals(plain) ? value : type.coerce(cut);
    }

    @SuppressWarnings("unchecked") // a value of the field
    private static <T extends @Nullable Object> String toJson(ObjectCodec codec, FieldType<T> type, Object value) {
        return codec.valueToJson(type, (T) value);
    }

    @SuppressWarnings("unchecked") // a value of the field
    private static <T extends @Nullable Object> @Nullable Object primitive(FieldType<T> type, Object value) {
        try {
            PrimitiveWriter writer = new PrimitiveWriter(1);
            type.write((T) value, writer);
            Object primitive = writer.result();
            return primitive != null && JdbcValues.isKnown(primitive) ? primitive : null;
        } catch (LimitExceededException | UnsupportedOperationException e) {
            return null;
        }
    }

    /**
     * Returns the value that a column holds, which is not null.
     *
     * @throws VersionedObjectException if the field's type does not take it
     */
    @Nullable
    Object fromColumn(Object raw) {
        if (json != null) {
            return clean(json, type, raw instanceof byte[] bytes ? utf8(bytes) : raw.toString());
        }
        if (isBoolean && raw instanceof Number number) {
            return type.coerce(number.doubleValue() != 0);
        }
        if (isInstant && raw instanceof LocalDateTime time) {
            return type.coerce(time.toInstant(ZoneOffset.UTC));
        }
        if (isTime && raw instanceof String text) {
            return read(isoTime(text));
        }
        // what is no bytes to the type was written as a text, of whatever kind the column is
        return read(raw instanceof byte[] bytes && !isBytes ? utf8(bytes) : raw);
    }

    /** Returns a time in the form of ISO 8601 that SQL writes in its own: with a space, in UTC without saying so. */
    private String isoTime(String text) {
        if (text.length() < SECONDS_LENGTH || text.charAt(DATE_LENGTH) != ' ') {
            return text;
        }
        boolean hasZone =
                text.endsWith("Z") || text.indexOf('+', DATE_LENGTH) > 0 || text.indexOf('-', DATE_LENGTH) > 0;
        String iso = text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1);
        return isInstant && !hasZone ? iso + 'Z' : iso;
    }

    private @Nullable Object read(Object value) {
        try {
            return type.coerce(value);
        } catch (InvalidValueException e) {
            return read(value, e);
        }
    }

    /** Reads JSON; what an object in it had changed when it was written is not changed any more: it is what the row has. */
    private static <T extends @Nullable Object> T clean(ObjectCodec codec, FieldType<T> type, String text) {
        T value = codec.valueFromJson(type, text);
        if (value != null) {
            type.anyNested(value, ColumnForm::reset);
        }
        return value;
    }

    private static boolean reset(VersionedObject object) {
        object.resetChanges();
        object.objectType().fields().forEach(field -> resetInside(object, field));
        return false;
    }

    private static <T extends @Nullable Object> void resetInside(VersionedObject object, Field<T> field) {
        T value = object.isSet(field) ? object.get(field) : null;
        if (value != null) {
            field.type().anyNested(value, ColumnForm::reset);
        }
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads a primitive form that the type makes something else of than its own values: mapped types. */
    private @Nullable Object read(Object raw, InvalidValueException otherwise) {
        try {
            return type.read(new PrimitiveReader(raw));
        } catch (VersionedObjectException | IllegalArgumentException e) {
            throw otherwise;
        }
    }

    /** JSON on its way to a column, of whatever type that is. */
    record JsonText(String text) {
        @Override
        public String toString() {
            return text;
        }
    }
}
