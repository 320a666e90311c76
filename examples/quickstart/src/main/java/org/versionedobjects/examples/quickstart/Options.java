package org.versionedobjects.examples.quickstart;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** What the command line says. */
record Options(String url, String user, String password, Optional<Path> envelopes) {
    static final String USAGE = "usage: [--url JDBC-URL] [--user NAME] [--password PASSWORD] [FILE]"
            + " (FILE has an envelope in each line)";

    private static final String EMBEDDED = "jdbc:h2:mem:quickstart;DB_CLOSE_DELAY=-1";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if there is anything in it that {@link #USAGE} does not name
     */
    static Options parse(String... arguments) {
        Options options = new Options(EMBEDDED, "sa", "", Optional.empty());
        Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            options = options.with(left.remove(), left);
        }
        return options;
    }

    private Options with(String argument, Deque<String> left) {
        return switch (argument) {
            case "--url" -> new Options(value(argument, left), user, password, envelopes);
            case "--user" -> new Options(url, value(argument, left), password, envelopes);
            case "--password" -> new Options(url, user, value(argument, left), envelopes);
            default -> withFile(argument);
        };
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " has no value; " + USAGE);
        }
        return left.remove();
    }

    private Options withFile(String argument) {
        if (argument.startsWith("-") || envelopes.isPresent()) {
            throw new IllegalArgumentException("\"" + argument + "\" was not expected; " + USAGE);
        }
        return new Options(url, user, password, Optional.of(Path.of(argument)));
    }
}
