package io.jenkins.plugins.delivery.engine.manifest;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.jenkins.plugins.delivery.engine.cluster.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What will go wrong one day with the objects of a release, said before they are rolled out. None stops a rollout. */
public final class ManifestWarnings {
    private final List<HasMetadata> objects;
    private final List<String> warnings = new ArrayList<>();

    private ManifestWarnings(List<? extends HasMetadata> objects) {
        this.objects = List.copyOf(objects);
    }

    /**
     * One sentence each, in the order of the objects.
     *
     * @param release the objects of the release
     * @param there other objects that are in the namespace: budgets and autoscalers count wherever they come from
     */
    public static List<String> of(List<? extends HasMetadata> release, List<? extends HasMetadata> there) {
        ManifestWarnings found = new ManifestWarnings(
                Stream.concat(release.stream(), there.stream()).toList());
        for (HasMetadata object : release) {
            Workload.of(object).ifPresent(found::look);
        }
        return List.copyOf(found.warnings);
    }

    private void look(Workload workload) {
        for (Container container : workload.allContainers()) {
            movable(where(workload, container), String.valueOf(container.getImage()));
        }
        for (Container container : workload.containers()) {
            look(where(workload, container), container);
        }
        boolean serves = only(Service.class)
                .anyMatch(service ->
                        service.getSpec() != null && selects(service.getSpec().getSelector(), workload.labels()));
        if (serves) {
            drain(workload.said(), workload.template().getSpec());
        }
        if (!(workload.object() instanceof DaemonSet)) {
            numbers(workload);
        }
    }

    private static String where(Workload workload, Container container) {
        return workload.said() + ", container '" + container.getName() + "': ";
    }

    private void movable(String where, String image) {
        if (isMovable(image)) {
            warnings.add(where + "image " + image + " may be another one tomorrow; name a version or a digest");
        }
    }

    private void look(String where, Container container) {
        if (container.getReadinessProbe() == null) {
            warnings.add(where + "without a readinessProbe it gets traffic as soon as it runs, ready or not");
        }
        if (container.getLivenessProbe() == null && container.getReadinessProbe() == null) {
            warnings.add(where + "without a livenessProbe it is not restarted when it hangs");
        }
        List<String> unrequested = Stream.of("cpu", "memory")
                .filter(resource -> !requests(container).contains(resource))
                .toList();
        if (!unrequested.isEmpty()) {
            warnings.add(where + "no request for " + String.join(" and ", unrequested)
                    + ", so that the scheduler may put it where there is no room");
        }
    }

    /** Endpoints are removed while the container already gets SIGTERM: some seconds of requests still arrive. */
    private void drain(String name, PodSpec pod) {
        boolean waits = pod.getContainers().stream()
                .anyMatch(container -> container.getLifecycle() != null
                        && container.getLifecycle().getPreStop() != null);
        if (!waits) {
            warnings.add(name + ": without a preStop hook (sleep 10) a pod may end while requests still come to it");
        }
        Long grace = pod.getTerminationGracePeriodSeconds();
        if (grace != null && grace < 15) {
            warnings.add(name + ": terminationGracePeriodSeconds " + grace
                    + " is less than the 15 s that draining takes; requests under way are cut off");
        }
    }

    private void numbers(Workload workload) {
        HasMetadata object = workload.object();
        boolean scaled = only(HorizontalPodAutoscaler.class)
                .map(autoscaler -> autoscaler.getSpec().getScaleTargetRef())
                .anyMatch(target -> object.getKind().equals(target.getKind())
                        && object.getMetadata().getName().equals(target.getName()));
        if (!scaled && workload.replicas() == 1) {
            warnings.add(workload.said() + ": a single replica; whenever its pod moves, nobody is served");
            return;
        }
        boolean budgeted = only(PodDisruptionBudget.class)
                .map(budget -> budget.getSpec().getSelector())
                .anyMatch(selector -> selects(matchLabels(selector), workload.labels()));
        if (!budgeted && workload.replicas() > 0) {
            warnings.add(
                    workload.said() + ": no PodDisruptionBudget, so that draining nodes may end all its pods at once");
        }
    }

    /** No tag, or the tag latest; a digest never moves. */
    static boolean isMovable(String image) {
        if (image.contains("@sha256:")) {
            return false;
        }
        int colon = image.lastIndexOf(':');
        return colon <= image.lastIndexOf('/') || image.endsWith(":latest");
    }

    private static Set<String> requests(Container container) {
        var resources = container.getResources();
        Set<String> named = new HashSet<>();
        if (resources != null && resources.getRequests() != null) {
            named.addAll(resources.getRequests().keySet());
        }
        if (resources != null && resources.getLimits() != null) {
            named.addAll(resources.getLimits().keySet()); // a limit without a request is the request, too
        }
        return named;
    }

    private <T extends HasMetadata> Stream<T> only(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    private static Map<String, String> matchLabels(LabelSelector selector) {
        return selector == null || selector.getMatchLabels() == null ? Map.of() : selector.getMatchLabels();
    }

    private static boolean selects(Map<String, String> selector, Map<String, String> labels) {
        return selector != null && !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
    }
}
