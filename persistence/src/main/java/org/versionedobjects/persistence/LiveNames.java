package org.versionedobjects.persistence;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

/** What a database makes of the names in statements, as its driver tells. Immutable and thread-safe. */
final class LiveNames {
    private final Dialect dialect;
    private final Folding plain;
    private final Folding quoted;

    private enum Folding {
        UPPER,
        LOWER,
        EXACT,
        ANY_CASE
    }

    private LiveNames(Dialect dialect, Folding plain, Folding quoted) {
        this.dialect = dialect;
        this.plain = plain;
        this.quoted = quoted;
    }

    static LiveNames of(Dialect dialect, DatabaseMetaData metaData) throws SQLException {
        Folding quoted = metaData.supportsMixedCaseQuotedIdentifiers() ? Folding.EXACT : Folding.ANY_CASE;
        return new LiveNames(dialect, plain(metaData), quoted);
    }

    private static Folding plain(DatabaseMetaData metaData) throws SQLException {
        if (metaData.storesUpperCaseIdentifiers()) {
            return Folding.UPPER;
        }
        if (metaData.storesLowerCaseIdentifiers()) {
            return Folding.LOWER;
        }
        return metaData.supportsMixedCaseIdentifiers() ? Folding.EXACT : Folding.ANY_CASE;
    }

    /** Returns whether a name of the mapping, as it stands in statements, means one of the schema. */
    boolean isSame(String mapped, String live) {
        boolean isPlain = dialect.quote(mapped).equals(mapped);
        return switch (isPlain ? plain : quoted) {
            case UPPER -> mapped.toUpperCase(Locale.ROOT).equals(live);
            case LOWER -> mapped.toLowerCase(Locale.ROOT).equals(live);
            case EXACT -> mapped.equals(live);
            case ANY_CASE -> mapped.equalsIgnoreCase(live);
        };
    }
}
