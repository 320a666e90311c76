package org.versionedobjects.golden;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said of a case. */
enum Verdict {
    PASSED,
    /** Differs from oslo on purpose; the rule and the result here are listed. */
    DELIBERATE,
    /** Needs what a later issue brings. */
    LATER,
    /** Differs, and is not listed so. */
    WRONG;

    static String text(Map<Verdict, Integer> counts) {
        return Arrays.stream(values())
                .map(each -> counts.getOrDefault(each, 0) + " " + each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
