package io.jenkins.plugins.delivery.engine.rollout;

import java.util.ArrayList;
import java.util.List;

/** The steps of a canary in their order: chosen users first, where there are any, then each weight. */
record CanarySteps(List<Step> all) {
    /**
     * One step.
     *
     * @param weight percent of traffic for the canary; 0 while it is for chosen users alone
     * @param pause whether somebody has to decide after it
     */
    record Step(int weight, boolean pause) {
        boolean chosenUsersOnly() {
            return weight == 0;
        }

        /** What the pipeline's checks know it as. */
        String key() {
            return chosenUsersOnly() ? "match" : "weight-" + weight;
        }

        String words() {
            return chosenUsersOnly() ? "chosen users" : weight + " %";
        }
    }

    static CanarySteps of(RolloutPlan plan) {
        CanaryPlan canary = plan.canary();
        List<Step> steps = new ArrayList<>();
        if (!canary.match().none()) {
            steps.add(new Step(0, canary.pauseAt().contains(0)));
        }
        canary.weights()
                .forEach(weight -> steps.add(new Step(weight, canary.pauseAt().contains(weight))));
        return new CanarySteps(List.copyOf(steps));
    }

    /** The step with an index; the last one for an index beyond it. */
    Step at(int index) {
        return all.get(Math.min(index, all.size() - 1));
    }

    /** Whether there is no step with an index any more, so that it is time to promote. */
    boolean through(int index) {
        return index >= all.size();
    }
}
