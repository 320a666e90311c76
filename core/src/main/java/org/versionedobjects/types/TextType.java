package org.versionedobjects.types;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.versionedobjects.Facts;
import org.versionedobjects.InvalidValueException;
import org.versionedobjects.Profile;
import org.versionedobjects.ReferenceNames;
import org.versionedobjects.SchemaContext;
import org.versionedobjects.TypeDescription;
import org.versionedobjects.ValueReader;
import org.versionedobjects.ValueSchema;
import org.versionedobjects.ValueWriter;

/**
 * Texts, of a certain length or pattern or not; made by {@link Types#string} and {@link Types#secretString}. A text is of
 * Unicode characters: half of a surrogate pair is refused, since UTF-8 cannot carry it.
 *
 * <p>Immutable and thread-safe.
 */
public final class TextType extends ScalarType<String> {
    static final TextType ANY = new TextType(new Rules(0, Integer.MAX_VALUE, ImmutableList.of()), false, List.of());
    static final TextType SECRET = new TextType(ANY.rules, true, List.of());

    private final Rules rules;
    private final boolean secret;
    private final List<String> faults;

    private TextType(Rules rules, boolean secret, List<String> faults) {
        super(rules.describe());
        this.rules = rules;
        this.secret = secret;
        this.faults = faults;
    }

    /** What a text must be; lengths in code points. */
    private record Rules(int shortest, int longest, ImmutableList<Pattern> patterns) {
        boolean allow(String text) {
            return hasLength(text) && (patterns.isEmpty() || allMatch(text));
        }

        private boolean allMatch(String text) {
            return patterns.stream().allMatch(pattern -> pattern.matcher(text).matches());
        }

        private boolean hasLength(String text) {
            if (shortest == 0 && text.length() <= longest) {
                return true; // there are never more code points than chars
            }
            int length = text.codePointCount(0, text.length());
            return length >= shortest && length <= longest;
        }

        ValueSchema schema() {
            ValueSchema text = ValueSchema.of("string");
            ValueSchema fromShortest = shortest > 0 ? text.with("minLength", shortest) : text;
            ValueSchema toLongest =
                    longest < Integer.MAX_VALUE ? fromShortest.with("maxLength", longest) : fromShortest;
            return SchemaTexts.matchingAll(toLongest, patterns);
        }

        TypeDescription description() {
            TypeDescription text = TypeDescription.of("string");
            TypeDescription fromShortest = shortest > 0 ? text.with("minLength", shortest) : text;
            TypeDescription toLongest =
                    longest < Integer.MAX_VALUE ? fromShortest.with("maxLength", longest) : fromShortest;
            return patterns.isEmpty()
                    ? toLongest
                    : toLongest.with(
                            "matching",
                            patterns.stream().map(Pattern::pattern).sorted().toList());
        }

        String describe() {
            StringBuilder description = new StringBuilder("a text").append(describeLength());
            String conjunction = " that matches ";
            for (Pattern pattern : patterns) {
                description.append(conjunction).append(pattern);
                conjunction = " and ";
            }
            return description.toString();
        }

        private String describeLength() {
            if (shortest > 0 && longest < Integer.MAX_VALUE) {
                return " of " + shortest + " to " + characters(longest);
            }
            if (shortest > 0) {
                return " of at least " + characters(shortest);
            }
            return longest < Integer.MAX_VALUE ? " of at most " + characters(longest) : "";
        }

        private static String characters(int count) {
            return count == 1 ? "1 character" : count + " characters";
        }
    }

    /** Returns this type without the texts of fewer Unicode characters (code points: an emoji is one). */
    public TextType minLength(int characters) {
        return new TextType(new Rules(characters, rules.longest, rules.patterns), secret, faults);
    }

    /** Returns this type without the texts of more Unicode characters (code points: an emoji is one). */
    public TextType maxLength(int characters) {
        return new TextType(new Rules(rules.shortest, characters, rules.patterns), secret, faults);
    }

    /**
     * Returns this type without the texts that do not match, from the first character to the last, a regular expression
     * of {@link Pattern}. With several, a text must match all. A bad expression is a problem of the definition.
     */
    public TextType matching(String regex) {
        try {
            ImmutableList<Pattern> all = ImmutableList.<Pattern>builder()
                    .addAll(rules.patterns)
                    .add(Pattern.compile(regex))
                    .build();
            return new TextType(new Rules(rules.shortest, rules.longest, all), secret, faults);
        } catch (PatternSyntaxException e) {
            String fault = "the pattern \"" + regex + "\" is no regular expression: " + e.getDescription();
            return new TextType(
                    rules,
                    secret,
                    ImmutableList.<String>builder().addAll(faults).add(fault).build());
        }
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>(faults);
        if (rules.shortest < 0 || rules.longest < 0) {
            problems.add("a length is 0 or more, not " + Math.min(rules.shortest, rules.longest));
        } else if (rules.shortest > rules.longest) {
            problems.add("no text has from " + rules.shortest + " to " + rules.longest + " characters");
        }
        return problems;
    }

    @Override
    public boolean isSecret() {
        return secret;
    }

    @Override
    public String accept(String value) {
        if (!rules.allow(value)) {
            throw refused(value);
        }
        return UnicodeTexts.checked(value);
    }

    @Override
    String coerceStrict(Object value) {
        if (value instanceof String text) {
            return accept(text);
        }
        return checked(value, value instanceof CharSequence text ? text.toString() : null);
    }

    @Override
    String coerceOslo(Object value) {
        return checked(value, PythonText.of(value));
    }

    private String checked(Object given, @Nullable String text) {
        if (text == null) {
            throw refused(given);
        }
        return accept(text);
    }

    @Override
    InvalidValueException refused(@Nullable Object value) {
        return secret && value != null
                ? new InvalidValueException(Facts.expected(describe(), Facts.MASK), null)
                : super.refused(value);
    }

    @Override
    public void write(String value, ValueWriter out) {
        out.writeText(value);
    }

    @Override
    public String read(ValueReader in) {
        if (in.kind() == ValueReader.Kind.TEXT) {
            return accept(in.readText());
        }
        if (in.profile() == Profile.OSLO) {
            return readOslo(in);
        }
        InvalidValueException mismatch = in.mismatch(describe());
        throw secret ? mismatch.masked() : mismatch;
    }

    @Override
    public String format(String value) {
        return secret ? Facts.MASK : "'" + value + "'";
    }

    @Override
    public TypeDescription description(ReferenceNames names) {
        return secret ? rules.description().with("secret", true) : rules.description();
    }

    @Override
    public ValueSchema schema(SchemaContext context) {
        return rules.schema();
    }
}
