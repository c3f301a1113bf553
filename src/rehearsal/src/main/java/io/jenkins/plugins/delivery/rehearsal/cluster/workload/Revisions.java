package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.ControllerRevisionBuilder;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.Json;
import java.util.Map;
import java.util.Optional;

/** The pod templates that a StatefulSet or DaemonSet has had, each in a ControllerRevision. */
final class Revisions {
    static final String LABEL = "controller-revision-hash";

    private final ClusterObjects objects;
    private final String manager;

    Revisions(ClusterObjects objects, String manager) {
        this.objects = objects;
        this.manager = manager;
    }

    /** The name of the template as it is now; it is kept when it is a new one, and one that comes back is the newest again. */
    String current(HasMetadata set, PodTemplateSpec template) {
        String name = set.getMetadata().getName() + "-" + TemplateHash.of(template);
        Optional<ControllerRevision> known = find(set, name);
        long newest = objects.list(ControllerRevision.class).stream()
                .filter(revision -> Owners.owns(set, revision))
                .mapToLong(ControllerRevision::getRevision)
                .max()
                .orElse(0);
        if (known.isEmpty()) {
            objects.create(manager, revision(set, name, template, newest + 1));
        } else if (known.get().getRevision() < newest) {
            objects.modify(manager, known.get(), revision -> new ControllerRevisionBuilder(revision)
                    .withRevision(newest + 1)
                    .build());
        }
        return name;
    }

    private static ControllerRevision revision(HasMetadata set, String name, PodTemplateSpec template, long number) {
        return new ControllerRevisionBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(set.getMetadata().getNamespace())
                .withLabels(template.getMetadata().getLabels())
                .withOwnerReferences(Owners.reference(set))
                .endMetadata()
                .withRevision(number)
                .withData(Map.of("spec", Map.of("template", Json.toNode(template))))
                .build();
    }

    /** A template that was. */
    Optional<PodTemplateSpec> template(HasMetadata set, String name) {
        return find(set, name)
                .map(revision -> Json.toNode(revision).path("data").path("spec").path("template"))
                .filter(template -> template.isObject())
                .map(template -> Json.to(PodTemplateSpec.class, template));
    }

    static boolean isOf(Pod pod, String revision) {
        return revision.equals(pod.getMetadata().getLabels().get(LABEL));
    }

    private Optional<ControllerRevision> find(HasMetadata set, String name) {
        return objects.get(ControllerRevision.class, set.getMetadata().getNamespace(), name);
    }
}
