package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.DataBoundSetter;

/** A rollout whose metrics decide whether it goes on. */
public abstract class MeasuredStep extends ManifestStep {
    private static final long serialVersionUID = 1L;

    private ArrayList<Object> metrics;

    MeasuredStep(String environment, String app) {
        super(environment, app);
    }

    /** Maps, one a metric. Untyped, as a Jenkinsfile writes them; the engine reads and explains them. */
    @CheckForNull
    @SuppressWarnings("rawtypes")
    public List getMetrics() {
        return metrics;
    }

    @DataBoundSetter
    @SuppressWarnings({"rawtypes", "unchecked"})
    public void setMetrics(List metrics) {
        this.metrics = metrics == null ? null : new ArrayList<Object>(metrics);
    }

    /** Whether there is a metric to watch. */
    final boolean measured() {
        return metrics != null && !metrics.isEmpty();
    }
}
