package io.jenkins.plugins.delivery.engine.traffic;

/**
 * How many pods of each version come nearest to a weight.
 *
 * @param stable pods of the stable version
 * @param canary pods of the canary
 */
record ReplicaSplit(int stable, int canary) {
    private static final double SURGE = 0.25;

    /**
     * The split with the least error that needs no fewer pods than the application does, and at most a quarter more;
     * among equals the one with the fewest pods. Each side that is to have traffic has a pod.
     *
     * @param replicas how many pods the application needs, at least 1
     */
    static ReplicaSplit of(int replicas, int weight) {
        int least = Math.max(1, replicas);
        if (weight == 0) {
            return new ReplicaSplit(least, 0);
        }
        if (weight == 100) {
            return new ReplicaSplit(0, least);
        }
        ReplicaSplit best = new ReplicaSplit(least, 1);
        for (int total = Math.max(2, least); total <= Math.max(2, least + (int) Math.ceil(least * SURGE)); total++) {
            for (int canary = 1; canary < total; canary++) {
                ReplicaSplit split = new ReplicaSplit(total - canary, canary);
                if (split.error(weight) < best.error(weight) - 1e-9
                        || split.error(weight) < best.error(weight) + 1e-9 && split.total() < best.total()) {
                    best = split;
                }
            }
        }
        return best;
    }

    /** Percent of traffic that the canary gets when each pod gets the same. */
    int weight() {
        return total() == 0 ? 0 : (int) Math.round(100.0 * canary / total());
    }

    private int total() {
        return stable + canary;
    }

    private double error(int weight) {
        return Math.abs(100.0 * canary / total() - weight);
    }
}
