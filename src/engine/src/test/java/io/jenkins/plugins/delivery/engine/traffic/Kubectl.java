package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.rollout.FakeCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does what a person's shell would do with the commands that a recovery names; refuses any that it does not know. */
final class Kubectl {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PATCH = Pattern.compile("patch (\\S+) --type=merge -p '(.*)'");
    private static final Pattern RESTORE = Pattern.compile(
            "patch (\\S+) --type=merge -p \"\\$\\(kubectl -n prod get (\\S+) -o jsonpath='\\{\\.metadata\\.annotations\\.(\\S+)}'\\)\"");
    private static final Pattern REPLACE = Pattern.compile(
            "get (\\S+) -o yaml \\| sed 's/name: (\\S+)\\$/name: (\\S+)/' \\| kubectl -n prod replace -f -");
    private static final Pattern DELETE = Pattern.compile("delete (\\S+) --ignore-not-found");
    private static final Pattern SCALE = Pattern.compile("scale (\\S+) --replicas=(\\d+)");
    private static final Pattern STATUS = Pattern.compile("rollout status (\\S+)");

    private static final Map<String, ApiKind> KINDS = Map.of(
            "httproutes.gateway.networking.k8s.io", new ApiKind("gateway.networking.k8s.io/v1", "HTTPRoute", ""),
            "virtualservices.networking.istio.io", new ApiKind("networking.istio.io/v1", "VirtualService", ""),
            "httproutes.policy.linkerd.io", new ApiKind("policy.linkerd.io/v1beta3", "PolicyRoute", ""),
            "traefikservices.traefik.io", new ApiKind("traefik.io/v1alpha1", "TraefikService", ""),
            "ingressroutes.traefik.io", new ApiKind("traefik.io/v1alpha1", "IngressRoute", ""),
            "ingresses.networking.k8s.io", new ApiKind("networking.k8s.io/v1", "Ingress", ""),
            "ingress", new ApiKind("networking.k8s.io/v1", "Ingress", ""),
            "service", new ApiKind("v1", "Service", ""),
            "deployment", new ApiKind("apps/v1", "Deployment", ""));

    private final FakeCluster cluster;

    Kubectl(FakeCluster cluster) {
        this.cluster = cluster;
    }

    /** Whether the object was there. */
    boolean run(String line) {
        String command = line.replaceFirst("^kubectl -n prod ", "");
        Matcher patch = PATCH.matcher(command);
        Matcher restore = RESTORE.matcher(command);
        Matcher replace = REPLACE.matcher(command);
        Matcher delete = DELETE.matcher(command);
        Matcher scale = SCALE.matcher(command);
        if (restore.matches() && restore.group(1).equals(restore.group(2))) {
            Optional<HasMetadata> object = cluster.find(like(restore.group(1)));
            String note = restore.group(3).replace("\\.", ".");
            object.ifPresent(
                    there -> patch(there, there.getMetadata().getAnnotations().get(note)));
            return object.isPresent();
        } else if (replace.matches()) {
            String yaml = Serialization.asYaml(find(replace.group(1)))
                    .replace("\"", "")
                    .replaceAll("(?m)name: " + replace.group(2) + "$", "name: " + replace.group(3));
            cluster.replace(Serialization.unmarshal(yaml, HasMetadata.class));
        } else if (patch.matches()) {
            patch(find(patch.group(1)), patch.group(2));
        } else if (delete.matches()) {
            cluster.find(like(delete.group(1))).ifPresent(cluster::delete);
        } else if (scale.matches()) {
            patch(find(scale.group(1)), "{\"spec\":{\"replicas\":" + scale.group(2) + "}}");
        } else if (!STATUS.matcher(command).matches()) {
            throw new AssertionError("no shell would understand: " + line);
        }
        return true;
    }

    private void patch(HasMetadata object, String json) {
        try {
            cluster.patch(object, JSON.readValue(json, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HasMetadata find(String resource) {
        return cluster.find(like(resource)).orElseThrow(() -> new AssertionError(resource + " is not there"));
    }

    private static HasMetadata like(String resource) {
        String[] parts = resource.split("/");
        return Serialization.clone(KINDS.get(parts[0]).named(parts[1]));
    }
}
