package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.manifest.Drift;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks whether somebody else works on the objects of a rollout while it is under way. Another image or selector ends the
 * rollout: it would judge what it did not deploy. Another number of pods is only told.
 */
final class Interference {
    /** The objects are applied, and nothing of the end is decided. */
    private static final Set<Phase> WATCHED = EnumSet.of(Phase.READY, Phase.BODY, Phase.OBSERVE, Phase.KEEP);

    private Interference() {}

    /** The strategy's move, unless somebody interferes. */
    static Move watched(Scene scene, Strategy strategy) {
        if (!WATCHED.contains(scene.state().phase())) {
            return strategy.move(scene);
        }
        List<Drift> drifts = Drift.among(scene.cluster(), strategy.applied(scene));
        List<Drift> grave =
                drifts.stream().filter(drift -> !drift.isOfNumbers()).toList();
        if (!grave.isEmpty()) {
            return scene.back(Ending.Cause.INTERFERENCE, words(grave));
        }
        Move move = strategy.move(scene);
        return drifts.isEmpty()
                ? move
                : new Move(
                        move.state(),
                        move.to(),
                        move.ending(),
                        move.words() + " (" + words(drifts) + ")",
                        move.wakeUp());
    }

    private static String words(List<Drift> drifts) {
        return drifts.stream().map(Drift::words).collect(Collectors.joining("; "));
    }
}
