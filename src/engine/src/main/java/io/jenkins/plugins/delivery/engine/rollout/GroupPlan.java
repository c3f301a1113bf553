package io.jenkins.plugins.delivery.engine.rollout;

import java.util.List;

/**
 * The services that are rolled out together: all or none.
 *
 * @param id of the group, the same in each of its rollouts; empty for a rollout of its own
 * @param apps all of them, in the order in which they are promoted
 */
public record GroupPlan(String id, List<String> apps) {
    /** A rollout of its own. */
    public static final GroupPlan NONE = new GroupPlan("", List.of());

    public GroupPlan {
        id = id == null ? "" : id;
        apps = apps == null ? List.of() : List.copyOf(apps);
    }

    /** Whether there are others. */
    public boolean isGroup() {
        return !id.isEmpty();
    }

    /** The id of the rollout of one of the services. */
    public String rollout(String app) {
        return id + "." + app;
    }

    /** The service whose record settles for all of them whether they stay: the first. */
    String leader() {
        return apps.get(0);
    }
}
