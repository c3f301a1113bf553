package io.jenkins.plugins.delivery.engine.rollout.group;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ManifestException;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which object of manifests that are read together belongs to which service: by its name, by the label {@code
 * app.kubernetes.io/name} or {@code app}, or by a name that begins with the service's and a dash. What belongs to none
 * goes with the first.
 */
public final class Partition {
    private Partition() {}

    /**
     * The objects of each service.
     *
     * @throws ManifestException when a workload belongs to no service: it would be rolled out by nobody
     */
    public static Map<String, Manifests> of(Manifests manifests, List<String> apps) {
        Map<String, List<String>> documents = new LinkedHashMap<>();
        apps.forEach(app -> documents.put(app, new ArrayList<>()));
        manifests.workloads().forEach(workload -> named(workload.object(), apps));
        List<HasMetadata> objects = manifests.objects();
        for (int i = 0; i < objects.size(); i++) {
            documents.get(owner(objects.get(i), apps)).add(manifests.documents().get(i));
        }
        Map<String, Manifests> parts = new LinkedHashMap<>();
        documents.forEach((app, own) -> parts.put(app, Manifests.of(own)));
        return parts;
    }

    private static void named(HasMetadata workload, List<String> apps) {
        String name = workload.getMetadata().getName();
        if (!apps.contains(name) && owner(workload, apps, "").isEmpty()) {
            throw new ManifestException(workload.getKind() + " '" + name + "' belongs to none of the apps "
                    + String.join(", ", apps) + "; name it in apps, or label it " + Labels.NAME);
        }
    }

    private static String owner(HasMetadata object, List<String> apps) {
        return owner(object, apps, apps.get(0));
    }

    private static String owner(HasMetadata object, List<String> apps, String otherwise) {
        String name = object.getMetadata().getName();
        if (apps.contains(name)) {
            return name;
        }
        Map<String, String> labels = object.getMetadata().getLabels() == null
                ? Map.of()
                : object.getMetadata().getLabels();
        for (String key : List.of(Labels.NAME, "app")) {
            if (apps.contains(labels.getOrDefault(key, ""))) {
                return labels.get(key);
            }
        }
        return apps.stream()
                .filter(app -> name.startsWith(app + "-"))
                .max(Comparator.comparingInt(String::length))
                .orElse(otherwise);
    }
}
