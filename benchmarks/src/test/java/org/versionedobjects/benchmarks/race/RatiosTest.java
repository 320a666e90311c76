package org.versionedobjects.benchmarks.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RatiosTest {
    @Test
    void theMiddleAndTheQuartilesOfUnsortedRounds() {
        assertThat(Ratios.of(5, 1, 4, 2, 3)).isEqualTo(new Ratios(3, 2, 4));
    }

    @Test
    void betweenTwoRoundsValuesAreInterpolated() {
        assertThat(Ratios.of(4, 1, 3, 2)).isEqualTo(new Ratios(2.5, 1.75, 3.25));
    }

    @Test
    void roundsAreComparedWithTheLimitOfTheSameRound() {
        // 20/10, 100/100, 30/10: the slow second round was slow for both
        assertThat(Ratios.of(new double[] {20, 100, 30}, new double[] {10, 100, 10})
                        .median())
                .isEqualTo(2);
    }

    @Test
    void noRoundsAreRefused() {
        assertThatThrownBy(Ratios::of).hasMessage("Without rounds there is no median");
    }

    @Test
    void textHasTwoDecimals() {
        assertThat(new Ratios(1.049, 1, 12.3456)).hasToString("1.05 (1.00–12.35)");
    }
}
