package io.jenkins.plugins.delivery.rehearsal.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ApiServer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the controllers of a cluster would do, at once: pods, the status of Deployments, endpoints. Nothing runs. */
final class InstantControllers {
    private static final String OWNER = "deployment";

    private final ApiServer server;
    private final Set<String> neverReady = new TreeSet<>();

    InstantControllers(ApiServer server) {
        this.server = server;
    }

    /** Pods with this version of an image never pass their readiness probe. */
    void neverReady(String version) {
        neverReady.add(version);
    }

    /** Everything that there is to do. */
    void settle() {
        for (Deployment deployment : server.objects().list(Deployment.class)) {
            pods(deployment);
        }
        List<String> deployments = server.objects().list(Deployment.class).stream()
                .map(InstantControllers::key)
                .toList();
        for (Pod pod : server.objects().list(Pod.class)) {
            if (!deployments.contains(owner(pod))) {
                drop(pod);
            }
        }
        server.objects().list(Service.class).forEach(this::endpoints);
    }

    private void pods(Deployment deployment) {
        String name = deployment.getMetadata().getName();
        String hash = Integer.toHexString(
                deployment.getSpec().getTemplate().toString().hashCode());
        boolean ready = !neverReady.contains(Images.version(Images.of(deployment)));
        int wanted = Workloads.wanted(deployment);
        int old = 0;
        for (Pod pod : server.objects().list(Pod.class)) {
            String podName = pod.getMetadata().getName();
            if (key(deployment).equals(owner(pod))) {
                boolean current = podName.startsWith(name + "-" + hash + "-");
                int index = Integer.parseInt(podName.substring(podName.lastIndexOf('-') + 1));
                boolean goes = current ? index >= wanted : ready || wanted == 0;
                if (goes) {
                    drop(pod);
                } else if (!current) {
                    old++;
                }
            }
        }
        for (int i = 0; i < wanted; i++) {
            create(deployment, name + "-" + hash + "-" + i, ready);
        }
        int serving = old + (ready ? wanted : 0);
        int replicas = wanted + old;
        server.objects().modifyStatus("controller", deployment, now -> new DeploymentBuilder(now)
                .withNewStatus()
                .withObservedGeneration(now.getMetadata().getGeneration())
                .withReplicas(replicas)
                .withUpdatedReplicas(wanted)
                .withReadyReplicas(serving)
                .withAvailableReplicas(serving)
                .endStatus()
                .build());
    }

    private void create(Deployment deployment, String name, boolean ready) {
        String namespace = deployment.getMetadata().getNamespace();
        if (server.objects().get(Pod.class, namespace, name).isPresent()) {
            return;
        }
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .addToAnnotations(OWNER, key(deployment))
                .endMetadata()
                .withSpec(deployment.getSpec().getTemplate().getSpec())
                .build();
        server.objects().create("controller", pod);
        server.objects()
                .modifyStatus(
                        "controller",
                        server.objects().get(Pod.class, namespace, name).orElseThrow(),
                        now -> new PodBuilder(now)
                                .withNewStatus()
                                .withPhase("Running")
                                .addNewCondition()
                                .withType("Ready")
                                .withStatus(ready ? "True" : "False")
                                .endCondition()
                                .endStatus()
                                .build());
    }

    private void drop(Pod pod) {
        server.objects().delete(pod);
        server.objects().remove(pod);
    }

    private void endpoints(Service service) {
        String name = service.getMetadata().getName();
        String namespace = service.getMetadata().getNamespace();
        var selector = service.getSpec().getSelector().entrySet();
        server.objects()
                .apply(
                        "controller",
                        new EndpointSliceBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .withNamespace(namespace)
                                .addToLabels("kubernetes.io/service-name", name)
                                .endMetadata()
                                .withAddressType("IPv4")
                                .withEndpoints(server.objects().list(Pod.class).stream()
                                        .filter(pod -> namespace.equals(
                                                pod.getMetadata().getNamespace()))
                                        .filter(pod -> pod.getMetadata()
                                                .getLabels()
                                                .entrySet()
                                                .containsAll(selector))
                                        .map(pod -> new EndpointBuilder()
                                                .withAddresses("10.0.0.1")
                                                .withNewConditions()
                                                .withReady("True"
                                                        .equals(pod.getStatus()
                                                                .getConditions()
                                                                .get(0)
                                                                .getStatus()))
                                                .endConditions()
                                                .withTargetRef(new ObjectReferenceBuilder()
                                                        .withName(pod.getMetadata()
                                                                .getName())
                                                        .build())
                                                .build())
                                        .toList())
                                .build());
    }

    private static String key(HasMetadata object) {
        return object.getMetadata().getNamespace() + "/" + object.getMetadata().getName();
    }

    private static String owner(Pod pod) {
        return pod.getMetadata().getAnnotations().get(OWNER);
    }
}
