package io.jenkins.plugins.delivery.engine.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Set;

/** Autoscalers among the manifests of a blue-green release: each colour has its own, because each is a Deployment. */
final class ColoredScaling {
    private static final Set<String> KINDS = Set.of("HorizontalPodAutoscaler", ScaledObjects.KIND);

    private ColoredScaling() {}

    /** The object for a colour; anything but an autoscaler of the application's Deployment stays as it is. */
    static HasMetadata of(HasMetadata object, String app, String color) {
        if (!KINDS.contains(object.getKind())) {
            return object;
        }
        JsonNode tree = RolloutJson.read(Serialization.asJson(object), JsonNode.class);
        boolean deployment = "Deployment"
                .equals(tree.path("spec").path("scaleTargetRef").path("kind").asText("Deployment"));
        if (!(tree.path("spec").path("scaleTargetRef") instanceof ObjectNode target)
                || !deployment
                || !app.equals(target.path("name").asText())) {
            return object;
        }
        target.put("name", Colors.deployment(app, color));
        ((ObjectNode) tree.get("metadata")).put("name", object.getMetadata().getName() + "-" + color);
        return Serialization.unmarshal(tree.toString());
    }
}
