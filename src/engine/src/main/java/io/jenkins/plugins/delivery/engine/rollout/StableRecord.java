package io.jenkins.plugins.delivery.engine.rollout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that it takes to bring the version before back, without the one who began the rollout: the plan without what only
 * going forward needs, and what was found before anything was touched. Secrets are not part of it.
 *
 * @param plan without manifests and metrics
 * @param facts objects as they were before; the strategy restores each only where it differs
 */
record StableRecord(RolloutPlan plan, Facts facts) {
    private static final String SECRET = "v1 Secret ";
    /** Below the API server's limit for one object. */
    private static final int MOST_CHARACTERS = 900_000;

    /**
     * What has to be recorded before a rollout touches anything.
     *
     * @throws IllegalArgumentException when the objects are too large for one record
     */
    static StableRecord of(RolloutPlan plan, Facts facts) {
        Map<String, String> before = new HashMap<>(facts.before());
        before.keySet().removeIf(key -> key.startsWith(SECRET));
        StableRecord record = new StableRecord(
                plan.releasing(plan.version(), List.of())
                        .judgedBy(List.of())
                        .checkedByPipeline(false)
                        .guarded(Guard.NONE),
                facts.withBefore(before));
        int size = record.toJson().length();
        if (size > MOST_CHARACTERS) {
            throw new IllegalArgumentException("guardAfter: what would have to be restored takes " + size
                    + " characters as JSON, more than a ConfigMap holds (" + MOST_CHARACTERS
                    + "); move large ConfigMaps out of the release's manifests");
        }
        return record;
    }

    String toJson() {
        return RolloutJson.write(this);
    }

    static StableRecord fromJson(String json) {
        return RolloutJson.read(json, StableRecord.class);
    }
}
