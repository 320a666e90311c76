package org.versionedobjects.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.NumberOutput;

/** Lays out plain values as lines of JSON. Confined to one document. */
final class JsonLines {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();
    private final int levels;
    private final int width;

    JsonLines(int levels, int width) {
        this.levels = levels;
        this.width = width;
    }

    String text(@Nullable Object value) {
        write(value, 1, 0);
        return out.toString();
    }

    /** Writes a value of a level after so many characters of its line. */
    private void write(@Nullable Object value, int level, int before) {
        if (size(value) == 0) {
            inline(value);
            return;
        }
        int start = out.length();
        if (level > levels) {
            inline(value);
            if (before + out.length() - start < width) { // a comma may follow
                return;
            }
            out.setLength(start);
        }
        if (value instanceof Map<?, ?> map) {
            writeMap(map, level);
        } else if (value instanceof List<?> list) {
            writeList(list, level);
        }
    }

    /** Returns how many entries could have lines of their own. */
    private static int size(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        return value instanceof Collection<?> list ? list.size() : 0;
    }

    private void writeMap(Map<?, ?> map, int level) {
        String separator = "{";
        for (Map.Entry<?, ?> each : map.entrySet()) {
            out.append(separator);
            newLine(level);
            int start = out.length();
            quote((String) each.getKey());
            out.append(": ");
            write(each.getValue(), level + 1, 2 * level + out.length() - start);
            separator = ",";
        }
        newLine(level - 1);
        out.append('}');
    }

    private void writeList(List<?> list, int level) {
        String separator = "[";
        for (Object each : list) {
            out.append(separator);
            newLine(level);
            write(each, level + 1, 2 * level);
            separator = ",";
        }
        newLine(level - 1);
        out.append(']');
    }

    private void newLine(int level) {
        out.append('\n').append("  ".repeat(level));
    }

    private void inline(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            String separator = "";
            out.append('{');
            for (Map.Entry<?, ?> each : map.entrySet()) {
                out.append(separator);
                quote((String) each.getKey());
                out.append(": ");
                inline(each.getValue());
                separator = ", ";
            }
            out.append('}');
        } else if (value instanceof List<?> list) {
            String separator = "";
            out.append('[');
            for (Object each : list) {
                out.append(separator);
                inline(each);
                separator = ", ";
            }
            out.append(']');
        } else if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Number number) {
            out.append(number(number));
        } else {
            quote(value.toString());
        }
    }

    private static String number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double real = number.doubleValue();
            return Double.isFinite(real) ? shortest(real) : "\"" + real + '"';
        }
        return number instanceof BigInteger || number instanceof BigDecimal
                ? number.toString()
                : Long.toString(number.longValue());
    }

    /** Returns the shortest text that is read as this number; Java 17 does not always know it, Java 19 does. */
    static String shortest(double real) {
        return NumberOutput.toString(real, true);
    }

    private void quote(String text) {
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            if (each == '"' || each == '\\') {
                out.append('\\').append(each);
            } else if (each == '\n') {
                out.append("\\n");
            } else if (each < ' ') {
                out.append("\\u").append(HEX.charAt(each >> 12)).append(HEX.charAt(each >> 8 & 15));
                out.append(HEX.charAt(each >> 4 & 15)).append(HEX.charAt(each & 15));
            } else {
                out.append(each);
            }
        }
        out.append('"');
    }
}
