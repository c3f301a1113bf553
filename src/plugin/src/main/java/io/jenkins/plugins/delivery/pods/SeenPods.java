package io.jenkins.plugins.delivery.pods;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.rollout.status.RolloutPods;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the report of a rollout says of its pods: {@code workloads}, {@code pods}, and {@code brokenPods}. Immutable. */
public final class SeenPods {
    private static final List<String> KEYS =
            List.of("workloads", "pods", "podsAt", "podsLeftOff", "brokenPods", "brokenAt");

    private final Map<String, Object> model;

    /** Null where only the report is known. */
    @CheckForNull
    private final RolloutPods last;

    private SeenPods(Map<String, Object> model, @CheckForNull RolloutPods last) {
        this.model = model;
        this.last = last;
    }

    /** What a report says that was published before; null for none. */
    public static SeenPods of(@CheckForNull JsonNode report) {
        Map<String, Object> model = new LinkedHashMap<>();
        if (report != null) {
            KEYS.stream().filter(report::has).forEach(key -> model.put(key, report.get(key)));
        }
        return new SeenPods(model, null);
    }

    /** Whether it says something else. */
    public boolean isNews(RolloutPods seen) {
        return last == null || !last.sameAs(seen);
    }

    /**
     * With what was seen now.
     *
     * @param forward whether the rollout still goes forward; on its way back, the pods that made it turn are kept
     */
    public SeenPods and(RolloutPods seen, boolean forward) {
        Map<String, Object> next = new LinkedHashMap<>(model);
        next.put("workloads", seen.workloads());
        next.put("pods", seen.pods());
        next.put("podsAt", seen.at());
        next.put("podsLeftOff", seen.leftOff());
        if (forward) {
            next.put("brokenPods", seen.broken());
            next.put("brokenAt", seen.at());
        }
        return new SeenPods(next, seen);
    }

    /** Puts it into the model of a report. */
    public void addTo(Map<String, Object> report) {
        report.putAll(model);
    }
}
