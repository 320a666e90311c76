package org.versionedobjects.types;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;

/**
 * Decimal numbers that keep every digit, such as amounts of money; made by {@link Types#decimal}. Two are the same if
 * their values are: 1.0 and 1.00. On the wire a JSON string, since many peers read JSON numbers as binary ones.
 *
 * <p>Immutable and thread-safe.
 */
public final class DecimalType extends ScalarType<BigDecimal> {
    private static final Range.Order<BigDecimal> ORDER = (one, other) -> one.compareTo(other) < 0;
    static final DecimalType ANY = new DecimalType(Range.all(), null);

    private final Range<BigDecimal> range;
    private final @Nullable Integer scale;

    private DecimalType(Range<BigDecimal> range, @Nullable Integer scale) {
        super("a decimal number" + (scale == null ? " of at most " + Numbers.MOST_DIGITS + " digits" : places(scale))
                + range.describe());
        this.range = range;
        this.scale = scale;
    }

    private static String places(int scale) {
        return " with at most " + scale + (scale == 1 ? " digit" : " digits") + " after the point";
    }

    /** Returns this type without the numbers that have more digits after the point; zeros at the end do not count. */
    public DecimalType scale(int digits) {
        return new DecimalType(range, digits);
    }

    /** Returns this type without the numbers below the given one. */
    public DecimalType atLeast(BigDecimal bound) {
        return new DecimalType(range.from(Objects.requireNonNull(bound, "bound")), scale);
    }

    /** Returns this type without the numbers above the given one. */
    public DecimalType atMost(BigDecimal bound) {
        return new DecimalType(range.to(Objects.requireNonNull(bound, "bound")), scale);
    }

    /** Returns this type with the numbers from one to another only, both included. */
    public DecimalType between(BigDecimal least, BigDecimal most) {
        return atLeast(least).atMost(most);
    }

    /** Returns this type without the numbers below zero. */
    public DecimalType nonNegative() {
        return atLeast(BigDecimal.ZERO);
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>(range.problems(ORDER));
        if (scale != null && (scale < 0 || scale > Numbers.MOST_DIGITS)) {
            problems.add("the scale is 0 to " + Numbers.MOST_DIGITS + " digits, not " + scale);
        }
        return problems;
    }

    @Override
    public BigDecimal accept(BigDecimal value) {
        return checked(value, value);
    }

    @Override
    BigDecimal coerceStrict(Object value) {
        return checked(value, Numbers.decimal(value));
    }

    private BigDecimal checked(Object given, @Nullable BigDecimal made) {
        if (made == null || !Numbers.isShort(made) || !range.has(made, ORDER)) {
            throw refused(given);
        }
        if (scale == null || made.scale() <= scale) {
            return made;
        }
        if (made.stripTrailingZeros().scale() > scale) {
            throw refused(given);
        }
        return made.setScale(scale, RoundingMode.UNNECESSARY);
    }

    @Override
    public boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    @Override
    public String format(BigDecimal value) {
        return value.toPlainString();
    }

    @Override
    public void write(BigDecimal value, ValueWriter out) {
        out.writeText(value.toPlainString());
    }

    @Override
    public BigDecimal read(ValueReader in) {
        return switch (in.kind()) {
            case TEXT -> coerceStrict(in.readText());
            case INTEGER, DECIMAL -> coerceStrict(in.readDecimal());
            default -> throw in.mismatch(describe());
        };
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        TypeDescription limited = range.limit(TypeDescription.of("decimal"), BigDecimal::toPlainString);
        return scale == null ? limited : limited.with("scale", scale);
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return SchemaTexts.decimal(scale);
    }
}
