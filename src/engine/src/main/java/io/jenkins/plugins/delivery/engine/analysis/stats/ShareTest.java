package io.jenkins.plugins.delivery.engine.analysis.stats;

/**
 * Whether more than a given share of trials are events, asked as often as one likes.
 *
 * <p>The likelihood of larger shares against the largest good one, averaged over a uniform distribution of them: an
 * e-value as that of {@link RateTest}, with the same promise.
 */
public final class ShareTest {
    private final double goodShare;
    private double events;
    private double trials;

    /** @param goodShare the largest share that is still good; above 0 and below 1 */
    public ShareTest(double goodShare) {
        if (!(goodShare > 0 && goodShare < 1)) {
            throw new IllegalArgumentException("not a share: " + goodShare);
        }
        this.goodShare = goodShare;
    }

    /** Adds what was counted. */
    public void add(double moreEvents, double moreTrials) {
        events += Math.min(moreEvents, moreTrials);
        trials += moreTrials;
    }

    /** The natural logarithm of the e-value. */
    public double logEvidence() {
        double a = events + 1;
        double b = trials - events + 1;
        double above = SpecialFunctions.beta(1 - goodShare, b, a);
        double rivals = SpecialFunctions.logBeta(a, b) + Math.log(above) - Math.log1p(-goodShare);
        return rivals - events * Math.log(goodShare) - (trials - events) * Math.log1p(-goodShare);
    }
}
