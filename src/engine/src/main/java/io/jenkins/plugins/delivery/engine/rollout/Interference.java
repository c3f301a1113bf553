package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.Workload;
import io.jenkins.plugins.delivery.engine.manifest.Drift;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks whether somebody else works on the objects of a rollout while it is under way. Another rollout, image or selector
 * ends it: it would judge what it did not deploy. Another number of pods is only told.
 *
 * @param drifts what differs from what was applied
 * @param taken workloads that another rollout has written since, one sentence each
 */
record Interference(List<Drift> drifts, List<String> taken) {
    /** The objects are applied, and nothing of the end is decided. */
    private static final Set<Phase> WATCHED = EnumSet.of(Phase.READY, Phase.BODY, Phase.OBSERVE, Phase.KEEP);

    /** @param applied objects as this rollout has applied them */
    static Interference with(Scene scene, List<HasMetadata> applied) {
        return new Interference(
                Drift.among(scene.cluster(), applied),
                applied.stream()
                        .filter(object -> Workload.of(object).isPresent())
                        .flatMap(object -> taken(scene, object).stream())
                        .toList());
    }

    private static Optional<String> taken(Scene scene, HasMetadata applied) {
        return scene.cluster()
                .find(applied)
                .filter(there -> !scene.plan().id().equals(Objects.annotation(there, Labels.ROLLOUT)))
                .map(there -> there.getKind() + " '" + there.getMetadata().getName() + "' is what rollout '"
                        + Objects.annotation(there, Labels.ROLLOUT) + "' wrote, and not this one");
    }

    /** The strategy's move, unless somebody interferes. */
    static Move watched(Scene scene, Strategy strategy) {
        if (!WATCHED.contains(scene.state().phase())) {
            return strategy.move(scene);
        }
        Interference interference = with(scene, strategy.applied(scene));
        Optional<String> grave = interference.grave();
        if (grave.isPresent()) {
            return scene.back(Ending.Cause.INTERFERENCE, grave.get());
        }
        Move move = strategy.move(scene);
        return interference.drifts.isEmpty()
                ? move
                : new Move(
                        move.state(),
                        move.to(),
                        move.ending(),
                        move.words() + " (" + words(interference.drifts) + ")",
                        move.wakeUp());
    }

    /** What makes it another release than the one that this rollout brought; empty when nothing does. */
    Optional<String> grave() {
        List<Drift> grave =
                drifts.stream().filter(drift -> !drift.isOfNumbers()).toList();
        List<String> said =
                Stream.concat(taken.stream(), grave.stream().map(Drift::words)).toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", said));
    }

    private static String words(List<Drift> drifts) {
        return drifts.stream().map(Drift::words).collect(Collectors.joining("; "));
    }
}
