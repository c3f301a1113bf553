package io.jenkins.plugins.delivery.engine.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes the hooks out of a rendered chart: objects with the annotation {@code helm.sh/hook} are meant for moments of a
 * Helm installation, which a rollout is not.
 *
 * @param manifests the objects that are no hooks
 * @param hooks the others by kind, name and moment, without tests, which nobody misses
 */
public record ChartHooks(Manifests manifests, List<String> hooks) {
    private static final String HOOK = "helm.sh/hook";

    /** Splits manifests; those without hooks stay as they are. */
    public static ChartHooks of(Manifests manifests) {
        List<String> kept = new ArrayList<>();
        List<String> hooks = new ArrayList<>();
        for (HasMetadata object : manifests.objects()) {
            Map<String, String> annotations = object.getMetadata().getAnnotations();
            String moments = annotations == null ? null : annotations.get(HOOK);
            if (moments == null) {
                kept.add(Serialization.asJson(object));
            } else if (!moments.contains("test")) {
                hooks.add(object.getKind() + " '" + object.getMetadata().getName() + "' (" + moments + ")");
            }
        }
        return new ChartHooks(Manifests.of(kept), List.copyOf(hooks));
    }
}
