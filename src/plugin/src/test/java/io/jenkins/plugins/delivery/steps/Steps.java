package io.jenkins.plugins.delivery.steps;

/** Steps as a Jenkinsfile writes them. */
final class Steps {
    private Steps() {}

    static <S extends ManifestStep> S with(S step, String manifests) {
        step.setManifests(manifests);
        return step;
    }
}
