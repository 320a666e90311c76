package org.versionedobjects.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextsTest {
    private static final int ROUNDS = 200_000;

    @Test
    void everyDay_isAsTheJdkWritesIt() {
        LocalDate end = LocalDate.of(10_000, 1, 1);
        for (LocalDate day = LocalDate.of(0, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            Instant instant = day.atTime(day.getDayOfYear() % 24, 59, 7).toInstant(ZoneOffset.UTC);
            String text = instant.toString();

            assertThat(InstantTexts.text(instant)).isEqualTo(text);
            assertThat(InstantTexts.parse(text)).isEqualTo(instant);
        }
    }

    @Test
    void randomInstants_areAsTheJdkWritesThem() {
        Random random = new Random(7);
        int[] units = {1, 1_000, 1_000_000, 1_000_000_000};
        for (int i = 0; i < ROUNDS; i++) {
            int unit = units[random.nextInt(units.length)];
            long second = (random.nextLong() >>> random.nextInt(40)) % 400_000_000_000L;
            Instant instant = Instant.ofEpochSecond(second, (long) random.nextInt(1_000_000_000) / unit * unit);

            assertThat(InstantTexts.text(instant)).isEqualTo(instant.toString());
        }
    }

    @Test
    void randomTexts_areReadAsTheJdkReadsThem_orNotAtAll() {
        Random random = new Random(11);
        String some = "0123456789-:.TZtz+ ";
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder("2024-02-29T23:59:58.123456789Z".substring(0, 19));
            text.append(i % 3 == 0 ? "" : "." + "123456789".substring(0, random.nextInt(10)))
                    .append('Z');
            for (int change = random.nextInt(3); change > 0; change--) {
                text.setCharAt(random.nextInt(text.length()), some.charAt(random.nextInt(some.length())));
            }
            Instant read = InstantTexts.parse(text.toString());
            if (read != null) {
                assertThat(read).as(text.toString()).isEqualTo(byTheJdk(text.toString()));
            }
        }
    }

    private static Object byTheJdk(String text) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return e;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01T00:00:60Z"})
    void whatIsNoTime_isLeftToTheJdk(String text) {
        assertThat(InstantTexts.parse(text)).isNull();
    }
}
