package io.jenkins.plugins.delivery.engine.analysis.stats;

/**
 * Whether events are more frequent in one group than in another, asked as often as one likes.
 *
 * <p>Of the events of one stretch of time, each comes from the first group with probability θ = n·r / (n·r + m), where n
 * and m are the trials of the groups and r is the ratio of their rates. The likelihood of a larger ratio against the
 * largest good one, averaged over larger ratios, is a martingale or falls while the ratio is good: an <em>e-value</em>,
 * which ever exceeds 1/α with probability α at most (Ville's inequality), at whatever time and however often it is
 * looked at. Stretches may have any trials, so traffic may be shifted between the groups meanwhile. Events that are
 * drawn without replacement out of few trials vary less than that, which keeps the bound.
 *
 * <p>Sources: M. Lindon, C. Sanden, V. Shirikian, "Rapid Regression Detection in Software Deployments through Sequential
 * Testing" (KDD 2022), arXiv 2205.14762; W. Hoeffding (1963), theorem 4.
 */
public final class RateTest {
    private final double goodRatio;
    private final double[] logs = new double[Rivals.count()];

    /** @param goodRatio the largest ratio of the rates that is still good, 1 for: not more than the other; above 0 */
    public RateTest(double goodRatio) {
        if (!(goodRatio > 0 && goodRatio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not a ratio: " + goodRatio);
        }
        this.goodRatio = goodRatio;
    }

    /**
     * Adds what was counted in a stretch of time. A stretch without trials on one side says nothing.
     *
     * @param events in the first group
     * @param trials of the first group
     * @param otherEvents in the second group
     * @param otherTrials of the second group
     */
    public void add(double events, double trials, double otherEvents, double otherTrials) {
        if (!(trials > 0 && otherTrials > 0)) {
            return;
        }
        double good = share(goodRatio, trials, otherTrials);
        for (int i = 0; i < logs.length; i++) {
            double rival = share(goodRatio * Rivals.factor(i), trials, otherTrials);
            logs[i] += events * Math.log(rival / good) + otherEvents * Math.log((1 - rival) / (1 - good));
        }
    }

    private static double share(double ratio, double trials, double otherTrials) {
        return trials * ratio / (trials * ratio + otherTrials);
    }

    /** The natural logarithm of the e-value. */
    public double logEvidence() {
        return Rivals.logMean(logs);
    }
}
