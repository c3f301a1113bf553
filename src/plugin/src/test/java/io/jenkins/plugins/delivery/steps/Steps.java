package io.jenkins.plugins.delivery.steps;

import io.jenkins.plugins.delivery.steps.rollout.ManifestStep;

/** Steps as a Jenkinsfile writes them. */
public final class Steps {
    private Steps() {}

    public static <S extends ManifestStep> S with(S step, String manifests) {
        step.setManifests(manifests);
        return step;
    }
}
