package io.jenkins.plugins.delivery.engine.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SequentialTest {
    @Test
    void nothingCountedIsNoEvidence() {
        assertThat(new RateTest(1).logEvidence()).isCloseTo(0, within(1e-12));
        assertThat(new ShareTest(0.01).logEvidence()).isCloseTo(0, within(1e-12));
        RateTest alone = new RateTest(1);
        alone.add(20, 100, 0, 0);
        assertThat(alone.logEvidence()).isCloseTo(0, within(1e-12));
    }

    @Test
    void theExpectationOfTheEvidenceIsOneAtTheLimitAndLessBelow() {
        assertThat(expectedShare(0.2, 0.2)).isCloseTo(1, within(1e-9));
        assertThat(expectedShare(0.2, 0.1)).isLessThan(1);
        assertThat(expectedRate(1.2, 1.2)).isCloseTo(1, within(1e-9));
        assertThat(expectedRate(1.2, 1)).isLessThan(1);
    }

    @Test
    void manyMoreEventsAreEvidence() {
        RateTest test = new RateTest(1);
        test.add(12, 1000, 10, 9000);
        assertThat(Math.exp(test.logEvidence())).isGreaterThan(1000);
        ShareTest share = new ShareTest(0.01);
        share.add(30, 1000);
        assertThat(Math.exp(share.logEvidence())).isGreaterThan(1000);
    }

    @Test
    void enormousCountsStayNumbers() {
        RateTest test = new RateTest(1);
        test.add(1e7, 1e9, 1e6, 1e9);
        assertThat(test.logEvidence()).isPositive().isFinite();
        ShareTest share = new ShareTest(0.05);
        share.add(0, 1e6);
        assertThat(share.logEvidence()).isNegative();
    }

    @Test
    void refusesLimitsThatAreNone() {
        assertThatThrownBy(() -> new RateTest(0)).hasMessageContaining("not a ratio");
        assertThatThrownBy(() -> new ShareTest(1)).hasMessageContaining("not a share");
    }

    /** Of ten trials with a share of events, all outcomes. */
    private static double expectedShare(double good, double real) {
        double sum = 0;
        for (int events = 0; events <= 10; events++) {
            ShareTest test = new ShareTest(good);
            test.add(events, 10);
            sum += binomial(10, events, real) * Math.exp(test.logEvidence());
        }
        return sum;
    }

    /** Of ten events, trials one to three, all divisions between the groups. */
    private static double expectedRate(double good, double real) {
        double share = real / (real + 3);
        double sum = 0;
        for (int events = 0; events <= 10; events++) {
            RateTest test = new RateTest(good);
            test.add(events, 100, 10 - events, 300);
            sum += binomial(10, events, share) * Math.exp(test.logEvidence());
        }
        return sum;
    }

    private static double binomial(int n, int k, double p) {
        double ways = Math.exp(SpecialFunctions.logGamma(n + 1)
                - SpecialFunctions.logGamma(k + 1)
                - SpecialFunctions.logGamma(n - k + 1));
        return ways * Math.pow(p, k) * Math.pow(1 - p, n - k);
    }
}
