package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;

/** Version 2 of the application serves, version 1 was there before, and no rollout of ours wrote down either. */
final class UnrecordedWorld {
    private UnrecordedWorld() {}

    /** @param kind {@code Deployment} or {@code StatefulSet} */
    static Simulation of(String kind) {
        boolean deployment = kind.equals("Deployment");
        Simulation world = new Simulation().serving(deployment ? Plans.rolling("2") : Plans.ordered("2"));
        world.cluster
                .all(ConfigMap.class, any -> any.getMetadata().getName().contains("-release-"))
                .forEach(world.cluster::remove);
        for (int number = 1; number <= 2; number++) {
            world.cluster.put(deployment ? replicaSet(number) : revision(number));
        }
        return world;
    }

    private static HasMetadata replicaSet(int number) {
        return Serialization.unmarshal("{\"apiVersion\":\"apps/v1\",\"kind\":\"ReplicaSet\",\"metadata\":{"
                + owned("Deployment", number) + ",\"annotations\":{\"deployment.kubernetes.io/revision\":\"" + number
                + "\"}},\"spec\":{\"template\":" + template(number, ",\"pod-template-hash\":\"5f\"", "") + "}}");
    }

    private static HasMetadata revision(int number) {
        return Serialization.unmarshal("{\"apiVersion\":\"apps/v1\",\"kind\":\"ControllerRevision\",\"metadata\":{"
                + owned("StatefulSet", number) + "},\"revision\":" + number + ",\"data\":{\"spec\":{\"template\":"
                + template(number, "", ",\"$patch\":\"replace\"") + "}}}");
    }

    private static String owned(String kind, int number) {
        return "\"name\":\"shop-" + number + "\",\"ownerReferences\":[{\"kind\":\"" + kind + "\",\"name\":\"shop\"}]";
    }

    private static String template(int number, String label, String more) {
        return "{\"metadata\":{\"labels\":{\"app\":\"shop\"" + label
                + "}},\"spec\":{\"containers\":[{\"name\":\"shop\"," + "\"image\":\"registry/shop:" + number + "\"}]}"
                + more + "}";
    }
}
