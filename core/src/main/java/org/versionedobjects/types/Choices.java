package org.versionedobjects.types;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists the names there are to choose from, for messages. */
final class Choices {
    private static final int MOST_NAMES = 20;

    private Choices() {}

    static String list(Collection<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + ", … (" + names.size() + " in all)";
    }
}
