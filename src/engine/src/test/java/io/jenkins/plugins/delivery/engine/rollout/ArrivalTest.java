package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The last look: a rollout is completed when its release is what serves, and not because it once was. */
class ArrivalTest {
    static Stream<Arguments> strategies() {
        return Stream.of(
                Arguments.of(
                        "canary", (Function<String, RolloutPlan>) version -> Plans.canary(version, "nginx"), "shop"),
                Arguments.of("rolling", (Function<String, RolloutPlan>) Plans::rolling, "shop"),
                Arguments.of("blue-green", (Function<String, RolloutPlan>) Plans::blueGreen, "shop-green"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strategies")
    void anotherImageInTheEndIsSaidWithTheCommandsThatBringTheReleaseAbout(
            String name, Function<String, RolloutPlan> version, String deployment) {
        Simulation world = new Simulation().serving(version.apply("1"));
        once(world, () -> image(world, deployment, "registry/shop:1"));

        RolloutState end = world.run(version.apply("2"));

        assertThat(end.phase()).isEqualTo(Phase.STUCK);
        assertThat(end.ending().cause()).isEqualTo(Ending.Cause.INTERFERENCE);
        assertThat(end.waitingFor())
                .startsWith("version 2 was through, but is not what serves: ")
                .contains("Deployment '" + deployment + "'", "registry/shop:1");
        assertThat(end.recovery())
                .startsWith(
                        "kubectl -n shop-prod set image deployment/" + deployment + " shop=registry/shop:2",
                        "kubectl -n shop-prod rollout status deployment/" + deployment)
                .endsWith("kubectl -n shop-prod delete lease/shop-rollout");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strategies")
    void whatAnotherRolloutWroteIsNotTakenForThisOnes(
            String name, Function<String, RolloutPlan> version, String deployment) {
        Simulation world = new Simulation().serving(version.apply("1"));
        once(
                world,
                () -> edit(world, deployment, there -> there.getMetadata()
                        .getAnnotations()
                        .put(Labels.ROLLOUT, "of-another-build")));

        RolloutState end = world.run(version.apply("2"));

        assertThat(end.phase()).isEqualTo(Phase.STUCK);
        assertThat(end.waitingFor()).contains("is what rollout 'of-another-build' wrote, and not this one");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strategies")
    void aReleaseThatIsNotReadyInTheEndIsWaitedFor(
            String name, Function<String, RolloutPlan> version, String deployment) {
        Simulation world = new Simulation().serving(version.apply("1"));
        RolloutPlan plan = version.apply("2");
        int[] looks = {0};
        world.beforeTick = state -> {
            boolean ill = state.phase() == Phase.RETIRE && looks[0]++ < 3;
            world.controllers.neverReady.clear();
            if (ill) {
                world.controllers.neverReady.add("2");
                world.controllers.settle();
                assertThat(state.waitingFor()).doesNotContain("serves");
            }
            return state;
        };

        RolloutState end = world.run(plan);

        assertThat(looks[0]).isGreaterThan(3);
        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("2", 100.0));
    }

    @Test
    void trafficThatIsBackAtTheOldColourIsNotMovedOnceMore() {
        Simulation world = new Simulation().serving(Plans.blueGreen("1")).withoutLosingRequests();
        once(world, () -> {
            Service service = world.cluster.get(Service.class, "shop").orElseThrow();
            service.getSpec().getSelector().put(Labels.COLOR, "blue");
            world.cluster.put(service);
            world.controllers.settle();
        });

        RolloutState end = world.run(Plans.blueGreen("2"));

        assertThat(end.phase()).isEqualTo(Phase.STUCK);
        assertThat(end.waitingFor()).isEqualTo("version 2 was through, but all traffic is back at blue");
        assertThat(end.recovery()).singleElement().asString().contains("patch service/shop", "green");
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("1", 100.0));
    }

    /** Something happens when the rollout is about to retire what served before. */
    private static void once(Simulation world, Runnable happens) {
        boolean[] happened = {false};
        world.beforeTick = state -> {
            if (state.phase() == Phase.RETIRE && !happened[0]) {
                happened[0] = true;
                happens.run();
            }
            return state;
        };
    }

    private static void image(Simulation world, String deployment, String image) {
        edit(world, deployment, there -> there.getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .setImage(image));
        world.controllers.settle();
    }

    private static void edit(Simulation world, String name, Consumer<Deployment> change) {
        Deployment there =
                new DeploymentBuilder(world.cluster.get(Deployment.class, name).orElseThrow()).build();
        change.accept(there);
        world.cluster.put(there);
    }
}
