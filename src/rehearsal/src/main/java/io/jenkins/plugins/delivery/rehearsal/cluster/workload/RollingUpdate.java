package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.IntOrString;

/**
 * How many pods of the new and of the old there may be.
 *
 * <p>Source: {@code maxSurge} is rounded up, {@code maxUnavailable} down, and the latter is one when both come to
 * nothing (Kubernetes, "Deployments", rolling update).
 *
 * @param desired pods in the end
 * @param maxSurge pods above that
 * @param maxUnavailable pods below that
 */
record RollingUpdate(int desired, int maxSurge, int maxUnavailable) {
    static RollingUpdate of(int desired, IntOrString maxSurge, IntOrString maxUnavailable) {
        int surge = resolve(maxSurge, desired, true);
        int unavailable = resolve(maxUnavailable, desired, false);
        return new RollingUpdate(desired, surge, surge == 0 && unavailable == 0 ? 1 : unavailable);
    }

    private static int resolve(IntOrString value, int of, boolean up) {
        if (value.getIntVal() != null) {
            return value.getIntVal();
        }
        double share = Double.parseDouble(value.getStrVal().replace("%", "").trim()) / 100 * of;
        return (int) (up ? Math.ceil(share - 1e-9) : Math.floor(share + 1e-9));
    }

    /** To how many the new set may grow, given how many pods all sets want and the new one wants now. */
    int grow(int total, int current) {
        int room = Math.max(0, desired + maxSurge - total);
        return current >= desired ? desired : Math.min(desired, current + room);
    }

    /** How many pods the old sets may lose, given what all want and how many of the new are not available yet. */
    int shrink(int total, int newUnavailable) {
        return Math.max(0, total - (desired - maxUnavailable) - newUnavailable);
    }
}
