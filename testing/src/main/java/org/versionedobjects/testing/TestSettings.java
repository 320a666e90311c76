package org.versionedobjects.testing;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the command line and the environment say of a run of tests. Immutable.
 *
 * @param properties the value of a system property, null if it is not set
 * @param environment the value of a variable, null if it is not set
 */
record TestSettings(Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
    static final TestSettings OF_JVM = new TestSettings(System::getProperty, System::getenv);

    boolean writesLock() {
        return "write".equals(properties.apply(VersionTests.LOCK));
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
