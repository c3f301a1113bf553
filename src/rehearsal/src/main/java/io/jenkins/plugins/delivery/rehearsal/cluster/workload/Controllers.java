package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.jenkins.plugins.delivery.rehearsal.cluster.api.ApiException;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.ControlLoop;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.EventRecorder;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Level-triggered: after each change of an object all controllers look at all objects and do what is left to do, until
 * nothing is.
 */
public final class Controllers {
    private final ControlLoop loop;
    private final List<Runnable> passes;
    private final AtomicBoolean due = new AtomicBoolean();

    /** Begins to work; {@code others} have their turn after the controllers in each pass. */
    public Controllers(ControlLoop loop, ClusterObjects objects, EventRecorder events, List<Runnable> others) {
        this.loop = loop;
        List<Runnable> own = List.of(
                new DeploymentController(loop, objects, events)::reconcile,
                new ReplicaSetController(loop, objects, events)::reconcile,
                new StatefulSetController(loop, objects, events)::reconcile,
                new DaemonSetController(loop, objects, events)::reconcile,
                new JobController(objects, events)::reconcile,
                new EndpointsController(objects)::reconcile,
                new GarbageCollector(objects)::reconcile);
        this.passes =
                java.util.stream.Stream.concat(own.stream(), others.stream()).toList();
        objects.listen(change -> wake());
    }

    private void wake() {
        if (due.compareAndSet(false, true)) {
            loop.run(this::pass);
        }
    }

    private void pass() {
        due.set(false);
        for (Runnable pass : passes) {
            try {
                pass.run();
            } catch (ApiException raced) {
                // Somebody else wrote in between: that change wakes us again.
                wake();
                return;
            }
        }
    }
}
