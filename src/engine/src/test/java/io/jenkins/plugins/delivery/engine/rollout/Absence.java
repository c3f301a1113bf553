package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.analysis.MetricProvider;
import io.jenkins.plugins.delivery.engine.guardian.TestGuardian;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A controller that rolls out and may stay away, and the guardian in the cluster, each at its own pace. */
final class Absence {
    private static final int STEPS_ENOUGH = 5000;

    final Simulation world;
    final RolloutPlan plan;
    String kept;
    boolean away;
    int ticks;
    TestGuardian guardian;
    boolean guardianEnded;
    boolean inGuardian;
    private Instant lastTick;
    private Instant nextTick;
    private Instant nextStep;

    Absence(Simulation world, RolloutPlan plan) {
        this.world = world;
        this.plan = plan;
        this.kept = RolloutState.begin(plan, world.now).toJson();
        this.nextTick = world.now;
        this.lastTick = world.now;
    }

    RolloutState state() {
        return RolloutState.fromJson(kept);
    }

    /** One tick of the controller; what it kept before is what it begins with. */
    void tick() {
        MetricProvider provider = (query, at) -> CompletableFuture.completedFuture(world.metrics.apply(query, at));
        ticks++;
        lastTick = world.now;
        try {
            Tick tick = new RolloutReconciler(new Analyst(Map.of("prometheus", provider)), holder -> false)
                    .reconcile(plan, state(), world.cluster, world.clock());
            RolloutState next = tick.state();
            kept = (next.wantsBody() ? next.bodyStarted().bodyPassed() : next).toJson();
            nextTick = world.now.plus(tick.wakeUp()).plusMillis(10);
        } catch (Simulation.Killed e) {
            away = true;
        }
        world.controllers.settle();
    }

    /** The Job controller starts the guardian when there is a Job, and ends it when there is none. */
    void job() {
        Optional<Job> job = world.cluster.get(Job.class, "shop-rollout-guardian");
        if (job.isEmpty()) {
            guardianEnded |= guardian != null;
        } else if (guardian == null) {
            List<String> arguments = job.get()
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .get(0)
                    .getArgs();
            guardian = new TestGuardian(arguments, world.cluster, world.clock());
            nextStep = world.now;
        }
    }

    void step() {
        inGuardian = true;
        Optional<Duration> pause = guardian.step();
        inGuardian = false;
        guardianEnded = pause.isEmpty();
        nextStep = world.now.plus(pause.orElse(Duration.ZERO)).plusMillis(10);
        world.controllers.settle();
    }

    boolean guards() {
        return guardian != null && !guardianEnded;
    }

    /** The guardian works for a while, in the middle of whatever the controller does. */
    void guardianAlone(Duration time) {
        Instant end = world.now.plus(time);
        job();
        while (guards() && world.now.isBefore(end)) {
            world.now = nextStep.isAfter(world.now) ? nextStep : world.now;
            step();
            job();
        }
    }

    /** The controller works to its end, in the middle of whatever the guardian does. */
    void controllerAlone() {
        boolean before = inGuardian;
        inGuardian = false;
        for (int i = 0; i < STEPS_ENOUGH && !state().phase().isFinal(); i++) {
            tick();
            world.now = nextTick;
        }
        inGuardian = before;
    }

    /** Whether nobody has renewed the lease for longer than the guardian waits. */
    boolean silent() {
        return !world.now.isBefore(lastTick.plus(plan.guard().after()));
    }

    void until(Instant end) {
        while (world.now.isBefore(end)) {
            job();
            boolean guardianFirst = guards() && nextStep.isBefore(nextTick);
            Instant next = guardianFirst ? nextStep : nextTick;
            world.now = next.isAfter(world.now) ? next : world.now;
            if (guardianFirst) {
                step();
            } else {
                tick();
            }
        }
    }

    void run(int mostTicks) {
        run(mostTicks, true);
    }

    /** Lets time pass until both have nothing left to do, or only until the controller has. */
    void run(int mostTicks, boolean guardianToo) {
        for (int i = 0; i < STEPS_ENOUGH; i++) {
            job();
            boolean ticking = !away && ticks < mostTicks && !state().phase().isFinal();
            if (!ticking && !(guards() && guardianToo)) {
                return;
            }
            boolean guardianFirst = guards() && (!ticking || nextStep.isBefore(nextTick));
            Instant next = guardianFirst ? nextStep : nextTick;
            world.now = next.isAfter(world.now) ? next : world.now;
            if (guardianFirst) {
                step();
            } else {
                tick();
            }
        }
        throw new AssertionError("does not end: " + kept + (guardian == null ? "" : guardian.log()));
    }

    void comeBack() {
        away = false;
        nextTick = world.now;
        run(Integer.MAX_VALUE);
    }

    List<String> events() {
        return world.cluster.all(Event.class, any -> true).stream()
                .map(Event::getReason)
                .toList();
    }

    Optional<Lease> lease() {
        return world.cluster.get(Lease.class, "shop-rollout");
    }
}
