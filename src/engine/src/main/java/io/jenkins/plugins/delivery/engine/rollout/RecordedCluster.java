package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.cluster.ApiResource;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Passes every call on, and writes down what was changed. Within one tick an object is read once, until something is
 * written: going back must not wait for the same answer twice. A write that follows what was read passes the fence first.
 */
final class RecordedCluster implements Cluster {
    private final Cluster cluster;
    private final Fence fence;
    private final List<String> done = new ArrayList<>();
    private final Map<String, Optional<? extends HasMetadata>> read = new HashMap<>();

    /** Whether something was read since the fence was passed last. */
    private boolean looked;

    RecordedCluster(Cluster cluster, Fence fence) {
        this.cluster = cluster;
        this.fence = fence;
    }

    List<String> done() {
        return done;
    }

    @Override
    public String namespace() {
        return cluster.namespace();
    }

    @Override
    public <T extends HasMetadata> Optional<T> find(Class<T> type, String name) {
        Optional<? extends HasMetadata> known = read.get(key(type, name));
        if (known != null) {
            return known.map(type::cast);
        }
        looked = true;
        Optional<T> found = cluster.find(type, name);
        read.put(key(type, name), found);
        return found;
    }

    @Override
    public Optional<HasMetadata> find(HasMetadata like) {
        String key = key(like.getClass(), like.getMetadata().getName());
        Optional<? extends HasMetadata> known = read.get(key);
        if (known != null && !(like instanceof GenericKubernetesResource)) {
            return known.map(HasMetadata.class::cast);
        }
        looked = true;
        Optional<HasMetadata> found = cluster.find(like);
        read.put(key, found);
        return found;
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, Map<String, String> labels) {
        looked = true;
        return cluster.list(type, labels);
    }

    @Override
    public void apply(HasMetadata object, Optional<? extends HasMetadata> observed, boolean force) {
        beforeWriting(object);
        cluster.apply(object, observed, force);
        note("applied", object);
        if (observed.isEmpty()) {
            made(object);
        }
    }

    @Override
    public HasMetadata check(HasMetadata object, boolean force) {
        return cluster.check(object, force);
    }

    @Override
    public ApiResource resource(HasMetadata like) {
        return cluster.resource(like);
    }

    @Override
    public boolean may(Access access) {
        return cluster.may(access);
    }

    @Override
    public void patch(HasMetadata observed, Map<String, ?> mergePatch) {
        beforeWriting(observed);
        cluster.patch(observed, mergePatch);
        note("changed", observed);
    }

    @Override
    public void create(HasMetadata object) {
        beforeWriting(object);
        cluster.create(object);
        note("created", object);
        made(object);
    }

    @Override
    public void replace(HasMetadata object) {
        beforeWriting(object);
        cluster.replace(object);
        note("replaced", object);
    }

    @Override
    public void delete(HasMetadata object) {
        beforeWriting(object);
        cluster.delete(object);
        note("deleted", object);
    }

    @Override
    public String log(String pod, String container, int lines, boolean previous) {
        return cluster.log(pod, container, lines, previous);
    }

    /** The lease has a fence of its own: the version that was read of it. */
    private void beforeWriting(HasMetadata object) {
        read.clear();
        if (looked && !(object instanceof Lease)) {
            fence.check();
            looked = false;
        }
    }

    /**
     * What was not there has no version to be bound to: somebody else may have had it and taken it away meanwhile. Hence the
     * lease is looked at once more, and what this rollout made of the application goes again.
     */
    private void made(HasMetadata object) {
        if (object instanceof Lease || isRecord(object)) {
            return;
        }
        try {
            fence.check();
        } catch (Fence.Outvoted e) {
            String rollout = Objects.annotation(object, Labels.ROLLOUT);
            cluster.find(object)
                    .filter(there -> rollout.equals(Objects.annotation(there, Labels.ROLLOUT)))
                    .ifPresent(cluster::delete);
            throw e;
        }
    }

    /** What was written down stays: a release did serve. */
    private static boolean isRecord(HasMetadata object) {
        Map<String, String> labels = object.getMetadata().getLabels();
        return labels != null && labels.containsKey(Labels.RELEASE);
    }

    private static String key(Class<?> type, String name) {
        return type.getName() + "/" + name;
    }

    private void note(String verb, HasMetadata object) {
        done.add(verb + " " + object.getKind() + " " + object.getMetadata().getName());
    }
}
