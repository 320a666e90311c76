package org.versionedobjects.types;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueSchema;

final class DurationType extends TimeType<Duration> {
    static final DurationType INSTANCE = new DurationType();

    private DurationType() {
        super("an ISO 8601 duration, such as PT1H30M");
    }

    @Override
    Duration parseTime(String text) {
        return Duration.parse(text);
    }

    @Override
    @Nullable
    Duration convert(Object value) {
        return value instanceof Duration duration ? duration : null;
    }

    @Override
    String text(Duration value) {
        return value.toString();
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return TypeDescription.of("duration");
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return SchemaTexts.matching(SchemaTexts.DURATION); // the format "duration" has no fractions and no signs
    }
}
