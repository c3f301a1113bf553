package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Deployment, StatefulSet or DaemonSet, by what they have in common.
 *
 * @param object the object itself
 * @param template of its pods; an empty one where the manifest has none
 * @param selector which pods are its own; null where the manifest has none
 * @param replicas how many pods are asked for; one where nothing is said, and of a DaemonSet, which has one a node
 */
public record Workload(HasMetadata object, PodTemplateSpec template, LabelSelector selector, int replicas) {
    /** The types of workloads, in the order in which they are looked for. */
    public static final List<Class<? extends HasMetadata>> TYPES =
            List.of(Deployment.class, StatefulSet.class, DaemonSet.class);

    /** The object as a workload, if it is one. */
    public static Optional<Workload> of(HasMetadata object) {
        if (object instanceof Deployment deployment && deployment.getSpec() != null) {
            var spec = deployment.getSpec();
            return Optional.of(of(object, spec.getTemplate(), spec.getSelector(), spec.getReplicas()));
        }
        if (object instanceof StatefulSet set && set.getSpec() != null) {
            var spec = set.getSpec();
            return Optional.of(of(object, spec.getTemplate(), spec.getSelector(), spec.getReplicas()));
        }
        if (object instanceof DaemonSet set && set.getSpec() != null) {
            var spec = set.getSpec();
            return Optional.of(of(object, spec.getTemplate(), spec.getSelector(), null));
        }
        return Optional.empty();
    }

    private static Workload of(HasMetadata object, PodTemplateSpec template, LabelSelector selector, Integer replicas) {
        PodTemplateSpec some = template == null ? new PodTemplateSpec() : template;
        PodTemplateSpec whole = some.getMetadata() != null && some.getSpec() != null
                ? some
                : new PodTemplateSpecBuilder(some)
                        .editOrNewMetadata()
                        .endMetadata()
                        .editOrNewSpec()
                        .endSpec()
                        .build();
        return new Workload(object, whole, selector, replicas == null ? 1 : replicas);
    }

    /** Its containers, without those that only run first. */
    public List<Container> containers() {
        return template.getSpec().getContainers();
    }

    /** Its containers in the order in which they start: those that run first, then the others. No two have the same name. */
    public List<Container> allContainers() {
        return Stream.concat(
                        template.getSpec().getInitContainers().stream(), template.getSpec().getContainers().stream())
                .toList();
    }

    /** The labels of its pods. */
    public Map<String, String> labels() {
        Map<String, String> labels = template.getMetadata().getLabels();
        return labels == null ? Map.of() : labels;
    }

    /** For people, such as {@code StatefulSet 'db'}. */
    public String said() {
        return object.getKind() + " '" + object.getMetadata().getName() + "'";
    }
}
