package io.jenkins.plugins.delivery.acceptance;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A phase of a rollout that does not end, because what it asks for is done, but the answer does not come. */
final class HeldPhase {
    private static final long PATIENCE_MINUTES = 5;

    /** What each phase is there for; where that is nothing that it asks, its look at the lease. */
    private static final Map<String, String> ASKS = Map.ofEntries(
            Map.entry("lock", "POST .*/leases.*"),
            Map.entry("plan", "POST .*/selfsubjectaccessreviews.*"),
            Map.entry("apply", "PATCH .*/deployments/.*"),
            Map.entry("ready", "GET .*/deployments/.*"),
            Map.entry("shift", "PATCH .*/(deployments|services)/.*"),
            Map.entry("verify", "GET .*/endpointslices.*"),
            Map.entry("body", "GET .*/leases/.*"),
            Map.entry("observe", "(GET|POST) /prometheus/api/v1/query.*"),
            Map.entry("promote", "PATCH .*/deployments/.*"),
            Map.entry("drain", "GET .*/endpointslices.*"),
            Map.entry("keep", "GET .*/leases/.*"),
            Map.entry("retire", "POST .*/configmaps.*"),
            Map.entry("restore", "(PUT|PATCH|DELETE) .*/(deployments|services)/.*"),
            Map.entry("unlock", "(PUT|PATCH|DELETE) .*/leases/.*"),
            Map.entry("none", "nothing"));

    static final HeldPhase NONE = new HeldPhase("", "none", false);

    /** Only who has looked whether anything may be changed writes down in the cluster where the rollout is. */
    private static final Set<String> BEFORE_THE_RECORD = Set.of("lock", "plan");

    private final String record;
    private final String name;
    private final Pattern says;
    private final Pattern asks;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean begun;

    private HeldPhase(String app, String name, boolean begun) {
        this.record = "/configmaps/" + app + "-rollout";
        this.name = name;
        this.says = Pattern.compile("\"phase\"\\s*:\\s*\"" + name + "\"");
        this.asks = Pattern.compile(ASKS.get(name));
        this.begun = begun;
    }

    /** @param name as it is in the log, such as {@code retire} */
    static HeldPhase of(String app, String name) {
        return new HeldPhase(app, name, BEFORE_THE_RECORD.contains(name));
    }

    String name() {
        return name;
    }

    /** Waits, where the call is one of the phase; otherwise says that the answer may be passed on. */
    boolean answered(HoldingProxy.Call call) throws InterruptedException {
        if (begun && asks.matcher(call.line()).matches()) {
            held.countDown();
            over.await();
            return false;
        }
        if (call.path().contains(record) && says.matcher(call.body()).find()) {
            begun = true;
        }
        return true;
    }

    /** Until the rollout is in the phase and stays there. */
    void await() throws InterruptedException {
        if (!held.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new AcceptanceException("No rollout came as far as to ask " + asks + " in the phase " + name + ".");
        }
    }

    void letGo() {
        over.countDown();
    }
}
