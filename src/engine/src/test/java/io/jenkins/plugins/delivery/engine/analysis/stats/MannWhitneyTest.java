package io.jenkins.plugins.delivery.engine.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.delivery.engine.analysis.stats.MannWhitney.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * Every number is what R 4.2.2 prints for {@code wilcox.test(x, y, conf.int = TRUE, conf.level = …)}, with {@code exact =
 * FALSE, tol.root = 1e-12} where the approximation is meant: R's default of 1e-4 is too coarse for shares and seconds.
 */
class MannWhitneyTest {
    private static final double[] A = {1.1, 2.2, 3.3, 4.4, 5.5};
    private static final double[] B = {2.05, 3.15, 0.4, 7.7, 6.65, 9.9};

    @Test
    void fewValuesWithoutTiesAreExact() {
        assertAgrees(of(A, B, 0.98, Method.AUTOMATIC), 12, 0.662337662337662, -6.6, 3.45, -1.6);
        assertAgrees(of(A, B, 0.95, Method.AUTOMATIC), 12, 0.662337662337662, -6.6, 2.9, -1.6);
        double[] x = series(12, i -> i * 37 % 101 / 7.0);
        double[] y = series(12, i -> i * 53 % 97 / 7.0 + 1);
        assertAgrees(
                of(x, y, 0.98, Method.AUTOMATIC),
                63,
                0.629725504001988,
                -5.57142857143,
                3.42857142857,
                -0.714285714286);
    }

    @Test
    void theSameValuesByApproximation() {
        assertAgrees(of(A, B, 0.98, Method.APPROXIMATE), 12, 0.648076868139146, -7.7, 4, -1.72015704211);
        double[] x = series(12, i -> i * 37 % 101 / 7.0);
        double[] y = series(12, i -> i * 53 % 97 / 7.0 + 1);
        assertAgrees(
                of(x, y, 0.98, Method.APPROXIMATE),
                63,
                0.623604884395689,
                -5.57142857143,
                3.42857142857,
                -0.714285714286);
    }

    @Test
    void tiesAreApproximatedAndCorrected() {
        double[] x = {10, 12, 12, 13, 15, 15, 15, 18, 20, 21};
        double[] y = {9, 10, 11, 12, 12, 13, 13, 14, 15, 15, 16, 17};
        assertAgrees(of(x, y, 0.98, Method.AUTOMATIC), 78.5, 0.230609723833095, -2, 6, 2);
        double[] almost = {7, 7, 7, 8};
        double[] same = {3, 3, 3, 3};
        assertAgrees(of(almost, same, 0.98, Method.AUTOMATIC), 16, 0.0177060658073666, 4, 5, 4);
    }

    @Test
    void manyValues() {
        double[] x = series(400, i -> i * 7919 % 1009 / 10.0);
        double[] y = series(400, i -> i * 104729L % 1013 / 10.0 - 3);
        assertAgrees(of(x, y, 0.98, Method.AUTOMATIC), 84471, 0.171327105413944, -2.1, 7.8, 2.9);
        assertAgrees(of(x, y, 0.95, Method.AUTOMATIC), 84471, 0.171327105413944, -1.3, 7, 2.9);
    }

    @Test
    void manyValuesWithManyTies() {
        double[] x = series(400, i -> i * 7919 % 31);
        double[] y = series(400, i -> i * 104729L % 29);
        assertAgrees(of(x, y, 0.98, Method.AUTOMATIC), 85477.5, 0.0935728266465539, 0, 3, 1);
    }

    @Test
    void oneValueASide() {
        double[] one = {5};
        double[] three = {3, 4, 9};
        assertAgrees(of(one, three, 0.98, Method.AUTOMATIC), 2, 1, -4, 2, 1);
        assertAgrees(of(one, three, 0.98, Method.APPROXIMATE), 2, 1, -4, 2, 1);
    }

    @Test
    void twoConstantsDifferByTheirDifference() {
        MannWhitney test = of(new double[] {7, 7, 7}, new double[] {3, 3}, 0.98, Method.APPROXIMATE);
        assertThat(test.lower()).isEqualTo(4);
        assertThat(test.upper()).isEqualTo(4);
        assertThat(test.estimate()).isEqualTo(4);
        MannWhitney equal = of(new double[] {3, 3, 3}, new double[] {3, 3}, 0.98, Method.APPROXIMATE);
        assertThat(equal.estimate()).isZero();
        assertThat(equal.pValue()).isEqualTo(1);
    }

    @Property(tries = 200)
    void whatIsSwappedOrScaledGivesTheSameAnswerSwappedOrScaled(
            @ForAll @Size(min = 2, max = 60) List<@IntRange(min = 0, max = 90) Integer> first,
            @ForAll @Size(min = 2, max = 60) List<@IntRange(min = 0, max = 90) Integer> second) {
        double[] x = first.stream().mapToDouble(value -> value).toArray();
        double[] y = second.stream().mapToDouble(value -> value).toArray();
        MannWhitney test = of(x, y, 0.98, Method.APPROXIMATE);
        assertThat(test.lower()).isLessThanOrEqualTo(test.upper());
        MannWhitney swapped = of(y, x, 0.98, Method.APPROXIMATE);
        assertThat(swapped.pValue()).isCloseTo(test.pValue(), within(1e-9));
        assertThat(swapped.lower()).isCloseTo(-test.upper(), within(1e-6));
        MannWhitney small = of(scaled(x, 1.0 / 1024), scaled(y, 1.0 / 1024), 0.98, Method.APPROXIMATE);
        assertThat(small.lower() * 1024).isCloseTo(test.lower(), within(1e-6));
    }

    @Test
    void refusesWhatIsNoSample() {
        assertThatThrownBy(() -> of(new double[0], A, 0.98, Method.AUTOMATIC)).hasMessageContaining("not a sample");
        assertThatThrownBy(() -> of(A, new double[] {Double.NaN}, 0.98, Method.AUTOMATIC))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> of(A, B, 1, Method.AUTOMATIC)).hasMessageContaining("not a confidence");
    }

    @Test
    void effectsAreRatiosOrProbabilities() {
        assertThat(EffectSize.MEAN_RATIO.of(new double[] {2, 4}, new double[] {2}))
                .isEqualTo(1.5);
        assertThat(EffectSize.MEAN_RATIO.of(new double[] {2, 4}, new double[] {0}))
                .isNaN();
        assertThat(EffectSize.CLES.of(new double[] {2, 4}, new double[] {1, 4})).isEqualTo(0.625);
    }

    @Test
    void outliersAreFarOutsideTheMiddleHalf() {
        double[] values = IntStream.range(0, 200).mapToDouble(i -> i % 10).toArray();
        values[7] = 1000;
        assertThat(Outliers.removed(values)).hasSize(199).doesNotContain(1000.0);
        assertThat(Outliers.removed(new double[0])).isEmpty();
        // quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(.01, .25, .75, .99)) in R
        double[] sorted = {1, 1, 2, 3, 4, 5, 6, 9};
        assertThat(Outliers.percentile(sorted, 0.75)).isEqualTo(5.25);
        assertThat(Outliers.percentile(sorted, 0.99)).isCloseTo(8.79, within(1e-12));
    }

    private static MannWhitney of(double[] x, double[] y, double confidence, Method method) {
        return MannWhitney.of(x, y, confidence, method);
    }

    private static double[] series(int count, IntToDoubleFunction value) {
        return IntStream.rangeClosed(1, count).mapToDouble(value::applyAsDouble).toArray();
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    private static void assertAgrees(MannWhitney test, double w, double p, double lower, double upper, double shift) {
        assertThat(test.statistic()).isEqualTo(w);
        assertThat(test.pValue()).isCloseTo(p, within(1e-12));
        assertThat(test.lower()).isCloseTo(lower, within(1e-8));
        assertThat(test.upper()).isCloseTo(upper, within(1e-8));
        assertThat(test.estimate()).isCloseTo(shift, within(1e-8));
    }
}
