package org.versionedobjects.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What reading a version needs is worked out once and kept within bounds. */
class ReadPlansTest {
    private final ReadPlans plans = new ReadPlans(Sample.REGISTRY, false);

    @Test
    void sameVersion_getsTheSamePlan() {
        ReadPlan first = plans.find("placement", "Project", "1.0");

        assertThat(plans.find("placement", "Project", "1.0")).isSameAs(first);
        assertThat(plans.find("placement", "Project", "1.0.1")).isNotSameAs(first);
    }

    @Test
    void versionsFromOutside_areKeptWithinBounds() {
        for (int patch = 0; patch < 5_000; patch++) {
            plans.find("placement", "Project", "1.0." + patch);
        }

        assertThat(plans.countKept()).isBetween(1_000, 4_096);
    }
}
