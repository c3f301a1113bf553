package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import java.util.List;

/** A Service behind a front, its share, and the pods that are ready. */
record Target(String service, int weight, List<Backend> backends) {}
