package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ManifestException;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects that should be there, made from the manifests of a plan. */
final class Rendering {
    private final RolloutPlan plan;
    private final Manifests release;

    Rendering(RolloutPlan plan) {
        this.plan = plan;
        this.release = plan.release();
    }

    /** Everything but the application's own Deployment and Service. */
    List<HasMetadata> others() {
        return release.objects().stream()
                .filter(object -> !isMain(object, Deployment.class) && !isMain(object, Service.class))
                .map(this::marked)
                .toList();
    }

    /**
     * Everything, with the labels that an earlier canary gave to what is there: its selectors cannot do without them.
     *
     * @param deployment the application's Deployment as it is
     * @param service the application's Service as it is
     */
    List<HasMetadata> all(Optional<Deployment> deployment, Optional<Service> service) {
        List<HasMetadata> all = new ArrayList<>(others());
        if (has(Deployment.class)) {
            all.add(main(deployment));
        }
        if (has(Service.class)) {
            boolean narrowed = service.map(there -> there.getSpec().getSelector())
                    .orElse(Map.of())
                    .containsKey(Labels.TRACK);
            all.add(narrowed ? service(Labels.TRACK, Labels.STABLE) : service());
        }
        return all;
    }

    /** What nobody else may change while a Deployment of the new version stands beside the old one; its size may. */
    List<HasMetadata> beside(String name) {
        List<HasMetadata> all = new ArrayList<>(others());
        Deployment next = deployment();
        next.getMetadata().setName(name);
        next.getSpec().setReplicas(null);
        next.getSpec().setSelector(null);
        all.add(next);
        return all;
    }

    private Deployment main(Optional<Deployment> deployment) {
        boolean tracked = deployment.map(Rendering::podLabels).orElse(Map.of()).containsKey(Labels.TRACK);
        Deployment wanted = deployment();
        int replicas = Workloads.wanted(wanted);
        if (tracked) {
            return deployment(plan.app(), Labels.TRACK, Labels.STABLE, replicas, deployment);
        }
        deployment.ifPresent(
                there -> keptBy(there, wanted.getSpec().getSelector().getMatchLabels()));
        return wanted;
    }

    /** A selector is immutable: with other labels the cluster would refuse the Deployment in the middle of a rollout. */
    private static void keptBy(Deployment existing, Map<String, String> labels) {
        Map<String, String> selector = Optional.ofNullable(existing.getSpec().getSelector())
                .map(LabelSelector::getMatchLabels)
                .orElse(Map.of());
        if (!labels.entrySet().containsAll(selector.entrySet())) {
            String name = existing.getMetadata().getName();
            throw new ManifestException("Deployment '" + name + "' selects pods by " + selector
                    + ", which cannot be changed, and the manifests say " + labels
                    + "; keep those labels, or give the application another name");
        }
    }

    /** Whether the manifests hold an object of a type that carries the application's name. */
    boolean has(Class<? extends HasMetadata> type) {
        return release.find(type, plan.app()).isPresent();
    }

    /** The application's Deployment as the manifests say it. */
    Deployment deployment() {
        Deployment deployment = (Deployment) marked(release.deployment(plan.app()));
        Map<String, String> selector = Optional.ofNullable(deployment.getSpec().getSelector())
                .map(LabelSelector::getMatchLabels)
                .orElse(Map.of());
        Map<String, String> labels = podLabels(deployment);
        if (selector.isEmpty() || !labels.entrySet().containsAll(selector.entrySet())) {
            throw new ManifestException("Deployment '" + plan.app() + "': spec.selector.matchLabels " + selector
                    + " has to name labels of spec.template, which has " + labels);
        }
        return deployment;
    }

    /**
     * The application's Deployment under a name and with a label of its own on its pods.
     *
     * @param existing the one that is there; its selector cannot be changed, so it is kept
     */
    Deployment deployment(String name, String key, String value, int replicas, Optional<Deployment> existing) {
        Deployment deployment = deployment();
        deployment.getMetadata().setName(name);
        deployment.getSpec().setReplicas(replicas);
        ObjectMeta pods = deployment.getSpec().getTemplate().getMetadata();
        pods.setLabels(Labels.with(pods.getLabels(), key, value));
        existing.ifPresent(there -> keptBy(there, pods.getLabels()));
        LabelSelector selector = existing.map(there -> there.getSpec().getSelector())
                .orElseGet(() -> deployment.getSpec().getSelector());
        if (existing.isEmpty()) {
            selector.setMatchLabels(Labels.with(selector.getMatchLabels(), key, value));
        }
        deployment.getSpec().setSelector(selector);
        return deployment;
    }

    /**
     * The application's Service as the manifests say it.
     *
     * @throws ManifestException when there is none, or it selects nothing
     */
    Service service() {
        Service service = release.find(Service.class, plan.app())
                .orElseThrow(() -> new ManifestException(release.missing("Service", plan.app())));
        Map<String, String> selector = service.getSpec().getSelector();
        if (selector == null || selector.isEmpty()) {
            throw new ManifestException(
                    "Service '" + plan.app() + "' has no selector, so no traffic can be moved by it");
        }
        return (Service) marked(service);
    }

    /** The application's Service that selects only pods with one more label. */
    Service service(String key, String value) {
        Service service = service();
        service.getSpec().setSelector(Labels.with(service.getSpec().getSelector(), key, value));
        return service;
    }

    /** A Service inside the cluster with the application's ports, for pods with one more label. */
    Service sibling(String name, String key, String value) {
        Service service = service(key, value);
        Service sibling = new ServiceBuilder()
                .withMetadata(new ObjectMetaBuilder()
                        .withName(name)
                        .withNamespace(plan.target().namespace())
                        .withLabels(service.getMetadata().getLabels())
                        .withAnnotations(service.getMetadata().getAnnotations())
                        .build())
                .withNewSpec()
                .withSelector(service.getSpec().getSelector())
                .withPorts(service.getSpec().getPorts())
                .endSpec()
                .build();
        sibling.getSpec().getPorts().forEach(port -> port.setNodePort(null));
        return sibling;
    }

    /** The labels of a Deployment's pods. */
    static Map<String, String> podLabels(Deployment deployment) {
        ObjectMeta pods = deployment.getSpec().getTemplate().getMetadata();
        return pods == null || pods.getLabels() == null ? Map.of() : pods.getLabels();
    }

    private boolean isMain(HasMetadata object, Class<? extends HasMetadata> type) {
        return type.isInstance(object) && plan.app().equals(object.getMetadata().getName());
    }

    private HasMetadata marked(HasMetadata object) {
        ObjectMeta metadata = object.getMetadata();
        Map<String, String> labels =
                metadata.getLabels() == null ? new LinkedHashMap<>() : new LinkedHashMap<>(metadata.getLabels());
        labels.putIfAbsent(Labels.NAME, plan.app());
        labels.put(Labels.MANAGED_BY, Labels.US);
        metadata.setLabels(labels);
        Map<String, String> annotations = Labels.with(metadata.getAnnotations(), Labels.ROLLOUT, plan.id());
        metadata.setAnnotations(Labels.with(annotations, Labels.VERSION, plan.version()));
        return object;
    }
}
