package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.NearestMatch;
import java.util.List;
import java.util.Optional;

/**
 * Finds the release to bring back, then follows the strategy that brought it: a switch where it or what serves now came by blue-green, so
 * that it is instant while its pods are still up, and pod by pod otherwise.
 */
final class RollbackStrategy implements Strategy {
    /** Means the last good release before the one that serves. */
    static final String PREVIOUS = "previous";

    @Override
    public Move move(Scene scene) {
        if (scene.state().phase() == Phase.PLAN) {
            return plan(scene);
        }
        if (scene.state().phase() == Phase.RETIRE) {
            Releases releases = new Releases(scene.cluster(), scene.plan().app());
            releases.all().stream()
                    .filter(release -> !release.rollout().equals(scene.plan().id()))
                    .findFirst()
                    .filter(Release::good)
                    .filter(release -> !release.version().equals(scene.facts().toVersion()))
                    .ifPresent(releases::markBad);
        }
        return followed(scene).move(bringingBack(scene));
    }

    @Override
    public List<HasMetadata> applied(Scene scene) {
        return followed(scene).applied(bringingBack(scene));
    }

    @Override
    public Move restore(Scene scene) {
        return followed(scene).restore(bringingBack(scene));
    }

    @Override
    public List<String> recovery(Scene scene) {
        return followed(scene).recovery(bringingBack(scene));
    }

    private static Move plan(Scene scene) {
        RolloutPlan plan = scene.plan();
        List<Release> releases = new Releases(scene.cluster(), plan.app()).all();
        Release wanted = wanted(releases, plan)
                .or(() -> PREVIOUS.equals(plan.to()) ? unrecorded(scene, releases) : Optional.empty())
                .orElseThrow(() -> new ArgumentException(
                        "to",
                        "no release of '" + plan.app() + "' before the one that serves is kept in namespace '"
                                + scene.cluster().namespace()
                                + "', and nothing of it runs any more; deploy the version that is to come back"));
        boolean colored = wanted.strategy() == StrategyKind.BLUE_GREEN || isColored(releases);
        StrategyKind effective = colored ? StrategyKind.BLUE_GREEN : StrategyKind.ROLLING;
        SchemaFloor.check(wanted, releases);
        SchemaFloor.check(wanted, plan.schemaFloor(), releases);
        boolean kept = effective == StrategyKind.BLUE_GREEN && KeptColor.runs(scene, wanted);
        List<String> manifests = wanted.pinned(
                plan.app(),
                workload -> kept && workload.object().getMetadata().getName().equals(plan.app()));
        RolloutPlan found = plan.following(effective).releasing(wanted.version(), manifests);
        Scene inner = new Scene(found, scene.state(), scene.cluster(), scene.analyst(), scene.now());
        Move planned = strategy(effective).move(inner);
        return planned.state().facts() == null ? planned : remembering(scene, planned, found, wanted);
    }

    /** Whether a colour serves: then the way back is a colour too, whatever brought that release, since the Service selects one. */
    private static boolean isColored(List<Release> releases) {
        return !releases.isEmpty() && releases.get(0).strategy() == StrategyKind.BLUE_GREEN;
    }

    /** What served before anything was written down. */
    private static Optional<Release> unrecorded(Scene scene, List<Release> releases) {
        String app = scene.plan().app();
        return isColored(releases)
                ? BeforeColors.release(scene.cluster(), app)
                : EarlierRevision.release(scene.cluster(), app);
    }

    private static Move remembering(Scene scene, Move planned, RolloutPlan found, Release wanted) {
        Facts complete = planned.state()
                .facts()
                .bringingBack(found.strategy(), wanted.version(), found.manifests())
                .warned(ChangedConfiguration.since(scene.cluster(), wanted));
        return new Move(
                planned.state().copy().facts(complete).build(),
                planned.to(),
                planned.ending(),
                "bringing back version " + wanted.version() + ": " + planned.words(),
                planned.wakeUp());
    }

    private static Optional<Release> wanted(List<Release> releases, RolloutPlan plan) {
        if (PREVIOUS.equals(plan.to())) {
            return releases.stream()
                    .skip(1)
                    .filter(Release::good)
                    .filter(release -> !release.version().equals(releases.get(0).version()))
                    .findFirst();
        }
        Optional<Release> named = releases.stream()
                .filter(release -> release.version().equals(plan.to()))
                .findFirst();
        if (named.isEmpty()) {
            List<String> versions =
                    releases.stream().map(Release::version).distinct().toList();
            throw new ArgumentException(
                    "to",
                    "no release '" + plan.to() + "' of '" + plan.app() + "' is kept"
                            + NearestMatch.hint(plan.to(), versions) + " (kept are "
                            + (versions.isEmpty() ? "none" : String.join(", ", versions)) + ")");
        }
        return named;
    }

    private static Strategy followed(Scene scene) {
        return strategy(scene.facts().effective());
    }

    private static Strategy strategy(StrategyKind kind) {
        return kind == StrategyKind.BLUE_GREEN ? new BlueGreenStrategy() : new RollingStrategy();
    }

    private static Scene bringingBack(Scene scene) {
        return new Scene(
                scene.plan().bringingBack(scene.facts()), scene.state(), scene.cluster(), scene.analyst(), scene.now());
    }
}
