package org.versionedobjects.types;

/** Hexadecimal digits in texts: those of ASCII, in either case. */
final class Hex {
    private Hex() {}

    /** {@link Character#digit} would take the digits of every script. */
    static boolean isDigit(char c) {
        return digit(c) >= 0;
    }

    /** Returns what a digit counts; negative if it is none. */
    static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /**
     * Returns whether a text has the shape of a pattern, in which {@code h} stands for one hexadecimal digit and
     * everything else for itself.
     */
    static boolean fits(String text, String pattern) {
        if (text.length() != pattern.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            boolean fits = pattern.charAt(i) == 'h' ? isDigit(text.charAt(i)) : text.charAt(i) == pattern.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
