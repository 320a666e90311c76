package org.versionedobjects.persistence;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in statements and in messages. */
final class SqlNames {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private SqlNames() {}

    /** Returns whether a name needs no quotes, and is folded by the database to what its schema has. */
    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches();
    }

    static String quoted(String name, char quote) {
        String mark = String.valueOf(quote);
        return mark + name.replace(mark, mark + mark) + mark;
    }

    /** Returns what stands between a kind of quotes in a text, in order; a doubled quote is one in the name. */
    static List<String> between(char quote, String text) {
        String mark = Pattern.quote(String.valueOf(quote));
        Matcher matcher = Pattern.compile(mark + "((?:[^" + quote + "]|" + mark + mark + ")*+)" + mark)
                .matcher(text);
        return matcher.results()
                .map(match -> match.group(1).replace(String.valueOf(quote) + quote, String.valueOf(quote)))
                .toList();
    }
}
