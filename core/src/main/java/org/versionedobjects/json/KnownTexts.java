package org.versionedobjects.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Short texts that documents have in common: names of fields, keys, types, versions. Each is made a text once and kept until
 * another one takes its place. Thread-safe; threads may lose each other's texts, which costs them a new one.
 */
final class KnownTexts {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST = 64;
    private static final int PLACES = 1024;
    private static final int BITS_BESIDE_PLACE = Long.SIZE - 10;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final @Nullable Known[] places = new Known[PLACES];

    /** One text; its fields are final, so that other threads see it whole. */
    private static final class Known {
        final byte[] ascii;
        final String text;

        Known(byte[] ascii) {
            this.ascii = ascii;
            this.text = new String(ascii, StandardCharsets.ISO_8859_1);
        }
    }

    /** Returns the text of some bytes, which are ASCII. */
    String get(byte[] json, int from, int end) {
        int length = end - from;
        if (length > LONGEST) {
            return new String(json, from, length, StandardCharsets.ISO_8859_1);
        }
        int place = place(json, from, end);
        Known known = places[place];
        if (known == null || !Arrays.equals(known.ascii, 0, known.ascii.length, json, from, end)) {
            known = new Known(Arrays.copyOfRange(json, from, end));
            places[place] = known;
        }
        return known.text;
    }

    private static int place(byte[] json, int from, int end) {
        long mixed = 0;
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            mixed = (mixed ^ (long) EIGHT.get(json, at)) * SPREAD;
            mixed ^= mixed >>> 32;
        }
        for (; at < end; at++) {
            mixed = mixed * 31 + json[at];
        }
        mixed *= SPREAD;
        return (int) (mixed >>> BITS_BESIDE_PLACE);
    }
}
