package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.Routing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** After the switch: watching, keeping the old colour for a while, then scaling it down. */
final class BlueGreenAftercare {
    private static final String NOTHING_TO_KEEP = "there is no earlier version to keep";

    private BlueGreenAftercare() {}

    static Move observe(Scene scene) {
        Optional<String> interference = new Colors(scene).interference();
        if (interference.isPresent()) {
            return scene.back(Ending.Cause.INTERFERENCE, interference.get());
        }
        Facts facts = scene.facts();
        Duration observe = scene.plan().timing().observe();
        if (facts.first() || observe.isZero()) {
            return scene.go(Phase.KEEP, "nothing to watch");
        }
        Watch watch = new Watch(scene, facts.next(), facts.serving());
        return (facts.broken() ? watch.forBadNews() : watch).watch(observe, Phase.KEEP);
    }

    static Move keep(Scene scene) {
        Optional<String> interference = new Colors(scene).interference();
        if (interference.isPresent()) {
            return scene.back(Ending.Cause.INTERFERENCE, interference.get());
        }
        Facts facts = scene.facts();
        if (scene.state().held().isPresent()
                && !scene.late(scene.plan().timing().pause())) {
            return scene.stay(
                    scene.state(),
                    scene.state().held().get().words() + "; " + keeping(facts),
                    Duration.between(scene.now(), Pauses.end(scene)));
        }
        Duration keep = facts.direct() ? Duration.ZERO : scene.plan().timing().keep();
        Instant end = scene.state().since().plus(keep);
        if (!scene.now().isBefore(end)) {
            String kept = "kept " + facts.serving() + " for " + Durations.format(keep);
            return scene.go(Phase.RETIRE, facts.first() ? NOTHING_TO_KEEP : kept);
        }
        return scene.stay(scene.state(), keeping(facts), Duration.between(scene.now(), end));
    }

    private static String keeping(Facts facts) {
        return facts.first() ? NOTHING_TO_KEEP : "keeping " + facts.serving() + " ready to go back to";
    }

    static Move retire(Scene scene) {
        Facts facts = scene.facts();
        Colors colors = new Colors(scene);
        Optional<Move> missing = Arrival.missing(scene, new Rendering(scene.plan()).beside(facts.next()));
        if (missing.isPresent()) {
            return missing.get();
        }
        if (colors.isHome()) {
            return notThere(colors);
        }
        Routing settled = colors.by().settle(scene.cluster(), colors.swap(colors.next()));
        if (!settled.inEffect()) {
            return scene.stay("the new version serves: " + settled.words());
        }
        if (!colors.endpoints(colors.next()).exclusive()) {
            return scene.stay("the new version is not the only one that serves; the old one stays");
        }
        new Releases(scene.cluster(), colors.app()).record(scene, facts.next());
        if (!facts.first()) {
            Autoscalers autoscalers = new Autoscalers(scene.cluster());
            autoscalers.remove(facts.serving());
            autoscalers.resume(Set.of(facts.serving(), facts.next()));
        }
        colors.servingDeployment().filter(old -> Workloads.wanted(old) > 0).ifPresent(old -> colors.scale(old, 0));
        return scene.go(Phase.UNLOCK, "version " + facts.toVersion() + " serves");
    }

    /** It was through, and somebody took the traffic back since: to move it once more is for a person to decide. */
    private static Move notThere(Colors colors) {
        Scene scene = colors.scene();
        String namespace = scene.plan().target().namespace();
        RolloutState state = scene.state()
                .copy()
                .recovery(colors.by().recovery(namespace, colors.swap(colors.next())))
                .build();
        return scene.go(
                state,
                Phase.STUCK,
                Objects.said(scene.facts().toVersion()) + " was through, but all traffic is back at "
                        + colors.serving());
    }
}
