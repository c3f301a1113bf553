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

    /** Pods of a Deployment are named {@code <deployment>-<template>-<pod>}. */
    static Side of(String app, String workload, boolean canary) {
        String service = workload.equals(app) ? literal(app) + "(-stable)?" : literal(workload);
        boolean colour = canary && !workload.endsWith(CANARY);
        return new Side(workload, literal(workload) + POD, colour ? literal(app) : service, canary && !colour);
    }

    /** Names of Kubernetes objects have no other character that means something in a regular expression. */
    private static String literal(String name) {
        return name.replace(".", "[.]");
    }
}
