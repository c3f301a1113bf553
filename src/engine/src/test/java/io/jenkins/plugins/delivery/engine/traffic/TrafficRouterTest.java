package io.jenkins.plugins.delivery.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.rollout.FakeCluster;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is special about the routers that need nothing but Kubernetes, or an Ingress beside another. */
class TrafficRouterTest {
    private final FakeCluster cluster = new FakeCluster();

    @Property
    void weightsAlwaysSumToAHundred(@ForAll @IntRange(max = 100) int weight) {
        Route route = new Route("shop", weight, 3);
        assertThat(route.weight() + route.stableWeight()).isEqualTo(100);
    }

    @Test
    void aWeightOutsideOfPercentIsRefused() {
        assertThatThrownBy(() -> new Route("shop", 101, 3)).hasMessageContaining("not between 0 and 100");
        assertThatThrownBy(() -> new Route("shop", -1, 3)).hasMessageContaining("not between 0 and 100");
    }

    @Property
    void podsAreNeverFewerThanNeededNorAQuarterMore(
            @ForAll @IntRange(min = 1, max = 60) int replicas, @ForAll @IntRange(max = 100) int weight) {
        ReplicaSplit split = ReplicaSplit.of(new Route("shop", weight, replicas));
        int total = split.stable() + split.canary();

        assertThat(total).isBetween(replicas, Math.max(2, replicas + (int) Math.ceil(replicas * 0.25)));
        assertThat(split.canary() > 0).isEqualTo(weight > 0);
        assertThat(split.stable() > 0).isEqualTo(weight < 100);
    }

    @Property
    void noOtherSplitOfAsManyPodsIsNearer(
            @ForAll @IntRange(min = 2, max = 40) int replicas, @ForAll @IntRange(min = 1, max = 99) int weight) {
        ReplicaSplit split = ReplicaSplit.of(new Route("shop", weight, replicas));
        double error = Math.abs(100.0 * split.canary() / (split.stable() + split.canary()) - weight);
        for (int canary = 1; canary < replicas; canary++) {
            assertThat(error).isLessThanOrEqualTo(Math.abs(100.0 * canary / replicas - weight) + 1e-6);
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 25, 3, 1", "4, 50, 2, 2", "10, 5, 12, 1", "1, 25, 1, 1", "4, 100, 0, 4", "3, 20, 3, 1"})
    void takesTheSplitThatIsNearest(int replicas, int weight, int stable, int canary) {
        assertThat(ReplicaSplit.of(new Route("shop", weight, replicas))).isEqualTo(new ReplicaSplit(stable, canary));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 20, 0, 25%, 3, 1",
        "4, 20, 1, 0, 4, 1",
        "3, 50, 0, 50%, 1, 1",
        "10, 5, 100%, 0, 19, 1",
        "1, 50, 0, 100%, 1, 1"
    })
    void theNumberOfPodsStaysWithinItsSlack(
            int replicas, int weight, String surge, String unavailable, int stable, int canary) {
        Route route = new Route("shop", weight, replicas).within(new Slack(surge, unavailable));
        assertThat(ReplicaSplit.of(route)).isEqualTo(new ReplicaSplit(stable, canary));
    }

    @Test
    void stablePodsGoOnlyWhenCanaryPodsAreReadyInTheirPlace() {
        world(4);
        TrafficRouter router = TrafficRouters.named("replicas");
        Route route = new Route("shop", 50, 4);

        router.route(cluster, route);
        router.route(cluster, route);
        assertThat(wanted("shop")).isEqualTo(4);

        ready();
        router.route(cluster, route);
        assertThat(wanted("shop")).isEqualTo(2);
    }

    @Test
    void theCanaryIsDrainedAsFastAsStablePodsBecomeReady() {
        world(4);
        TrafficRouter router = TrafficRouters.named("replicas");
        bring(router, new Route("shop", 100, 4));
        assertThat(wanted("shop")).isZero();

        Route none = new Route("shop", 0, 4);
        router.route(cluster, none);
        router.route(cluster, none);
        assertThat(wanted("shop-canary")).isEqualTo(4);

        cluster.put(status(cluster.find(Deployment.class, "shop").orElseThrow(), 3));
        router.route(cluster, none);
        assertThat(wanted("shop-canary")).isEqualTo(1);
    }

    @Test
    void theCanaryIngressSendsTheSameHostsToTheCanaryService() {
        world(4);
        bring(TrafficRouters.named("nginx"), new Route("shop", 25, 4));

        Ingress canary = cluster.find(Ingress.class, "shop-canary").orElseThrow();
        assertThat(canary.getMetadata().getAnnotations())
                .isEqualTo(Map.of(
                        "delivery.jenkins.io/route-of-shop", "25 %",
                        "nginx.ingress.kubernetes.io/canary", "true",
                        "nginx.ingress.kubernetes.io/canary-weight", "25"));
        assertThat(canary.getSpec().getRules().get(0).getHost()).isEqualTo("shop.example.com");
        assertThat(canary.getSpec()
                        .getRules()
                        .get(0)
                        .getHttp()
                        .getPaths()
                        .get(0)
                        .getBackend()
                        .getService()
                        .getName())
                .isEqualTo("shop-canary");
    }

    @Test
    void nginxNeedsAnIngressAndSaysSo() {
        assertThat(TrafficRouters.named("nginx").refusal(cluster, new Route("shop", 0, 4), java.util.List.of()))
                .get()
                .asString()
                .contains("Ingress 'shop'", "use router: 'replicas'");
    }

    private void bring(TrafficRouter router, Route route) {
        for (int i = 0; i < 10; i++) {
            router.route(cluster, route);
            ready();
        }
    }

    private void world(int replicas) {
        cluster.put(deployment("shop", replicas));
        cluster.put(deployment("shop-canary", 0));
        cluster.put(new IngressBuilder()
                .withNewMetadata()
                .withName("shop")
                .endMetadata()
                .withNewSpec()
                .addNewRule()
                .withHost("shop.example.com")
                .withNewHttp()
                .addNewPath()
                .withPath("/")
                .withPathType("Prefix")
                .withNewBackend()
                .withNewService()
                .withName("shop")
                .endService()
                .endBackend()
                .endPath()
                .endHttp()
                .endRule()
                .endSpec()
                .build());
        ready();
    }

    private void ready() {
        for (String name : new String[] {"shop", "shop-canary"}) {
            Deployment deployment = cluster.find(Deployment.class, name).orElseThrow();
            if (Workloads.ready(deployment) != Workloads.wanted(deployment)) {
                cluster.put(status(deployment, Workloads.wanted(deployment)));
            }
        }
    }

    private int wanted(String name) {
        return Workloads.wanted(cluster.find(Deployment.class, name).orElseThrow());
    }

    private static Deployment status(Deployment deployment, int ready) {
        return new DeploymentBuilder(deployment)
                .withNewStatus()
                .withReadyReplicas(ready)
                .endStatus()
                .build();
    }

    private static Deployment deployment(String name, int replicas) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .endSpec()
                .build();
    }
}
