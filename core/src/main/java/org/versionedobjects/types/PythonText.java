package org.versionedobjects.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text that Python's {@code str()} makes of a value, for data that Python services write and read. */
final class PythonText {
    /** What Python makes a text of without being told otherwise; about 4,300 digits. */
    private static final int MOST_BITS = 14_284;

    private static final int MOST_DIGITS = 17;
    private static final List<RoundingMode> NEAREST_FIRST =
            List.of(RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private PythonText() {}

    /** Returns the text of what oslo's String takes: texts, whole and floating-point numbers, booleans, times; else null. */
    static @Nullable String of(Object value) {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        if (value instanceof Boolean bool) {
            return bool ? "True" : "False";
        }
        if (value instanceof Number number) {
            return ofNumber(number);
        }
        return ofTime(value);
    }

    private static @Nullable String ofNumber(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return repr(number.doubleValue());
        }
        if (number instanceof BigInteger big) {
            return big.bitLength() <= MOST_BITS ? big.toString() : null;
        }
        return Numbers.isSmallInteger(number) ? number.toString() : null;
    }

    /** Returns Python's {@code repr} of a float: the fewest digits that read back as the same, {@code 1e-05}. */
    static String repr(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        double magnitude = Math.abs(value);
        if (Double.isInfinite(magnitude)) {
            return sign + "inf";
        }
        return sign + (magnitude == 0 ? "0.0" : digits(shortest(magnitude)));
    }

    private static String digits(BigDecimal number) {
        String digits = number.unscaledValue().toString();
        int exponent = digits.length() - 1 - number.scale();
        if (exponent < -4 || exponent >= 16) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + String.format(Locale.ROOT, "e%+03d", exponent);
        }
        return number.scale() <= 0 ? number.toPlainString() + ".0" : number.toPlainString();
    }

    /**
     * Returns the decimal number of the fewest digits that is nearest to no other double. {@link Double#toString} finds
     * it from JDK 19 on only.
     */
    static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; precision < MOST_DIGITS; precision++) {
            for (RoundingMode mode : NEAREST_FIRST) {
                BigDecimal rounded = exact.round(new MathContext(precision, mode));
                if (rounded.doubleValue() == value) {
                    return rounded.stripTrailingZeros();
                }
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static @Nullable String ofTime(Object value) {
        if (value instanceof LocalDateTime time) {
            return local(time);
        }
        try {
            if (value instanceof Instant instant) {
                return withOffset(instant.atOffset(ZoneOffset.UTC));
            }
        } catch (DateTimeException e) {
            return null; // beyond all calendars
        }
        if (value instanceof ZonedDateTime time) {
            return withOffset(time.toOffsetDateTime());
        }
        return value instanceof OffsetDateTime time ? withOffset(time) : null;
    }

    private static @Nullable String withOffset(OffsetDateTime time) {
        String local = local(time.toLocalDateTime());
        String offset = time.getOffset().equals(ZoneOffset.UTC)
                ? "+00:00"
                : time.getOffset().getId();
        return local == null ? null : local + offset;
    }

    /** Python has the years from 1 to 9999, and microseconds. */
    private static @Nullable String local(LocalDateTime time) {
        if (time.getYear() < 1 || time.getYear() > 9999) {
            return null;
        }
        int micros = time.get(ChronoField.MICRO_OF_SECOND);
        return SECONDS.format(time) + (micros == 0 ? "" : String.format(Locale.ROOT, ".%06d", micros));
    }
}
