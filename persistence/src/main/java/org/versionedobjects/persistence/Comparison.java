package org.versionedobjects.persistence;

/** How a column is compared with a value. */
enum Comparison {
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String operator;

    Comparison(String operator) {
        this.operator = operator;
    }

    String operator() {
        return operator;
    }

    /** Returns what is true of just the values, besides null, that this is false of. */
    Comparison opposite() {
        return switch (this) {
            case LESS -> GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> GREATER;
            case GREATER -> LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> LESS;
        };
    }
}
