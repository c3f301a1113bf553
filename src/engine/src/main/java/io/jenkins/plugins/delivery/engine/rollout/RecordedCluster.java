package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.cluster.ApiResource;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Passes every call on, and writes down what was changed. Within one tick an object is read once, until something is
 * written: going back must not wait for the same answer twice.
 */
final class RecordedCluster implements Cluster {
    private final Cluster cluster;
    private final List<String> done = new ArrayList<>();
    private final Map<String, Optional<? extends HasMetadata>> read = new HashMap<>();

    RecordedCluster(Cluster cluster) {
        this.cluster = cluster;
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
        Optional<HasMetadata> found = cluster.find(like);
        read.put(key, found);
        return found;
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, Map<String, String> labels) {
        return cluster.list(type, labels);
    }

    @Override
    public void apply(HasMetadata object, boolean force) {
        read.clear();
        cluster.apply(object, force);
        note("applied", object);
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
        read.clear();
        cluster.patch(observed, mergePatch);
        note("changed", observed);
    }

    @Override
    public void create(HasMetadata object) {
        read.clear();
        cluster.create(object);
        note("created", object);
    }

    @Override
    public void replace(HasMetadata object) {
        read.clear();
        cluster.replace(object);
        note("replaced", object);
    }

    @Override
    public void delete(HasMetadata object) {
        read.clear();
        cluster.delete(object);
        note("deleted", object);
    }

    @Override
    public String log(String pod, String container, int lines, boolean previous) {
        return cluster.log(pod, container, lines, previous);
    }

    private static String key(Class<?> type, String name) {
        return type.getName() + "/" + name;
    }

    private void note(String verb, HasMetadata object) {
        done.add(verb + " " + object.getKind() + " " + object.getMetadata().getName());
    }
}
