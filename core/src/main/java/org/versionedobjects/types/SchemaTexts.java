package org.versionedobjects.types;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Profile;
import org.versionedobjects.ValueSchema;

/**
 * Schemas of texts. Patterns are of the syntax that {@link Pattern} and ECMA-262 share, and stand beside a format since
 * most validators take a format for a remark.
 */
final class SchemaTexts {
    static final String DATE = "[+-]?[0-9]{4,9}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";
    static final String TIME = DATE + "T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?";
    static final String DURATION =
            "[+-]?P(?:[+-]?[0-9]+D)?" + "(?:T(?:[+-]?[0-9]+H)?(?:[+-]?[0-9]+M)?(?:[+-]?[0-9]+(?:\\.[0-9]{1,9})?S)?)?";

    /** What no URI has: blanks, controls and the delimiters of other syntaxes. */
    static final String URI = "[^\\u0000-\\u0020<>\"{}|\\\\^`\\u007f]*";

    private static final String ZONE = "(?:Z|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)";
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String IPV4 = OCTET + "(?:\\." + OCTET + "){3}";
    private static final String IPV6 = "[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*";
    private static final String PREFIX_32 = "/(?:3[0-2]|[12]?[0-9])";
    private static final String PREFIX_128 = "/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9])";

    private static final int MOST_CHARACTERS = 1_000;
    private static final String ESCAPE = "\\\\[dDwW.\\\\^$*+?()\\[\\]{}|/tnrf]";

    /**
     * Expressions that mean the same in both syntaxes: characters, plain classes, groups, choices, greedy and lazy
     * quantifiers. Anything else, such as look-around, flags and possessive quantifiers, is not told in a schema.
     */
    private static final Pattern SHARED = Pattern.compile("\\^?(?:(?:[^\\\\\\[\\](){}*+?|^$]|" + ESCAPE
            + "|\\[\\^?(?:[^\\\\\\[\\]&^]|" + ESCAPE + ")+\\]|\\((?:\\?:|(?!\\?))|\\)|\\|)"
            + "(?:(?:[*+?]|\\{[0-9]+(?:,[0-9]*)?\\})\\??(?![*+?{]))?)*\\$?");

    private SchemaTexts() {}

    /** Returns the schema of texts that match a shared expression from the first character to the last. */
    static ValueSchema matching(String regex) {
        return ValueSchema.of("string").with("pattern", whole(regex));
    }

    private static String whole(String regex) {
        return "^(?:" + regex + ")$";
    }

    /** Returns a schema with those of an application's expressions that are shared ones. */
    static ValueSchema matchingAll(ValueSchema text, List<Pattern> patterns) {
        List<String> shared = patterns.stream()
                .map(Pattern::pattern)
                .filter(regex -> regex.length() <= MOST_CHARACTERS
                        && SHARED.matcher(regex).matches())
                .map(SchemaTexts::whole)
                .toList();
        if (shared.size() <= 1) {
            return shared.isEmpty() ? text : text.with("pattern", shared.get(0));
        }
        return text.with(
                "allOf",
                shared.stream()
                        .map(each -> ValueSchema.ANYTHING.with("pattern", each))
                        .toList());
    }

    static ValueSchema decimal(@Nullable Integer scale) {
        String whole = "-?[0-9]+";
        if (scale == null) {
            return matching(whole + "(?:\\.[0-9]+)?");
        }
        return matching(scale < 1 ? whole : whole + "(?:\\.[0-9]{1," + scale + "})?");
    }

    static ValueSchema timeWithZone() {
        return matching(TIME + ZONE).with("format", "date-time");
    }

    /** Returns the schema of UUIDs; peers in Python write them without dashes as well. */
    static ValueSchema uuid(Profile profile) {
        if (profile == Profile.OSLO) {
            return matching("[0-9A-Fa-f]{8}(?:-?[0-9A-Fa-f]{4}){3}-?[0-9A-Fa-f]{12}");
        }
        return matching("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}").with("format", "uuid");
    }

    static ValueSchema ipAddress(IpVersion version) {
        ValueSchema four = matching(IPV4).with("format", "ipv4");
        ValueSchema six = matching(IPV6).with("format", "ipv6");
        return choice(version, four, six);
    }

    static ValueSchema ipNetwork(IpVersion version) {
        return choice(version, matching(IPV4 + PREFIX_32), matching(IPV6 + PREFIX_128));
    }

    private static ValueSchema choice(IpVersion version, ValueSchema four, ValueSchema six) {
        return switch (version) {
            case EITHER -> ValueSchema.anyOf(List.of(four, six));
            case IPV4 -> four;
            case IPV6 -> six;
        };
    }
}
