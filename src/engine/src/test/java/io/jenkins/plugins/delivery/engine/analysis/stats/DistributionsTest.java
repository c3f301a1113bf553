package io.jenkins.plugins.delivery.engine.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Numbers of R 4.2.2. */
class DistributionsTest {
    @Test
    void normal() {
        assertThat(Normal.cdf(-8) / 6.2209605742717849e-16).isCloseTo(1, within(1e-12)); // pnorm(-8)
        assertThat(Normal.cdf(1.3)).isCloseTo(0.90319951541438970, within(1e-15)); // pnorm(1.3)
        assertThat(Normal.upperQuantile(0.01)).isCloseTo(2.3263478740408408, within(1e-13)); // -qnorm(0.01)
        assertThat(Normal.upperQuantile(0.975)).isCloseTo(-1.9599639845400536, within(1e-13)); // -qnorm(0.975)
    }

    @Test
    void gammaAndBeta() {
        assertThat(SpecialFunctions.logGamma(0.7)).isCloseTo(0.26086724653166660, within(1e-14)); // lgamma(0.7)
        assertThat(SpecialFunctions.logGamma(123.4)).isCloseTo(469.33609744219063, within(1e-11)); // lgamma(123.4)
        assertThat(SpecialFunctions.beta(0.01, 3, 400)).isCloseTo(0.76628379635891153, within(1e-13)); // pbeta(…)
        assertThat(SpecialFunctions.beta(0.3, 20.5, 50)).isCloseTo(0.58138773035071667, within(1e-13));
        assertThat(SpecialFunctions.beta(0, 2, 3)).isZero();
        assertThat(SpecialFunctions.beta(1, 2, 3)).isEqualTo(1);
    }

    @Test
    void rankSums() {
        RankSumDistribution distribution = new RankSumDistribution(7, 20);
        assertThat(distribution.cdf(50)).isCloseTo(0.14396473092125264, within(1e-14)); // pwilcox(50, 7, 20)
        assertThat(distribution.quantile(0.01)).isEqualTo(29); // qwilcox(0.01, 7, 20)
        assertThat(distribution.cdf(-1)).isZero();
        assertThat(distribution.cdf(140)).isCloseTo(1, within(1e-12));
    }
}
