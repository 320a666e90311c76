package org.versionedobjects.types;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;

/** The bounds of a number, both inclusive, null where there is none. */
record Range<N>(@Nullable N least, @Nullable N most) {
    static final String AT_LEAST = "atLeast";
    static final String AT_MOST = "atMost";

    interface Order<N> {
        boolean isLess(N one, N other);
    }

    static <N> Range<N> all() {
        return new Range<>(null, null);
    }

    Range<N> from(N bound) {
        return new Range<>(bound, most);
    }

    Range<N> to(N bound) {
        return new Range<>(least, bound);
    }

    /** Returns whether a value is not outside; so NaN, which is on no side of anything, is in. */
    boolean has(N value, Order<N> order) {
        return (least == null || !order.isLess(value, least)) && (most == null || !order.isLess(most, value));
    }

    /** Returns what follows "a number" in messages. */
    String describe() {
        if (least != null && most != null) {
            return " from " + least + " to " + most;
        }
        if (least != null) {
            return " not below " + least;
        }
        return most == null ? "" : " not above " + most;
    }

    /** Returns a schema of numbers with these bounds in place of its own. */
    ValueSchema limit(ValueSchema schema) {
        ValueSchema fromLeast = least == null ? schema : schema.with("minimum", least);
        return most == null ? fromLeast : fromLeast.with("maximum", most);
    }

    /** Returns a description with these bounds. */
    TypeDescription limit(TypeDescription description, Function<N, Object> plain) {
        TypeDescription fromLeast = least == null ? description : description.with(AT_LEAST, plain.apply(least));
        return most == null ? fromLeast : fromLeast.with(AT_MOST, plain.apply(most));
    }

    List<String> problems(Order<N> order) {
        boolean isEmpty = least != null && most != null && order.isLess(most, least);
        return isEmpty ? List.of("no number is" + describe()) : List.of();
    }
}
