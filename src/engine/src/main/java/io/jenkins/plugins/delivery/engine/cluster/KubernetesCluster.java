package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.PropagationPolicyConfigurable;
import io.fabric8.kubernetes.client.dsl.Deletable;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A namespace behind the fabric8 client. Time-outs, credentials and TLS are the client's; its own retries should be off,
 * because a rollout looks again anyway.
 */
public final class KubernetesCluster implements Cluster {
    /**
     * A version that no object has: etcd begins with it, before anything is written. To apply it creates what is not there,
     * and is a conflict with what is, as with any version that is not the current one; 0 would mean any version.
     *
     * @see <a href="https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go">Store.Update</a>
     */
    private static final String NEVER = "1";

    private final KubernetesClient client;
    private final String namespace;

    public KubernetesCluster(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public <T extends HasMetadata> Optional<T> find(Class<T> type, String name) {
        return call(
                "get " + type.getSimpleName() + " '" + name + "'",
                () -> Optional.ofNullable(client.resources(type)
                        .inNamespace(namespace)
                        .withName(name)
                        .get()));
    }

    @Override
    public Optional<HasMetadata> find(HasMetadata like) {
        return call(
                "get " + said(like),
                () -> Optional.ofNullable(
                        client.resource(like).inNamespace(namespace).get()));
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, Map<String, String> labels) {
        return call("list " + type.getSimpleName() + "s", () -> client.resources(type)
                .inNamespace(namespace)
                .withLabels(labels)
                .list()
                .getItems());
    }

    @Override
    public void apply(HasMetadata object, Optional<? extends HasMetadata> observed, boolean force) {
        HasMetadata bare = bare(object);
        bare.getMetadata()
                .setUid(observed.map(there -> there.getMetadata().getUid()).orElse(null));
        bare.getMetadata()
                .setResourceVersion(observed.map(there -> there.getMetadata().getResourceVersion())
                        .orElse(NEVER));
        applyBare(bare, new PatchContext.Builder().withForce(force));
    }

    @Override
    public HasMetadata check(HasMetadata object, boolean force) {
        return applyBare(
                bare(object), new PatchContext.Builder().withForce(force).withDryRun(List.of("All")));
    }

    @Override
    public ApiResource resource(HasMetadata like) {
        if (!(like instanceof GenericKubernetesResource)) {
            return ApiResource.of(like);
        }
        APIResourceList served =
                call("look up kind " + like.getKind(), () -> client.getApiResources(like.getApiVersion()));
        return (served == null ? List.<APIResource>of() : served.getResources())
                .stream()
                        .filter(one -> like.getKind().equals(one.getKind())
                                && !one.getName().contains("/"))
                        .findFirst()
                        .map(one -> new ApiResource(
                                ApiResource.group(like.getApiVersion()),
                                one.getName(),
                                Boolean.TRUE.equals(one.getNamespaced())))
                        .orElseThrow(() -> new ClusterException(
                                ClusterException.Kind.INVALID,
                                "the cluster does not know the kind " + like.getKind() + " of " + like.getApiVersion()
                                        + ", which " + said(like) + " is; install what defines it",
                                null));
    }

    @Override
    public boolean may(Access access) {
        int slash = access.resource().indexOf('/');
        SelfSubjectAccessReview question = new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withNamespace(access.namespaced() ? namespace : null)
                .withVerb(access.verb())
                .withGroup(access.group())
                .withResource(slash < 0 ? access.resource() : access.resource().substring(0, slash))
                .withSubresource(slash < 0 ? null : access.resource().substring(slash + 1))
                .endResourceAttributes()
                .endSpec()
                .build();
        try {
            SelfSubjectAccessReview answer = call(
                    "ask for permissions",
                    () -> client.authorization().v1().selfSubjectAccessReview().create(question));
            return answer.getStatus() == null
                    || Boolean.TRUE.equals(answer.getStatus().getAllowed());
        } catch (ClusterException e) {
            if (e.mayPass()) {
                throw e;
            }
            return true;
        }
    }

    private static HasMetadata bare(HasMetadata object) {
        HasMetadata bare = Serialization.clone(object);
        bare.getMetadata().setManagedFields(null);
        bare.getMetadata().setResourceVersion(null);
        bare.getMetadata().setUid(null);
        return bare;
    }

    private HasMetadata applyBare(HasMetadata bare, PatchContext.Builder how) {
        PatchContext context = how.withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(Labels.US)
                .build();
        return call(
                "apply " + said(bare),
                () -> client.resource(bare).inNamespace(namespace).patch(context, Serialization.asJson(bare)));
    }

    @Override
    public void patch(HasMetadata observed, Map<String, ?> mergePatch) {
        Map<String, Object> patch = new LinkedHashMap<>(mergePatch);
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (patch.get("metadata") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> metadata.put(String.valueOf(key), value));
        }
        metadata.put("resourceVersion", observed.getMetadata().getResourceVersion());
        patch.put("metadata", metadata);
        PatchContext context = new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager(Labels.US)
                .build();
        call(
                "patch " + said(observed),
                () -> client.resource(observed).inNamespace(namespace).patch(context, Serialization.asJson(patch)));
    }

    @Override
    public void create(HasMetadata object) {
        call(
                "create " + said(object),
                () -> client.resource(object).inNamespace(namespace).create());
    }

    @Override
    public void replace(HasMetadata object) {
        call(
                "replace " + said(object),
                () -> client.resource(object).inNamespace(namespace).update());
    }

    @Override
    public void delete(HasMetadata observed) {
        String version = observed.getMetadata().getResourceVersion();
        call("delete " + said(observed), () -> {
            Resource<?> resource = client.resource(observed).inNamespace(namespace);
            Object bound = version == null ? resource : resource.lockResourceVersion(version);
            ((Deletable) ((PropagationPolicyConfigurable<?>) bound)
                            .withPropagationPolicy(DeletionPropagation.BACKGROUND))
                    .delete();
            return null;
        });
    }

    @Override
    public String log(String pod, String container, int lines, boolean previous) {
        return call("read the log of pod '" + pod + "'", () -> {
            var of = client.pods().inNamespace(namespace).withName(pod).inContainer(container);
            return previous
                    ? of.terminated().tailingLines(lines).getLog()
                    : of.tailingLines(lines).getLog();
        });
    }

    private static String said(HasMetadata object) {
        return object.getKind() + " '" + object.getMetadata().getName() + "'";
    }

    private <T> T call(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (KubernetesClientException e) {
            throw ClientFailures.translate(what, namespace, e);
        }
    }
}
