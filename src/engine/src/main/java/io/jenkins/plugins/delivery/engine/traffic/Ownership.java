package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who else writes an object that routes traffic. */
final class Ownership {
    private static final Map<String, String> GITOPS_MARKS = Map.of(
            "argocd.argoproj.io/tracking-id", "Argo CD",
            "argocd.argoproj.io/instance", "Argo CD",
            "kustomize.toolkit.fluxcd.io/name", "Flux",
            "helm.toolkit.fluxcd.io/name", "Flux");
    private static final Map<String, String> GITOPS_MANAGERS = Map.of(
            "argocd-controller", "Argo CD",
            "argocd-application-controller", "Argo CD",
            "kustomize-controller", "Flux",
            "helm-controller", "Flux");

    private Ownership() {}

    /** The sentence that refuses an object which a controller, or another application of ours, writes. */
    static Optional<String> refusal(RoutedObject routed, String app, boolean released) {
        ObjectMeta metadata = routed.object().getMetadata();
        for (OwnerReference owner : orEmpty(metadata.getOwnerReferences())) {
            if (Boolean.TRUE.equals(owner.getController())) {
                return Optional.of(routed.words() + " belongs to " + owner.getKind() + " '" + owner.getName() + "' ("
                        + owner.getApiVersion() + "), whose controller would put back what a rollout writes;"
                        + " give '" + app + "' a route of its own, or let " + owner.getKind() + " '" + owner.getName()
                        + "' go first");
            }
        }
        String other = label(routed.object(), Labels.NAME);
        boolean ofAnother = !released
                && Labels.US.equals(label(routed.object(), Labels.MANAGED_BY))
                && !other.isEmpty()
                && !other.equals(app);
        return ofAnother
                ? Optional.of(routed.words() + " belongs to application '" + other
                        + "', whose next release would overwrite the weights; give '" + app + "' a route of its own")
                : Optional.empty();
    }

    /** The sentence that refuses an object of a name that we need, but that somebody else made. */
    static Optional<String> taken(HasMetadata object) {
        if (isOurs(object)) {
            return Optional.empty();
        }
        String by = label(object, Labels.MANAGED_BY);
        String owner = by.isEmpty() ? lastManager(object).orElse("somebody else") : by;
        return Optional.of(
                object.getKind() + " '" + object.getMetadata().getName() + "' is there already and belongs to " + owner
                        + "; rename or delete it: a rollout makes one of this name, and removes it at the end");
    }

    static boolean isOurs(HasMetadata object) {
        return Labels.US.equals(label(object, Labels.MANAGED_BY));
    }

    /** What to settle with a tool that keeps the cluster as a repository says it. */
    static List<String> warnings(RoutedObject routed, String field) {
        return gitops(routed.object())
                .map(tool -> List.of(routed.words() + " is kept in step with a repository by " + tool
                        + ", which will put the weights back during the rollout unless it is told not to: "
                        + advice(tool, routed, field)))
                .orElse(List.of());
    }

    /** Who wrote an object last, when it was not us: the end of a sentence about drift. */
    static String suspect(HasMetadata object) {
        return lastManager(object)
                .filter(manager -> !manager.equals(Labels.US))
                .map(manager -> "; " + manager + " wrote it last"
                        + Optional.ofNullable(GITOPS_MANAGERS.get(manager))
                                .map(tool -> " (" + tool + "; see its warning in docs/routers.md)")
                                .orElse(""))
                .orElse("");
    }

    private static String advice(String tool, RoutedObject routed, String field) {
        String group = routed.kind().apiVersion().replaceAll("/.*", "");
        return tool.equals("Argo CD")
                ? "in its Application, ignoreDifferences with group " + group + ", kind "
                        + routed.kind().kind() + " and jsonPointers [" + field
                        + "], and syncOptions [RespectIgnoreDifferences=true]"
                : "suspend its Kustomization or HelmRelease for the rollout, or annotate the object with"
                        + " kustomize.toolkit.fluxcd.io/ssa: IfNotPresent";
    }

    private static Optional<String> gitops(HasMetadata object) {
        return GITOPS_MARKS.entrySet().stream()
                .filter(mark -> !label(object, mark.getKey()).isEmpty()
                        || object.getMetadata().getAnnotations() != null
                                && object.getMetadata().getAnnotations().containsKey(mark.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .or(() -> orEmpty(object.getMetadata().getManagedFields()).stream()
                        .map(entry -> GITOPS_MANAGERS.get(String.valueOf(entry.getManager())))
                        .filter(tool -> tool != null)
                        .findFirst());
    }

    private static Optional<String> lastManager(HasMetadata object) {
        return orEmpty(object.getMetadata().getManagedFields()).stream()
                .filter(entry -> entry.getManager() != null && !"status".equals(entry.getSubresource()))
                .max(Comparator.comparing(entry -> entry.getTime() == null ? "" : entry.getTime()))
                .map(ManagedFieldsEntry::getManager);
    }

    private static String label(HasMetadata object, String key) {
        Map<String, String> labels = object.getMetadata().getLabels();
        return labels == null ? "" : labels.getOrDefault(key, "");
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
