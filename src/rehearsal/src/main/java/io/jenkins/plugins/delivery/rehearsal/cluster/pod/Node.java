package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** What all pods of this machine share. */
record Node(
        Vertx vertx,
        ControlLoop loop,
        ClusterObjects objects,
        ImageRegistry registry,
        Probes probes,
        EventRecorder events,
        ExecutorService starter,
        Path directory,
        Set<Process> processes) {}
