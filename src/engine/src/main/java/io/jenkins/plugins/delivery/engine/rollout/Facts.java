package io.jenkins.plugins.delivery.engine.rollout;

import java.util.List;
import java.util.Map;

/**
 * What was found when the rollout was planned, and what to go back to. Written once, before anything is touched.
 *
 * @param effective the strategy that is followed; another than the plan's only for a rollback
 * @param first there is no earlier version
 * @param serving the Deployment that serves, or empty
 * @param next the Deployment that the new version goes to
 * @param replicas how many pods the application needs
 * @param readyBefore how many pods were ready when the rollout began
 * @param fromVersion the version that served, as far as it is known
 * @param toVersion the version that is rolled out
 * @param before each object that is changed, as JSON by its key; empty text for one that was not there
 * @param manifests what a rollback brings back; empty when the plan says it
 * @param preflight what was found out before anything was touched
 */
public record Facts(
        StrategyKind effective,
        boolean first,
        String serving,
        String next,
        int replicas,
        int readyBefore,
        String fromVersion,
        String toVersion,
        Map<String, String> before,
        List<String> manifests,
        Preflight preflight) {
    public Facts {
        before = Map.copyOf(before);
        manifests = List.copyOf(manifests);
        preflight = preflight == null ? Preflight.NONE : preflight;
    }

    Facts warned(List<String> warnings) {
        return new Facts(
                effective,
                first,
                serving,
                next,
                replicas,
                readyBefore,
                fromVersion,
                toVersion,
                before,
                manifests,
                preflight.and(new Preflight(warnings, List.of())));
    }

    Facts bringingBack(StrategyKind how, String version, List<String> objects) {
        return new Facts(
                how, first, serving, next, replicas, readyBefore, fromVersion, version, before, objects, preflight);
    }

    /** Nothing of the version before was ready when the rollout began: there is nothing good to go back to. */
    boolean broken() {
        return !first && readyBefore == 0;
    }

    /** There is no version before that could serve beside the new one. */
    boolean direct() {
        return first || broken();
    }

    /** How many ready pods the version before needs to take all traffic back. */
    int enough() {
        return Math.max(1, Math.min(replicas, readyBefore));
    }

    /** The same with other objects to go back to, and without what a rollback brings. */
    Facts withBefore(Map<String, String> objects) {
        return new Facts(
                effective,
                first,
                serving,
                next,
                replicas,
                readyBefore,
                fromVersion,
                toVersion,
                objects,
                List.of(),
                Preflight.NONE);
    }
}
