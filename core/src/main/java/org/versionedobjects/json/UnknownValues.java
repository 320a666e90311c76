package org.versionedobjects.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.LimitExceededException;
import org.versionedobjects.UnknownFields;
import org.versionedobjects.Version;

/** Collects the fields of one object that are not known, up to a number of characters. Confined to one thread. */
final class UnknownValues {
    private static final int SCALAR = 8;

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final int most;
    private long characters;

    UnknownValues(int most) {
        this.most = most;
    }

    void add(String name, @Nullable Object value) {
        count(name.length());
        countAll(value);
        values.put(name, value);
    }

    private void countAll(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            count(SCALAR);
            map.forEach((key, each) -> {
                countAll(key);
                countAll(each);
            });
        } else if (value instanceof List<?> list) {
            count(SCALAR);
            list.forEach(this::countAll);
        } else if (value instanceof String text) {
            count(text.length());
        } else {
            count(value instanceof Number number ? number.toString().length() : SCALAR);
        }
    }

    private void count(int more) {
        characters += more;
        if (characters > most) {
            throw new LimitExceededException(
                    Facts.expected("fields that are not known here of at most " + most + " characters", "more")
                            .withAdvice("raise what is given to carryUnknownFields"),
                    null);
        }
    }

    UnknownFields of(Version version, List<String> changes) {
        List<String> changed = new ArrayList<>();
        for (String each : changes) {
            if (values.containsKey(each) && !changed.contains(each)) {
                changed.add(each);
            }
        }
        return new UnknownFields(version, values, changed);
    }
}
