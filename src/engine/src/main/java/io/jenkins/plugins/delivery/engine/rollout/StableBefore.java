package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a canary goes back to: the objects as they are, with stable pods told apart where the router needs it. Going back
 * to the state without that label would restart pods that serve well, and widen the Service while canary pods live.
 */
final class StableBefore {
    /** Merge patch that labels the pods of the stable Deployment. */
    static final Map<String, ?> LABEL_PODS = Map.of(
            "spec", Map.of("template", Map.of("metadata", Map.of("labels", Map.of(Labels.TRACK, Labels.STABLE)))));

    private final Cluster cluster;
    private final Rendering rendering;
    private final String app;
    private final boolean labelled;

    /** @param labelled whether the main Service has to select stable pods only */
    StableBefore(Cluster cluster, Rendering rendering, String app, boolean labelled) {
        this.cluster = cluster;
        this.rendering = rendering;
        this.app = app;
        this.labelled = labelled;
    }

    static String deploymentKey(String app) {
        return "apps/v1 Deployment " + app;
    }

    Map<String, String> remember() {
        List<HasMetadata> touched = new ArrayList<>(rendering.others());
        Service service = rendering.service();
        touched.add(service);
        touched.add(rendering.sibling(app + "-stable", Labels.TRACK, Labels.STABLE));
        Map<String, String> before = new HashMap<>(Objects.remember(cluster, touched));
        before.put(
                deploymentKey(app),
                cluster.find(Deployment.class, app).map(this::stable).orElse(""));
        before.put(
                Objects.key(service),
                cluster.find(Service.class, app).map(this::narrowed).orElse(""));
        return before;
    }

    private String stable(Deployment deployment) {
        Deployment copy = Serialization.clone(deployment);
        if (labelled) {
            var pods = copy.getSpec().getTemplate().getMetadata();
            pods.setLabels(Labels.with(pods.getLabels(), Labels.TRACK, Labels.STABLE));
        }
        return Objects.bare(copy);
    }

    private String narrowed(Service service) {
        Service copy = Serialization.clone(service);
        if (labelled) {
            copy.getSpec().setSelector(Labels.with(copy.getSpec().getSelector(), Labels.TRACK, Labels.STABLE));
        }
        return Objects.bare(copy);
    }
}
