package org.versionedobjects.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.versionedobjects.Profile;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueWriter;

final class DoubleType extends ScalarType<Double> {
    static final DoubleType INSTANCE = new DoubleType();

    private static final String DECIMAL = "[+-]?[0-9]{1,40}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?";

    private DoubleType() {
        super("a finite number");
    }

    @Override
    public Double accept(Double value) {
        if (!Double.isFinite(value)) {
            throw refused(value);
        }
        return value;
    }

    @Override
    Double coerceStrict(Object value) {
        if (value instanceof Double number) {
            return accept(number);
        }
        if (value instanceof Float number) {
            return accept(number.doubleValue());
        }
        if (value instanceof BigDecimal number) {
            return exactly(number, number.doubleValue());
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return exactly(BigDecimal.valueOf(((Number) value).longValue()), ((Number) value).doubleValue());
        }
        if (value instanceof BigInteger number) {
            return exactly(new BigDecimal(number), number.doubleValue());
        }
        if (value instanceof CharSequence text && text.toString().matches(DECIMAL)) {
            return accept(Double.parseDouble(text.toString()));
        }
        throw refused(value);
    }

    private Double exactly(BigDecimal number, double nearest) {
        if (Double.isFinite(nearest) && new BigDecimal(nearest).compareTo(number) == 0) {
            return nearest;
        }
        throw refused(number);
    }

    @Override
    public void write(Double value, ValueWriter out) {
        out.writeDouble(value);
    }

    @Override
    public Double read(ValueReader in) {
        if (in.profile() == Profile.OSLO) {
            return readOslo(in);
        }
        if (in.kind() != ValueReader.Kind.INTEGER && in.kind() != ValueReader.Kind.DECIMAL) {
            throw in.mismatch(describe());
        }
        return accept(in.readDouble());
    }
}
