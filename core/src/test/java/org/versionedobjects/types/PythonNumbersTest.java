package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonNumbersTest {
    private static final int DIGITS = 10_000;

    /** Found by fuzzing: a long text of digits that ends in a letter was tried in all ways to split it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", ".x", "1e", ".1x", "e1x", "e-"})
    void float_isToldFromOtherTexts_inStepsThatGrowWithTheLength(String end) {
        CountedText text = new CountedText("1".repeat(DIGITS) + end);

        assertThat(PythonNumbers.FLOAT.matcher(text).matches()).isEqualTo(end.isEmpty());

        assertThat(text.looks).isLessThan(4 * DIGITS);
    }

    /** Counts how often a character is looked at. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private int looks;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
