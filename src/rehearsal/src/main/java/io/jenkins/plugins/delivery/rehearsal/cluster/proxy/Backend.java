package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import java.util.Map;

/**
 * A pod that requests can go to.
 *
 * @param image as the pod names it
 * @param version as people call it
 * @param port on the loopback interface
 */
public record Backend(
        String namespace, String pod, String image, String version, Map<String, String> labels, int port) {}
