package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the API serves: the built-in types that deployments are made of, and those that a CustomResourceDefinition adds. */
final class ResourceTypes {
    private static final String BUILT_IN = """
            v1 pods Pod status
            v1 services Service status
            v1 endpoints Endpoints
            v1 events Event
            v1 configmaps ConfigMap
            v1 secrets Secret
            v1 serviceaccounts ServiceAccount
            v1 persistentvolumeclaims PersistentVolumeClaim status
            v1 resourcequotas ResourceQuota status
            v1 limitranges LimitRange
            v1 replicationcontrollers ReplicationController status
            v1 namespaces Namespace status cluster
            v1 nodes Node status cluster
            apps/v1 deployments Deployment status
            apps/v1 replicasets ReplicaSet status
            apps/v1 statefulsets StatefulSet status
            apps/v1 daemonsets DaemonSet status
            apps/v1 controllerrevisions ControllerRevision
            batch/v1 jobs Job status
            batch/v1 cronjobs CronJob status
            autoscaling/v2 horizontalpodautoscalers HorizontalPodAutoscaler status
            policy/v1 poddisruptionbudgets PodDisruptionBudget status
            networking.k8s.io/v1 ingresses Ingress status
            networking.k8s.io/v1 ingressclasses IngressClass cluster
            networking.k8s.io/v1 networkpolicies NetworkPolicy
            discovery.k8s.io/v1 endpointslices EndpointSlice
            events.k8s.io/v1 events Event
            coordination.k8s.io/v1 leases Lease
            rbac.authorization.k8s.io/v1 roles Role
            rbac.authorization.k8s.io/v1 rolebindings RoleBinding
            scheduling.k8s.io/v1 priorityclasses PriorityClass cluster
            gateway.networking.k8s.io/v1 gatewayclasses GatewayClass status cluster
            gateway.networking.k8s.io/v1 gateways Gateway status
            gateway.networking.k8s.io/v1 httproutes HTTPRoute status
            policy.linkerd.io/v1beta3 httproutes HTTPRoute status
            networking.istio.io/v1 virtualservices VirtualService status
            networking.istio.io/v1 destinationrules DestinationRule status
            traefik.io/v1alpha1 ingressroutes IngressRoute
            traefik.io/v1alpha1 traefikservices TraefikService
            apiextensions.k8s.io/v1 customresourcedefinitions CustomResourceDefinition status cluster
            """;

    private final List<ResourceType> types = new CopyOnWriteArrayList<>();

    ResourceTypes() {
        BUILT_IN.lines().map(ResourceTypes::parse).forEach(types::add);
    }

    private static ResourceType parse(String line) {
        List<String> words = List.of(line.trim().split(" "));
        return of(words.get(0), words.get(1), words.get(2), !words.contains("cluster"), words.contains("status"));
    }

    private static ResourceType of(String apiVersion, String plural, String kind, boolean namespaced, boolean status) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return new ResourceType(group, apiVersion.substring(slash + 1), plural, kind, namespaced, status);
    }

    Optional<ResourceType> byPlural(String group, String version, String plural) {
        return types.stream()
                .filter(type -> type.group().equals(group)
                        && type.version().equals(version)
                        && type.plural().equals(plural))
                .findFirst();
    }

    Optional<ResourceType> byKind(String apiVersion, String kind) {
        return types.stream()
                .filter(type ->
                        type.apiVersion().equals(apiVersion) && type.kind().equals(kind))
                .findFirst();
    }

    List<ResourceType> all() {
        return new ArrayList<>(types);
    }

    /** From now on serves what a CustomResourceDefinition describes. */
    void define(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        for (JsonNode version : spec.path("versions")) {
            ResourceType type = new ResourceType(
                    spec.path("group").asText(),
                    version.path("name").asText(),
                    spec.path("names").path("plural").asText().toLowerCase(Locale.ROOT),
                    spec.path("names").path("kind").asText(),
                    !"Cluster".equals(spec.path("scope").asText()),
                    version.path("subresources").has("status"));
            if (!types.contains(type)) {
                types.add(type);
            }
        }
    }
}
