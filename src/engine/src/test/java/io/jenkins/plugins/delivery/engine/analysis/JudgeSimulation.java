package io.jenkins.plugins.delivery.engine.analysis;

import io.jenkins.plugins.delivery.engine.analysis.stats.EffectSize;
import io.jenkins.plugins.delivery.engine.analysis.stats.MannWhitney;
import io.jenkins.plugins.delivery.engine.analysis.stats.MannWhitney.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Rollouts by the thousand: how often a judge is alarmed within 1, 10 and 60 looks. In each look the canary has 100
 * requests more and stable 300, from the 20th on 200 each, as the weight rises. One in a hundred requests fails, times to
 * answer are lognormal (median 0.2 s, sigma 0.5); of a worse version so many times more, or so much longer.
 */
final class JudgeSimulation {
    static final int[] LOOKS = {1, 10, 60};
    private static final int POINTS_AT_FIRST = 50;
    private static final double[] BOUNDS = {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5};
    private static final double CONFIDENCE = 0.98;

    private final int rollouts;
    private final Random random;

    JudgeSimulation(int rollouts, long seed) {
        this.rollouts = rollouts;
        this.random = new Random(seed);
    }

    /** Share of rollouts that were alarmed within each number of looks; each look answers whether it is. */
    private double[] alarmed(Supplier<BooleanSupplier> rollout) {
        double[] alarmed = new double[LOOKS.length];
        for (int i = 0; i < rollouts; i++) {
            BooleanSupplier looks = rollout.get();
            int first = Integer.MAX_VALUE;
            for (int look = 1; look <= LOOKS[LOOKS.length - 1] && first == Integer.MAX_VALUE; look++) {
                first = looks.getAsBoolean() ? look : first;
            }
            for (int j = 0; j < LOOKS.length; j++) {
                alarmed[j] += first <= LOOKS[j] ? 1.0 / rollouts : 0;
            }
        }
        return alarmed;
    }

    double[] errorsComparedWithStable(double times) {
        return alarmed(() -> {
            Trial trial = new Trial(spec("error-rate", Map.of("maxIncrease", 0)), null, 1.0);
            int[] look = {0};
            return () -> {
                int[] requests = requests(look[0]++);
                Stretch ours = errors(requests[0], 0.01 * times);
                trial.add(Instant.EPOCH, ours);
                trial.compare(Instant.EPOCH, ours, errors(requests[1], 0.01));
                return trial.eValue() >= trial.eLimit();
            };
        });
    }

    double[] errorsAgainstLimit(double times) {
        return alarmed(() -> {
            Trial trial = new Trial(spec("error-rate", Map.of("max", 0.01)), 0.01, null);
            int[] look = {0};
            return () -> {
                trial.add(Instant.EPOCH, errors(requests(look[0]++)[0], 0.01 * times));
                return trial.eValue() >= trial.eLimit();
            };
        });
    }

    /** An ordinary one-sided test of two proportions at each look, on all that was counted. */
    double[] errorsByOrdinaryTest(double times) {
        return alarmed(() -> {
            double[] sums = new double[4];
            int[] look = {0};
            return () -> {
                int[] requests = requests(look[0]++);
                sums[0] += errors(requests[0], 0.01 * times).events();
                sums[1] += requests[0];
                sums[2] += errors(requests[1], 0.01).events();
                sums[3] += requests[1];
                double pooled = (sums[0] + sums[2]) / (sums[1] + sums[3]);
                double deviation = Math.sqrt(pooled * (1 - pooled) * (1 / sums[1] + 1 / sums[3]));
                return (sums[0] / sums[1] - sums[2] / sums[3]) / deviation > 2.0537;
            };
        });
    }

    double[] latencyComparedWithStable(double times) {
        return alarmed(() -> {
            LatencyTrial trial = new LatencyTrial(spec("latency-p95", Map.of("maxIncrease", 0)), 1.0);
            int[] look = {0};
            return () -> {
                int[] requests = requests(look[0]++);
                trial.add(Instant.EPOCH, buckets(requests[0], times), buckets(requests[1], 1));
                return trial.trial().eValue() >= trial.trial().eLimit();
            };
        });
    }

    /** Points are the p95 of 100 requests each; the first look has 50 points a side, each other one more. */
    double[] latencyByMannWhitney(double times, double allowed) {
        return alarmed(() -> {
            int most = POINTS_AT_FIRST + LOOKS[LOOKS.length - 1];
            double[] canary = points(most, times);
            double[] stable = points(most, 1);
            int[] look = {0};
            return () -> {
                double[] x = Arrays.copyOf(canary, POINTS_AT_FIRST + look[0]);
                double[] y = Arrays.copyOf(stable, POINTS_AT_FIRST + look[0]++);
                MannWhitney test = MannWhitney.of(x, y, CONFIDENCE, Method.APPROXIMATE);
                return test.lower() > 0.25 * Math.abs(test.estimate()) && EffectSize.MEAN_RATIO.of(x, y) >= 1 + allowed;
            };
        });
    }

    private static int[] requests(int look) {
        return look < 20 ? new int[] {100, 300} : new int[] {200, 200};
    }

    private Stretch errors(int requests, double rate) {
        int failed = 0;
        for (int i = 0; i < requests; i++) {
            failed += random.nextDouble() < rate ? 1 : 0;
        }
        return new Stretch(failed, requests);
    }

    private double time(double times) {
        return 0.2 * times * Math.exp(0.5 * random.nextGaussian());
    }

    private TreeMap<Double, Double> buckets(int requests, double times) {
        TreeMap<Double, Double> buckets = new TreeMap<>();
        for (double bound : BOUNDS) {
            buckets.put(bound, 0.0);
        }
        buckets.put(Double.POSITIVE_INFINITY, 0.0);
        for (int i = 0; i < requests; i++) {
            buckets.tailMap(time(times), true).replaceAll((bound, count) -> count + 1);
        }
        return buckets;
    }

    private double[] points(int count, double times) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            double[] requests = new double[100];
            Arrays.setAll(requests, any -> time(times));
            Arrays.sort(requests);
            points[i] = requests[94];
        }
        return points;
    }

    private static MetricSpec spec(String preset, Map<String, Object> more) {
        Map<String, Object> metric = new TreeMap<>(more);
        metric.put("preset", preset);
        metric.put("judge", "sequential");
        return MetricArguments.parse("metrics", List.of(metric), List.of("prometheus"))
                .get(0);
    }
}
