package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Readiness;
import io.jenkins.plugins.delivery.engine.cluster.Workload;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The last look before a rollout counts as completed, and before anything of the version before goes: what is there is this
 * release, and it is rolled out. What was true a phase ago may have been undone since by a person, a tool, or a state that
 * is older than what happened.
 */
final class Arrival {
    private Arrival() {}

    /**
     * What follows when the release is not there.
     *
     * @param applied its objects as they should be
     * @return empty when it is there: then it may be completed
     */
    static Optional<Move> missing(Scene scene, List<HasMetadata> applied) {
        Optional<String> changed = Interference.with(scene, applied).grave();
        if (changed.isPresent()) {
            RolloutState state =
                    scene.state().copy().recovery(commands(scene, applied)).build();
            return Optional.of(scene.go(
                    state,
                    Phase.STUCK,
                    Objects.said(scene.facts().toVersion()) + " was through, but is not what serves: "
                            + changed.get()));
        }
        for (Workload workload : workloads(applied)) {
            Optional<HasMetadata> there = scene.cluster().find(workload.object());
            Readiness readiness = Workloads.readiness(scene.cluster(), there);
            boolean main = workload.object().getMetadata().getName().equals(main(scene));
            boolean nobody = main && there.map(Workloads::ready).orElse(0) == 0;
            if (nobody || !(readiness instanceof Readiness.Ready)) {
                return Optional.of(scene.stay("the new version has to be ready to the end: " + workload.said() + ": "
                        + (nobody ? "no pod is ready; " : "") + readiness.reason()));
            }
        }
        return Optional.empty();
    }

    /** The workload that users meet; others of a release may well have no pods. */
    private static String main(Scene scene) {
        boolean colored = scene.facts().effective() == StrategyKind.BLUE_GREEN;
        return colored ? scene.facts().next() : scene.plan().app();
    }

    private static List<Workload> workloads(List<HasMetadata> objects) {
        return objects.stream().flatMap(object -> Workload.of(object).stream()).toList();
    }

    /** Commands by which a person brings the new version about after all. */
    private static List<String> commands(Scene scene, List<HasMetadata> applied) {
        String kubectl = "kubectl -n " + scene.plan().target().namespace() + " ";
        List<String> commands = new ArrayList<>();
        for (Workload workload : workloads(applied)) {
            String name = workload.object().getKind().toLowerCase(Locale.ROOT) + "/"
                    + workload.object().getMetadata().getName();
            String images = workload.containers().stream()
                    .map(container -> container.getName() + "=" + container.getImage())
                    .collect(Collectors.joining(" "));
            commands.add(kubectl + "set image " + name + " " + images);
            commands.add(kubectl + "rollout status " + name);
        }
        commands.add(kubectl + "delete lease/" + RolloutLease.name(scene.plan().app()));
        return commands;
    }
}
