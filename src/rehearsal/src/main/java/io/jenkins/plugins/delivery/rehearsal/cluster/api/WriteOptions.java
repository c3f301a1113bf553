package io.jenkins.plugins.delivery.rehearsal.cluster.api;

/**
 * How to write.
 *
 * @param fieldManager who writes; empty when it does not say
 * @param dryRun checks and answers, but stores nothing
 * @param force server-side apply takes fields over from other managers
 * @param subresource empty for the object itself, or {@code status}
 */
record WriteOptions(String fieldManager, boolean dryRun, boolean force, String subresource) {
    static WriteOptions of(String fieldManager) {
        return new WriteOptions(fieldManager, false, false, "");
    }

    static WriteOptions status(String fieldManager) {
        return new WriteOptions(fieldManager, false, false, "status");
    }

    boolean status() {
        return subresource.equals("status");
    }
}
