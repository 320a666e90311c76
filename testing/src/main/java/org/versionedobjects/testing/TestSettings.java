package org.versionedobjects.testing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the command line and the environment say of a run of tests. Immutable.
 *
 * @param properties the value of a system property, null if it is not set
 * @param environment the value of a variable, null if it is not set
 */
record TestSettings(Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
    static final String WRITE = "write";

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    static final TestSettings OF_JVM = new TestSettings(System::getProperty, System::getenv);

    boolean writesLock() {
        return WRITE.equals(properties.apply(VersionTests.LOCK));
    }

    /** Returns what is said of the lock if that is nothing that can be done. */
    Optional<String> misunderstood() {
        return Optional.ofNullable(properties.apply(VersionTests.LOCK)).filter(value -> !value.equals(WRITE));
    }

    /** Returns the types that a property names. */
    List<String> types(String property) {
        String value = properties.apply(property);
        return value == null ? List.of() : COMMA.splitAsStream(value.strip()).toList();
    }

    /** Returns the name of the release that is to be recorded. */
    Optional<String> release() {
        return Optional.ofNullable(properties.apply(VersionTests.RELEASE)).filter(name -> !name.isEmpty());
    }

    boolean isContinuousIntegration() {
        String value = environment.apply("CI");
        return value != null && !value.isEmpty() && !value.equalsIgnoreCase("false");
    }
}
