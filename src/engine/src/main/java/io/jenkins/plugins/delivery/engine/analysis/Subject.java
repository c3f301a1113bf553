package io.jenkins.plugins.delivery.engine.analysis;

import java.time.Duration;

/**
 * Whose metrics are asked for, and over how long.
 *
 * @param namespace Kubernetes namespace of the pods
 * @param app the application
 * @param canaryPods regular expression of the new version's pod names, fully anchored as in PromQL
 * @param stablePods the same for the version that served before
 * @param window length of the range that rates are taken over
 */
public record Subject(String namespace, String app, String canaryPods, String stablePods, Duration window) {
    private static final String POD = "-[^-]+-[^-]+";

    /** The subject of a rollout between two Deployments: pods are named {@code <deployment>-<template>-<pod>}. */
    public static Subject ofDeployments(String namespace, String app, String canary, String stable, Duration window) {
        return new Subject(namespace, app, canary + POD, stable + POD, window);
    }

    String canary(String query) {
        return fill(query, canaryPods);
    }

    String stable(String query) {
        return fill(query, stablePods);
    }

    private String fill(String query, String pods) {
        return query.replace("{{namespace}}", namespace)
                .replace("{{app}}", app)
                .replace("{{pods}}", pods)
                .replace("{{window}}", Math.max(1, window.toSeconds()) + "s");
    }
}
