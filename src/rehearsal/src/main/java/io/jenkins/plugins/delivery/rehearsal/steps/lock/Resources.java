package io.jenkins.plugins.delivery.rehearsal.steps.lock;

import hudson.model.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import jenkins.model.Jenkins;

/**
 * Who holds and who waits for each resource. Holders are saved at once, so that after a restart nobody who waited can come first; those who
 * wait say so again.
 */
final class Resources {
    private static final Map<Jenkins, Resources> OF_CONTROLLER = new WeakHashMap<>();

    private final HoldersFile file;
    private final Map<String, Claim> holders;
    private final Map<String, LinkedHashMap<Claim, Runnable>> waiting = new HashMap<>();

    Resources(HoldersFile file) {
        this.file = file;
        this.holders = file.read();
    }

    static Resources ofController() {
        synchronized (OF_CONTROLLER) {
            return OF_CONTROLLER.computeIfAbsent(
                    Jenkins.get(),
                    controller -> new Resources(
                            new HoldersFile(controller.getRootDir().toPath().resolve("locks.properties"))));
        }
    }

    /** True if the resource is free, or held by the same claim already, or by a build that is over. */
    synchronized boolean take(String resource, Claim claim) {
        Claim holder = holders.get(resource);
        if (holder != null && !holder.equals(claim) && isAlive(holder)) {
            return false;
        }
        holders.put(resource, claim);
        save();
        return true;
    }

    private static boolean isAlive(Claim claim) {
        Run<?, ?> build = Run.fromExternalizableId(claim.build());
        return build != null && build.isBuilding();
    }

    /** Stands in line; `proceed` is called, once and holding the resource, when its turn has come. */
    synchronized void await(String resource, Claim claim, boolean first, Runnable proceed) {
        LinkedHashMap<Claim, Runnable> line = waiting.computeIfAbsent(resource, name -> new LinkedHashMap<>());
        line.remove(claim);
        Map<Claim, Runnable> others = first ? new LinkedHashMap<>(line) : Map.of();
        line.keySet().removeAll(others.keySet());
        line.put(claim, proceed);
        line.putAll(others);
    }

    synchronized void leave(String resource, Claim claim) {
        Optional.ofNullable(waiting.get(resource)).ifPresent(line -> line.remove(claim));
    }

    void release(String resource, Claim claim) {
        handOver(resource, claim).ifPresent(Runnable::run);
    }

    private synchronized Optional<Runnable> handOver(String resource, Claim claim) {
        if (!holders.remove(resource, claim)) {
            return Optional.empty();
        }
        LinkedHashMap<Claim, Runnable> line = waiting.getOrDefault(resource, new LinkedHashMap<>());
        Optional<Claim> next = line.keySet().stream().findFirst();
        next.ifPresent(one -> holders.put(resource, one));
        save();
        return next.map(line::remove);
    }

    private void save() {
        try {
            file.write(holders);
        } catch (IOException unsaved) {
            throw new UncheckedIOException(unsaved);
        }
    }
}
