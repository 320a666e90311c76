package org.versionedobjects.persistence;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;

/**
 * A position in an order as text: base64 for URLs of a byte for the version of this form, four for the order, and the
 * position's values, each a byte for its kind and its bytes. It hides nothing and proves nothing: who makes one up moves
 * to another place in what may be read anyway.
 */
final class Cursor {
    private static final byte VERSION = 1;
    private static final int MOST_DIGITS = 1_000;

    private final Table<?> table;
    private final Sort sort;

    Cursor(Table<?> table, Sort sort) {
        this.table = table;
        this.sort = sort;
    }

    private int order() {
        CRC32 checksum = new CRC32();
        checksum.update((table.name() + ":" + sort.signature()).getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }

    // ---- writing ----

    /** Returns the text of a position, whose values are of the classes that {@link JdbcValues#isKnown} says, or null. */
    String write(List<@Nullable Object> position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(order());
            for (Object value : position) {
                write(out, value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // not in memory
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? 'T' : 'F');
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeDouble(number);
        } else if (value instanceof Float number) {
            out.writeByte('f');
            out.writeFloat(number);
        } else if (value instanceof byte[] bytes) {
            write(out, 'b', bytes);
        } else if (isInteger(value)) {
            out.writeByte('l');
            out.writeLong(((Number) value).longValue());
        } else {
            write(out, kindOfText(value), value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isInteger(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
    }

    private static char kindOfText(Object value) {
        if (value instanceof UUID) {
            return 'u';
        }
        if (value instanceof Instant) {
            return 'i';
        }
        if (value instanceof LocalDateTime) {
            return 't';
        }
        if (value instanceof LocalDate) {
            return 'y';
        }
        return value instanceof Number ? 'n' : 's';
    }

    private static void write(DataOutputStream out, char kind, byte[] bytes) throws IOException {
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    // ---- reading ----

    /**
     * Returns the position that a text is of.
     *
     * @throws InvalidCursorException if it is none, or of another order
     */
    List<@Nullable Object> read(String text) {
        try {
            ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            check(in.get() == VERSION, "the text is no cursor of this version of the library");
            check(in.getInt() == order(), "the cursor is of another table or order");
            List<@Nullable Object> position = new ArrayList<>();
            for (int index = 0; index < sort.columns().size(); index++) {
                position.add(read(in));
            }
            check(!in.hasRemaining(), "the cursor is longer than it should be");
            return position;
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException e) {
            throw invalid("the text is no cursor", e);
        }
    }

    private static @Nullable Object read(ByteBuffer in) {
        char kind = (char) in.get();
        return switch (kind) {
            case '0' -> null;
            case 'T' -> true;
            case 'F' -> false;
            case 'd' -> in.getDouble();
            case 'f' -> in.getFloat();
            case 'l' -> in.getLong();
            case 'b' -> bytes(in);
            default -> read(kind, new String(bytes(in), StandardCharsets.UTF_8));
        };
    }

    private static Object read(char kind, String text) {
        return switch (kind) {
            case 'u' -> UUID.fromString(text);
            case 'i' -> Instant.parse(text);
            case 't' -> LocalDateTime.parse(text);
            case 'y' -> LocalDate.parse(text);
            case 'n' -> number(text);
            case 's' -> text;
            default -> throw new IllegalArgumentException("There is no kind of value " + kind);
        };
    }

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("A driver would write out all the digits");
        }
        return number;
    }

    private static byte[] bytes(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private void check(boolean isTrue, String problem) {
        if (!isTrue) {
            throw invalid(problem, null);
        }
    }

    private InvalidCursorException invalid(String problem, @Nullable Throwable cause) {
        return new InvalidCursorException(
                Facts.problem(problem).withObject(table.type()).withAdvice("begin with the first page"), cause);
    }
}
