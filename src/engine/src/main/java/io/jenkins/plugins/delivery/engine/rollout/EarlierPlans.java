package io.jenkins.plugins.delivery.engine.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Plans that began before an update of the plugin and have to end after it. */
final class EarlierPlans {
    private EarlierPlans() {}

    /** The steps of a canary were fields of the plan itself once. */
    static String upgrade(String json) {
        JsonNode plan = RolloutJson.read(json, JsonNode.class);
        if (!(plan instanceof ObjectNode fields) || fields.has("canary") || !fields.has("weights")) {
            return json;
        }
        ObjectNode canary = fields.putObject("canary");
        canary.set("weights", fields.remove("weights"));
        canary.set("router", fields.remove("router"));
        return fields.toString();
    }
}
