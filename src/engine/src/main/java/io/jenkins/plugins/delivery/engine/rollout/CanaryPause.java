package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.traffic.Routing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Between two steps of a canary: straight on, or waiting for somebody to decide. While it waits, bad metrics still take it
 * back; metrics that tell nothing do not, because a person is going to look.
 */
final class CanaryPause {
    private CanaryPause() {}

    /** Where to go when a step has passed. */
    static Move next(Canary canary, Move passed) {
        Scene scene = canary.scene();
        int index = scene.state().step() + 1;
        RolloutState next = passed.state()
                .copy()
                .step(index)
                .observation(passed.state().observation().nextStep())
                .build();
        boolean pauses = canary.step().pause() || scene.state().held().isPresent();
        return scene.go(next, pauses ? Phase.PAUSE : after(canary, index), passed.words());
    }

    static Move pause(Scene scene) {
        Canary canary = new Canary(scene);
        if (scene.state().promoted()) {
            return scene.go(Pauses.over(scene), after(canary, scene.state().step()), Pauses.promotion(scene));
        }
        Optional<Move> late = Pauses.late(scene).or(() -> interference(canary));
        if (late.isPresent()) {
            return late.get();
        }
        Instant end = Pauses.end(scene);
        Move watched = new Watch(scene, canary.name(), new FreshBaseline(canary).compared())
                .forBadNews()
                .watch(Duration.between(scene.state().since(), end), Phase.PAUSE);
        return watched.ending() != null ? watched : scene.stay(watched.state(), Pauses.words(scene), watched.wakeUp());
    }

    /** Somebody else gave the traffic another way. */
    static Optional<Move> interference(Canary canary) {
        Scene scene = canary.scene();
        if (scene.state().trafficSince() == null) {
            return Optional.empty();
        }
        CanarySteps.Step reached = canary.steps().all().stream()
                .filter(step -> step.weight() == scene.state().weight())
                .findFirst()
                .orElse(canary.step());
        Routing routing = canary.router().observe(scene.cluster(), canary.route(reached));
        return routing.drifted()
                ? Optional.of(scene.back(Ending.Cause.INTERFERENCE, routing.words()))
                : Optional.empty();
    }

    private static Phase after(Canary canary, int index) {
        return canary.steps().through(index) ? Phase.PROMOTE : Phase.SHIFT;
    }
}
