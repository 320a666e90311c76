package org.versionedobjects.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A statement in the making: its text, in which no value stands, and its parameters in order. Confined to one thread. */
final class SqlText {
    private final Dialect dialect;
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    SqlText(Dialect dialect) {
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    SqlText add(String more) {
        text.append(more);
        return this;
    }

    /** Adds what has the marks of some values in it. */
    SqlText add(String more, List<?> values) {
        parameters.addAll(values);
        return add(more);
    }

    /** Adds a name in quotes. */
    SqlText name(String name) {
        return add(dialect.quote(name));
    }

    /** Adds a mark for a value. */
    SqlText parameter(Object value) {
        parameters.add(value);
        return add("?");
    }

    /** Adds marks for several values, with commas between. */
    SqlText parameters(List<?> values) {
        parameters.addAll(values);
        return add(String.join(", ", Collections.nCopies(values.size(), "?")));
    }

    /** Returns the parameters so far. */
    List<Object> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    /** Returns the text so far. */
    String text() {
        return text.toString();
    }
}
