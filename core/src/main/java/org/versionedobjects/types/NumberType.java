package org.versionedobjects.types;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Profile;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;

/**
 * Numbers of one class, in a range or not; made by {@link Types#integer}, {@link Types#longInteger},
 * {@link Types#bigInteger} and {@link Types#floatingPoint}. A range that no number is in is a problem of the definition.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <N> the Java class of the numbers
 */
public final class NumberType<N extends Number> extends ScalarType<N> {
    private final NumberKind<N> kind;
    private final Range<N> range;

    NumberType(NumberKind<N> kind) {
        this(kind, Range.all());
    }

    private NumberType(NumberKind<N> kind, Range<N> range) {
        super(kind.description + range.describe());
        this.kind = kind;
        this.range = range;
    }

    /** Returns this type without the numbers below the given one. */
    public NumberType<N> atLeast(N bound) {
        return new NumberType<>(kind, range.from(bound));
    }

    /** Returns this type without the numbers above the given one. */
    public NumberType<N> atMost(N bound) {
        return new NumberType<>(kind, range.to(bound));
    }

    /** Returns this type with the numbers from one to another only, both included. */
    public NumberType<N> between(N least, N most) {
        return atLeast(least).atMost(most);
    }

    /**
     * Returns this type without the numbers below zero, as oslo's {@code NonNegativeInteger} and {@code NonNegativeFloat}.
     */
    public NumberType<N> nonNegative() {
        return atLeast(kind.zero);
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>(range.problems(kind::isLess));
        checkBound(range.least(), problems);
        checkBound(range.most(), problems);
        return problems;
    }

    private void checkBound(@Nullable N bound, List<String> problems) {
        if (bound != null && !kind.isLegal(bound)) {
            problems.add("the bound " + bound + " is not " + kind.description);
        }
    }

    @Override
    public @Nullable Class<?> coveredClass() {
        return range.equals(Range.all()) ? kind.coveredClass() : null;
    }

    @Override
    public N accept(N value) {
        return checked(value, kind.isLegal(value) ? value : null);
    }

    @Override
    N coerceStrict(Object value) {
        return checked(value, kind.coerceStrict(value));
    }

    @Override
    N coerceOslo(Object value) {
        return checked(value, kind.coerceOslo(value));
    }

    private N checked(Object given, @Nullable N made) {
        if (made == null || !range.has(made, kind::isLess)) {
            throw refused(given);
        }
        return made;
    }

    @Override
    public void write(N value, ValueWriter out) {
        kind.write(value, out);
    }

    @Override
    public N read(ValueReader in) {
        if (kind.canRead(in.kind())) {
            N value = kind.read(in);
            return checked(value, value);
        }
        if (in.profile() == Profile.OSLO) {
            return readOslo(in);
        }
        throw in.mismatch(describe());
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return range.limit(TypeDescription.of(kind.factory), bound -> bound);
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return range.limit(kind.schema());
    }
}
