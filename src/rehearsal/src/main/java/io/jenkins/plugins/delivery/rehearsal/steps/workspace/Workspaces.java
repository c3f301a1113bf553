package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which folders are in use as workspaces in this process. */
final class Workspaces {
    private static final Set<String> USED = ConcurrentHashMap.newKeySet();

    private Workspaces() {}

    /** {@code folder}, or the first of {@code folder@2}, {@code folder@3} … that is free. */
    static String acquire(String folder) {
        String candidate = folder;
        for (int i = 2; !USED.add(candidate); i++) {
            candidate = folder + "@" + i;
        }
        return candidate;
    }

    static void keep(String folder) {
        USED.add(folder);
    }

    static void release(String folder) {
        USED.remove(folder);
    }
}
