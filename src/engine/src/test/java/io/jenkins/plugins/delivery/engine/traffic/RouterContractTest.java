package io.jenkins.plugins.delivery.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.rollout.FakeCluster;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every router promises. */
class RouterContractTest {
    private static final Set<String> WRITES = Set.of("apply", "patch", "create", "replace", "delete");
    private FakeHaproxy haproxy;

    static List<String> everywhere() {
        List<String> variants = new ArrayList<>(TrafficRouters.names());
        variants.add("traefik-service");
        return variants;
    }

    /** Those that write into an object which is there already. */
    static List<String> atObjects() {
        return List.of("gateway-api", "linkerd", "istio", "traefik", "traefik-service", "alb");
    }

    /** Those that need an object. */
    static List<String> atObjectsOrBeside() {
        List<String> variants = new ArrayList<>(atObjects());
        variants.add("nginx");
        return variants;
    }

    /** Those that can choose users. */
    static List<String> choosing() {
        return List.of("gateway-api", "linkerd", "istio", "traefik", "alb", "nginx");
    }

    @BeforeEach
    void startHaproxy() throws IOException {
        haproxy = new FakeHaproxy(Map.of("shop/shop", 100, "shop/shop-canary", 0));
    }

    @AfterEach
    void stopHaproxy() throws IOException {
        haproxy.close();
    }

    private RouterWorld world(String variant) {
        return RouterWorld.of(variant, haproxy.address());
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void it_accepts_a_world_that_has_all_it_needs(String variant) {
        RouterWorld world = world(variant);
        assertThat(world.router.refusal(world.cluster, world.route(0), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void it_reaches_every_weight_and_comes_back(String variant) {
        RouterWorld world = world(variant);
        for (int weight : new int[] {0, 5, 25, 50, 100, 50, 0}) {
            Routing routing = world.bring(world.route(weight));
            assertThat(routing.inEffect()).as(routing.words()).isTrue();
            assertThat(routing.drifted()).isFalse();
            assertThat(Math.abs(routing.weight() - weight)).isLessThanOrEqualTo(variant.equals("replicas") ? 15 : 0);
            assertThat(world.router.observe(world.cluster, world.route(weight))).isEqualTo(routing);
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void a_route_that_is_in_effect_is_not_written_again(String variant) {
        RouterWorld world = world(variant);
        for (int weight : new int[] {25, 100, 0}) {
            world.bring(world.route(weight));
            List<String> writes = new ArrayList<>();
            Cluster watched = watched(world.cluster, (verb, object) -> writes.add(verb));
            world.router.route(watched, world.route(weight));
            world.router.observe(watched, world.route(weight));
            assertThat(writes).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void asking_writes_nothing(String variant) {
        RouterWorld world = world(variant);
        List<String> writes = new ArrayList<>();
        Cluster watched = watched(world.cluster, (verb, object) -> writes.add(verb));
        world.router.refusal(watched, world.route(0), List.of());
        world.router.warnings(watched, world.route(0));
        world.router.observe(watched, world.route(50));
        assertThat(writes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void dying_before_or_after_any_write_makes_no_difference(String variant) {
        RouterWorld undisturbed = world(variant);
        walk(undisturbed, undisturbed.cluster);
        String wanted = undisturbed.content();
        for (int write = 0; write < 12; write++) {
            for (boolean after : new boolean[] {false, true}) {
                RouterWorld world = world(variant);
                walk(world, dying(world.cluster, write, after));
                assertThat(world.content()).isEqualTo(wanted);
                assertThat(world.router.observe(world.cluster, world.route(0)).weight())
                        .isZero();
            }
        }
    }

    private static void walk(RouterWorld world, Cluster cluster) {
        for (int weight : new int[] {25, 100, 0}) {
            for (int i = 0; i < 10; i++) {
                survive(() -> world.router.route(cluster, world.route(weight)));
                world.settle();
            }
        }
        survive(() -> world.router.remove(cluster, world.route(0)));
        survive(() -> world.router.remove(cluster, world.route(0)));
    }

    /** The process that dies is replaced by one that knows nothing but the cluster. */
    private static void survive(Runnable call) {
        try {
            call.run();
        } catch (Death e) {
            assertThat(e).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void removing_leaves_everything_as_it_was(String variant) {
        RouterWorld world = world(variant);
        String before = world.content();
        for (int weight : new int[] {25, 100, 0}) {
            world.bring(world.route(weight));
        }
        world.router.remove(world.cluster, world.route(0));
        assertThat(world.content()).isEqualTo(before);
        assertThat(haproxy.weights).isEqualTo(Map.of("shop/shop", 100, "shop/shop-canary", 0));
        world.router.remove(world.cluster, world.route(0));
        assertThat(world.content()).isEqualTo(before);
        assertThat(world.router.observe(world.cluster, world.route(0)).weight()).isZero();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void its_recovery_sends_all_traffic_to_stable(String variant) {
        RouterWorld world = world(variant);
        String before = world.content();
        Route half = variant.equals("replicas") || variant.equals("haproxy") || variant.equals("traefik-service")
                ? world.route(50)
                : world.route(50).matching(new Match(Map.of("x-beta", "true"), Map.of()));
        world.bring(half);
        int done = 0;
        for (String command : world.router.recovery("prod", world.route(0))) {
            if (variant.equals("haproxy")) {
                assertThat(command)
                        .isEqualTo("echo 'set server shop/shop weight 100%; set server shop/shop-canary weight 0'"
                                + " | socat stdio tcp-connect:"
                                + haproxy.address().substring(6));
                new HaproxySocket(haproxy.address())
                        .ask("set server shop/shop weight 100%; set server shop/shop-canary weight 0");
            } else {
                done += new Kubectl(world.cluster).run(command) ? 1 : 0;
            }
        }
        assertThat(done).isGreaterThanOrEqualTo(variant.equals("haproxy") ? 0 : 1);
        world.settle();
        assertThat(world.router.observe(world.cluster, world.route(0)).inEffect())
                .isTrue();
        assertThat(world.router.observe(world.cluster, world.route(0)).weight()).isZero();
        assertThat(world.main().map(RouterWorld::bare).filter(now -> !before.startsWith(now)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void somebody_who_writes_in_between_is_no_failure(String variant) {
        assumeTrue(!variant.equals("haproxy"), "HAProxy has no versions");
        RouterWorld world = world(variant);
        world.bring(world.route(25));
        int[] meddled = {0};
        Cluster meddling = watched(world.cluster, (verb, object) -> {
            if (verb.equals("patch") && meddled[0]++ == 0) {
                ObjectNode tree = RouterWorld.tree(world.cluster.find(object).orElseThrow());
                Memory.annotations(tree).put("somebody", "was here");
                world.putMain(tree);
            }
        });
        Routing routing = world.router.route(meddling, world.route(50));
        for (int i = 0; i < 5 && !routing.inEffect(); i++) {
            world.settle();
            routing = world.router.route(meddling, world.route(50));
        }
        assertThat(routing.inEffect()).as(routing.words()).isTrue();
        assertThat(meddled[0]).isGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("atObjectsOrBeside")
    void what_is_missing_is_said_before_anything_is_touched(String variant) {
        RouterWorld world = world(variant);
        world.main().ifPresent(world.cluster::delete);
        String problem =
                world.router.refusal(world.cluster, world.route(0), List.of()).orElseThrow();
        assertThat(problem)
                .contains("router '" + world.router.name() + "'", "'shop'", "namespace 'shop-prod'", "route:");
    }

    @ParameterizedTest
    @MethodSource("atObjectsOrBeside")
    void an_object_that_comes_with_the_release_is_not_missing(String variant) {
        RouterWorld world = world(variant);
        HasMetadata main = world.main().orElseThrow();
        world.cluster.delete(main);
        assertThat(world.router.refusal(world.cluster, world.route(0), List.of(main)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("atObjectsOrBeside")
    void an_object_that_does_not_lead_to_the_application_is_refused(String variant) {
        RouterWorld world = world(variant);
        assertThat(world.router.refusal(world.cluster, new Route("cart", 0, 4).at("shop"), List.of()))
                .get()
                .asString()
                .contains("'shop'", "'cart'");
    }

    @ParameterizedTest
    @MethodSource("atObjectsOrBeside")
    void an_object_that_a_controller_owns_is_refused(String variant) {
        RouterWorld world = world(variant);
        ObjectNode main = RouterWorld.tree(world.main().orElseThrow());
        ((ObjectNode) main.get("metadata"))
                .putArray("ownerReferences")
                .addObject()
                .put("apiVersion", "flagger.app/v1beta1")
                .put("kind", "Canary")
                .put("name", "shop-flagger")
                .put("uid", "1")
                .put("controller", true);
        world.putMain(main);
        assertThat(world.router.refusal(world.cluster, world.route(0), List.of()))
                .get()
                .asString()
                .contains("'shop' belongs to Canary 'shop-flagger' (flagger.app/v1beta1)");
    }

    @ParameterizedTest
    @MethodSource("atObjectsOrBeside")
    void an_object_of_another_application_of_ours_is_refused(String variant) {
        RouterWorld world = world(variant);
        ObjectNode main = RouterWorld.tree(world.main().orElseThrow());
        ((ObjectNode) main.get("metadata"))
                .putObject("labels")
                .put("app.kubernetes.io/name", "storefront")
                .put("app.kubernetes.io/managed-by", "progressive-delivery");
        world.putMain(main);
        assertThat(world.router.refusal(world.cluster, world.route(0), List.of()))
                .get()
                .asString()
                .contains("belongs to application 'storefront'", "route of its own");
        assertThat(world.router.refusal(
                        world.cluster, world.route(0), List.of(world.main().orElseThrow())))
                .as("its own release may call it as it likes")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("choosing")
    void chosen_users_come_and_go(String variant) {
        RouterWorld world = world(variant);
        String before = world.content();
        Match beta = new Match(Map.of("x-beta", "true"), Map.of("beta", "always"));
        assertThat(world.router.refusal(world.cluster, world.route(0).matching(beta), List.of()))
                .isEmpty();
        for (int weight : new int[] {0, 25, 100}) {
            Routing routing = world.bring(world.route(weight).matching(beta));
            assertThat(routing.inEffect()).as(routing.words()).isTrue();
            assertThat(routing.weight()).isEqualTo(weight);
            assertThat(routing.words()).contains("header x-beta=true or cookie beta=always");
        }
        world.bring(world.route(0));
        assertThat(world.content()).doesNotContain("x-beta");
        world.router.remove(world.cluster, world.route(0));
        assertThat(world.content()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("atObjects")
    void what_somebody_else_puts_back_is_said_and_not_fought_over(String variant) {
        RouterWorld world = world(variant);
        ObjectNode original = RouterWorld.tree(world.main().orElseThrow());
        world.bring(world.route(25));
        ObjectNode now = RouterWorld.tree(world.main().orElseThrow());
        now.set("spec", original.get("spec"));
        Memory.annotations(now).setAll(Memory.annotations(original));
        ((ObjectNode) now.get("metadata"))
                .putArray("managedFields")
                .addObject()
                .put("manager", "argocd-controller")
                .put("operation", "Update")
                .put("time", "2026-03-01T12:00:00Z");
        world.putMain(now);
        String put = world.content();

        Routing routing = world.router.route(world.cluster, world.route(25));

        assertThat(routing.drifted()).isTrue();
        assertThat(routing.inEffect()).isFalse();
        assertThat(routing.words())
                .contains("gives 0 %, although 25 % was written", "argocd-controller wrote it last (Argo CD");
        assertThat(world.content()).isEqualTo(put);
        assertThat(world.bring(world.route(0)).inEffect())
                .as("the way back is always written")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("atObjects")
    void a_tool_that_keeps_the_object_in_step_is_warned_of(String variant) {
        RouterWorld world = world(variant);
        assertThat(world.router.warnings(world.cluster, world.route(0))).isEmpty();
        ObjectNode main = RouterWorld.tree(world.main().orElseThrow());
        Memory.annotations(main).put("argocd.argoproj.io/tracking-id", "shop:x/y:z");
        world.putMain(main);
        assertThat(world.router.warnings(world.cluster, world.route(0)))
                .singleElement()
                .asString()
                .contains("Argo CD", "ignoreDifferences", "RespectIgnoreDifferences=true");
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void the_way_back_does_not_need_the_object(String variant) {
        assumeTrue(!variant.equals("haproxy"), "HAProxy has no object");
        RouterWorld world = world(variant);
        world.bring(world.route(25));
        world.main().ifPresent(world.cluster::delete);
        assertThat(world.bring(world.route(0)).inEffect()).isTrue();
        world.router.remove(world.cluster, world.route(0));
    }

    @ParameterizedTest
    @MethodSource("atObjects")
    void shares_add_up_and_others_keep_theirs(String variant) {
        RouterWorld world = world(variant);
        for (int weight : new int[] {1, 5, 37, 50, 99, 100}) {
            world.bring(world.route(weight));
            JsonNode object = AlbActions.open(RouterWorld.tree(world.main().orElseThrow()));
            List<Integer> stable = weights(object, "shop");
            List<Integer> canary = weights(object, "shop-canary");
            assertThat(canary).hasSameSizeAs(stable).isNotEmpty();
            for (int i = 0; i < stable.size(); i++) {
                int sum = stable.get(i) + canary.get(i);
                assertThat(sum).isIn(100, 900);
                assertThat(canary.get(i) * 100).isEqualTo(sum * weight);
            }
            assertThat(weights(object, "legacy")).isSubsetOf(100, 99, 1);
        }
    }

    /** The weights of all backends that are a Service, in the order in which they stand. */
    private static List<Integer> weights(JsonNode node, String service) {
        List<Integer> weights = new ArrayList<>();
        String host = node.path("destination").path("host").asText().replaceAll("\\..*", "");
        boolean leads = List.of(
                        node.path("name").asText(), node.path("serviceName").asText(), host)
                .contains(service);
        if (leads && node.has("weight")) {
            weights.add(node.path("weight").asInt());
        }
        node.forEach(child -> weights.addAll(weights(child, service)));
        return weights;
    }

    /** The process has been killed. */
    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private interface BeforeWrite {
        void at(String verb, HasMetadata object);
    }

    private static Cluster watched(FakeCluster cluster, BeforeWrite watcher) {
        return proxy(
                (method, arguments) -> {
                    if (WRITES.contains(method)) {
                        watcher.at(method, (HasMetadata) arguments[0]);
                    }
                },
                cluster,
                method -> {});
    }

    private static Cluster dying(FakeCluster cluster, int at, boolean after) {
        int[] writes = {0};
        return proxy(
                (method, arguments) -> {
                    if (!after && WRITES.contains(method) && writes[0]++ == at) {
                        throw new Death();
                    }
                },
                cluster,
                method -> {
                    if (after && WRITES.contains(method) && writes[0]++ == at) {
                        throw new Death();
                    }
                });
    }

    private interface Before {
        void call(String method, Object[] arguments);
    }

    private static Cluster proxy(Before before, FakeCluster cluster, java.util.function.Consumer<String> after) {
        return (Cluster) Proxy.newProxyInstance(
                Cluster.class.getClassLoader(), new Class<?>[] {Cluster.class}, (self, method, arguments) -> {
                    before.call(method.getName(), arguments);
                    try {
                        Object result = method.invoke(cluster, arguments);
                        after.accept(method.getName());
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void a_cluster_that_refuses_is_heard_of(String variant) {
        assumeTrue(!variant.equals("haproxy"), "HAProxy is not in the cluster");
        RouterWorld world = world(variant);
        Cluster refusing = watched(world.cluster, (verb, object) -> {
            throw new ClusterException(ClusterException.Kind.FORBIDDEN, "may not " + verb, null);
        });
        assertThatThrownBy(() -> world.router.route(refusing, world.route(25)))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("may not ");
    }
}
