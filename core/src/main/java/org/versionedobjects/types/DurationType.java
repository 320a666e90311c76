package org.versionedobjects.types;

import java.time.Duration;

final class DurationType extends TextScalarType<Duration> {
    static final DurationType INSTANCE = new DurationType();

    private DurationType() {
        super("an ISO 8601 duration, such as PT1H30M", Duration.class);
    }

    @Override
    Duration parse(String text) {
        return Duration.parse(text);
    }
}
