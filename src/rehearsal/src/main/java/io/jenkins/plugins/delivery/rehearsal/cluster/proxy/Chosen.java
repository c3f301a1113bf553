package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

/** The pod that a request goes to, and the way there. */
record Chosen(TrafficLog.Hop hop, Backend backend) {}
