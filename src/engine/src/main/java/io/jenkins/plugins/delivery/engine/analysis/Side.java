package io.jenkins.plugins.delivery.engine.analysis;

/**
 * One of the versions that are compared.
 *
 * @param workload name of its Deployment
 * @param pods regular expression of its pods' names, fully anchored as in PromQL
 * @param service regular expression of the name of the Service that leads to it
 * @param canary whether a router knows it as the canary
 */
record Side(String workload, String pods, String service, boolean canary) {
    private static final String POD = "-[^-]+-[^-]+";
    private static final String CANARY = "-canary";
    private static final String BASELINE = "-baseline";

    /** Pods of a Deployment are named {@code <deployment>-<template>-<pod>}. Colours take turns behind one Service. */
    static Side of(String app, String workload) {
        boolean canary = workload.equals(app + CANARY);
        String service = canary || workload.equals(app + BASELINE) ? literal(workload) : literal(app) + "(-stable)?";
        return new Side(workload, literal(workload) + POD, service, canary);
    }

    /** The same, where its Service is known not to lead to it. */
    Side withoutService() {
        return new Side(workload, pods, literal(workload), canary);
    }

    /** Names of Kubernetes objects have no other character that means something in a regular expression. */
    private static String literal(String name) {
        return name.replace(".", "[.]");
    }
}
