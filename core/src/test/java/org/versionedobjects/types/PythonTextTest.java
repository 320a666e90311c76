package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTextTest {
    private static final int ROUNDS = 1_000;

    /** What Python 3.11 prints; the texts that JDK 17 prints for some of them are longer. */
    @ParameterizedTest
    @CsvSource({
        "0x1p-44, 5.684341886080802e-14",
        "0x1p-1074, 5e-324",
        "0x1p-24, 5.960464477539063e-08",
        "0x1p53, 9007199254740992.0",
        "0x1p1023, 8.98846567431158e+307",
        "2e23, 2e+23",
        "2.0e-3, 0.002",
        "-1e22, -1e+22",
        "100, 100.0"
    })
    void repr_isThatOfPython(String number, String repr) {
        assertThat(PythonText.repr(Double.parseDouble(number))).isEqualTo(repr);
    }

    @Test
    void repr_readsBackAsTheSame_andIsNeverLonger() {
        long seed = Long.getLong("versionedobjects.seed", 1);
        new Random(seed)
                .longs(ROUNDS)
                .mapToObj(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .forEach(value -> {
                    assertThat(Double.parseDouble(PythonText.repr(value)))
                            .as("-Dversionedobjects.seed=" + seed)
                            .isEqualTo(value);
                    assertThat(PythonText.shortest(value).precision())
                            .as("-Dversionedobjects.seed=" + seed)
                            .isLessThanOrEqualTo(new BigDecimal(Double.toString(value)).precision());
                });
    }
}
