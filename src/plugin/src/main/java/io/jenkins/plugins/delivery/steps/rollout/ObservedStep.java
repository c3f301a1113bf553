package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import java.time.Duration;
import org.kohsuke.stapler.DataBoundSetter;

/** What rollouts have in common that watch their metrics once, when the new version has all traffic. */
public abstract class ObservedStep extends MeasuredStep {
    private static final long serialVersionUID = 1L;

    private String observe;

    ObservedStep(String environment, String app) {
        super(environment, app);
    }

    /** How long the metrics are watched afterwards; null for not at all, or five minutes with metrics. */
    @CheckForNull
    public String getObserve() {
        return observe;
    }

    @DataBoundSetter
    public void setObserve(String observe) {
        this.observe = Util.fixEmptyAndTrim(observe);
    }

    /** The timing of the other arguments, with the time to watch and a warm-up that is no longer than it. */
    final Timing observing(Duration keep) {
        Timing common = timing();
        if (observe != null && !measured()) {
            throw new ArgumentException("observe", "there is nothing to watch; say metrics, too");
        }
        Duration time = Durations.parse("observe", observe, measured() ? Duration.ofMinutes(5) : Duration.ZERO);
        return new Timing(
                common.timeout(),
                common.progress(),
                common.interval(),
                common.warmUp().compareTo(time) < 0 ? common.warmUp() : time,
                time,
                keep,
                common.hold(),
                common.restore());
    }
}
