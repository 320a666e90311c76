package org.versionedobjects.types;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Version;

/**
 * A condition on versions, such as {@code >=1.0,<2.0}: comparisons with {@code <}, {@code <=}, {@code ==}, {@code !=},
 * {@code >=} or {@code >}, separated by commas, that must all hold. Versions are those of PEP 440. As
 * {@code versionutils.VersionPredicate} of oslo.utils.
 *
 * <p>Immutable and thread-safe.
 *
 * @param text the condition as it was written; two predicates are equal if their texts are
 */
public record VersionPredicate(String text) {
    private static final String DESCRIPTION = "comparisons of versions, such as >=1.0,<2.0";
    private static final int MOST_CHARACTERS = 1_000;
    private static final Pattern COMPARISON = Pattern.compile("\\s*(<=|>=|<|>|!=|==)\\s*(\\S+)\\s*");

    private record Comparison(IntPredicate order, PythonVersion version) {
        boolean holds(PythonVersion tested) {
            return order.test(tested.compareTo(version));
        }
    }

    /**
     * Checks the text.
     *
     * @throws InvalidValueException if it is no condition
     */
    public VersionPredicate {
        if (parse(text) == null) {
            throw refused(text);
        }
    }

    static String description() {
        return DESCRIPTION;
    }

    static InvalidValueException refused(@Nullable Object was) {
        return InvalidValueException.expected(DESCRIPTION, was);
    }

    private static @Nullable List<Comparison> parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return null;
        }
        ImmutableList.Builder<Comparison> comparisons = ImmutableList.builder();
        for (String part : text.split(",", -1)) {
            Matcher matcher = COMPARISON.matcher(part);
            PythonVersion version = matcher.matches() ? PythonVersion.parse(matcher.group(2)) : null;
            if (version == null) {
                return null;
            }
            comparisons.add(new Comparison(order(matcher.group(1)), version));
        }
        return comparisons.build();
    }

    private static IntPredicate order(String sign) {
        return switch (sign) {
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case "==" -> order -> order == 0;
            case "!=" -> order -> order != 0;
            case ">=" -> order -> order >= 0;
            default -> order -> order > 0;
        };
    }

    /**
     * Returns whether the condition holds for a version.
     *
     * @throws InvalidValueException if the text is no version of PEP 440
     */
    public boolean test(String version) {
        PythonVersion tested = PythonVersion.parse(version);
        if (tested == null) {
            throw InvalidValueException.expected("a version, such as 1.4 or 2.0rc1", version);
        }
        List<Comparison> comparisons = parse(text);
        return comparisons != null && comparisons.stream().allMatch(each -> each.holds(tested));
    }

    /** Returns whether the condition holds for the version of an object. */
    public boolean test(Version version) {
        return test(version.toString());
    }

    /** Returns the condition as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
