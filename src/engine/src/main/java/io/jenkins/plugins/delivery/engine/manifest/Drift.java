package io.jenkins.plugins.delivery.engine.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that somebody else changed on an object that a rollout has applied: an image, the number of pods, or what is
 * selected. Who it was is told by the field managers that the API server keeps.
 *
 * @param object kind and name
 * @param field path of the field
 * @param was what the rollout applied
 * @param is what it is now; {@code nothing} when it is gone
 * @param manager who owns the field now
 */
public record Drift(String object, String field, String was, String is, String manager) {
    private static final String REPLICAS = "spec.replicas";
    private static final Pattern WATCHED = Pattern.compile(
            "spec\\.replicas|spec\\.selector\\..*|spec\\.selector\\[.*|spec\\.template\\.spec\\.(initC|c)ontainers\\[.*]\\.image");

    /** Autoscaling is no drift. */
    private static final Set<String> CONTROLLERS =
            Set.of("kube-controller-manager", "keda", "keda-operator", "vpa-updater", "vpa-admission-controller");

    /**
     * Looks at workloads and Services again.
     *
     * @param applied as the rollout wants them; what a rollout itself has changed since is told by the field manager
     */
    public static List<Drift> among(Cluster cluster, List<? extends HasMetadata> applied) {
        List<Drift> found = new ArrayList<>();
        for (HasMetadata wanted : applied) {
            if (Workload.of(wanted).isEmpty() && !(wanted instanceof Service)) {
                continue;
            }
            Optional<HasMetadata> live = cluster.find(wanted);
            if (live.isEmpty()) {
                found.add(new Drift(name(wanted), "the object", "there", "nothing", FieldOwners.SOMEBODY));
            } else {
                found.addAll(between(wanted, live.get()));
            }
        }
        return found;
    }

    /** What differs in the watched fields that an object was applied with, and is no longer ours. */
    static List<Drift> between(HasMetadata wanted, HasMetadata live) {
        Map<String, JsonNode> was = ObjectTree.values(wanted);
        Map<String, JsonNode> is = ObjectTree.values(live);
        FieldOwners owners = FieldOwners.of(live);
        List<Drift> found = new ArrayList<>();
        was.forEach((path, value) -> {
            JsonNode now = is.get(path);
            if (WATCHED.matcher(path).matches() && !value.equals(now) && !owners.isOurs(path)) {
                String manager = owners.of(path);
                if (!(path.equals(REPLICAS) && CONTROLLERS.contains(manager))) {
                    found.add(new Drift(name(live), path, Diff.shown(value, false), Diff.shown(now, false), manager));
                }
            }
        });
        return found;
    }

    /** Whether only the number of pods is another. */
    public boolean isOfNumbers() {
        return field.equals(REPLICAS);
    }

    /** One sentence. */
    public String words() {
        return manager + " changed " + object + ": " + field + " was " + was + ", is " + is;
    }

    private static String name(HasMetadata object) {
        return object.getKind() + " '" + object.getMetadata().getName() + "'";
    }
}
