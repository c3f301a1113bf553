package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.cluster.ApiResource;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes every call on, and writes down what was changed. */
final class RecordedCluster implements Cluster {
    private final Cluster cluster;
    private final List<String> done = new ArrayList<>();

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
        return cluster.find(type, name);
    }

    @Override
    public Optional<HasMetadata> find(HasMetadata like) {
        return cluster.find(like);
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, Map<String, String> labels) {
        return cluster.list(type, labels);
    }

    @Override
    public void apply(HasMetadata object, boolean force) {
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
        cluster.patch(observed, mergePatch);
        note("changed", observed);
    }

    @Override
    public void create(HasMetadata object) {
        cluster.create(object);
        note("created", object);
    }

    @Override
    public void replace(HasMetadata object) {
        cluster.replace(object);
        note("replaced", object);
    }

    @Override
    public void delete(HasMetadata object) {
        cluster.delete(object);
        note("deleted", object);
    }

    @Override
    public String log(String pod, String container, int lines, boolean previous) {
        return cluster.log(pod, container, lines, previous);
    }

    private void note(String verb, HasMetadata object) {
        done.add(verb + " " + object.getKind() + " " + object.getMetadata().getName());
    }
}
