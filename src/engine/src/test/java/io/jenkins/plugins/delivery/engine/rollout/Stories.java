package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.traffic.FakeHaproxy;
import io.jenkins.plugins.delivery.engine.traffic.Match;
import io.jenkins.plugins.delivery.engine.traffic.Switches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rollouts of each kind, in worlds where something already serves, and in worlds where nothing does. */
final class Stories {
    private static final Map<String, String> ROUTES = Map.of(
            "gateway-api",
                    "{\"apiVersion\":\"gateway.networking.k8s.io/v1\",\"kind\":\"HTTPRoute\",META,\"spec\":{\"parentRefs\":"
                            + "[{\"name\":\"public\"}],\"rules\":[{\"backendRefs\":[{\"name\":\"shop\",\"port\":80}]}]}}",
            "linkerd",
                    "{\"apiVersion\":\"gateway.networking.k8s.io/v1\",\"kind\":\"HTTPRoute\",META,\"spec\":{\"parentRefs\":"
                            + "[{\"group\":\"core\",\"kind\":\"Service\",\"name\":\"shop\",\"port\":80}],"
                            + "\"rules\":[{\"backendRefs\":[{\"name\":\"shop\",\"port\":80}]}]}}",
            "istio",
                    "{\"apiVersion\":\"networking.istio.io/v1\",\"kind\":\"VirtualService\",META,\"spec\":{\"hosts\":[\"shop\"],"
                            + "\"http\":[{\"route\":[{\"destination\":{\"host\":\"shop\"}}]}]}}",
            "traefik",
                    "{\"apiVersion\":\"traefik.io/v1alpha1\",\"kind\":\"IngressRoute\",META,\"spec\":{\"routes\":[{\"match\":"
                            + "\"Host(`shop.example.com`)\",\"kind\":\"Rule\",\"services\":[{\"name\":\"shop\",\"port\":80}]}]}}",
            "alb",
                    "{\"apiVersion\":\"networking.k8s.io/v1\",\"kind\":\"Ingress\",\"metadata\":{\"name\":\"public\","
                            + "\"namespace\":\"shop-prod\",\"annotations\":{\"alb.ingress.kubernetes.io/actions.shop\":"
                            + "\"{\\\"type\\\": \\\"forward\\\", \\\"forwardConfig\\\": {\\\"targetGroups\\\": [{\\\"serviceName\\\":"
                            + " \\\"shop\\\", \\\"servicePort\\\": 80}]}}\"}},\"spec\":{\"ingressClassName\":\"alb\",\"rules\":[{\"http\":"
                            + "{\"paths\":[{\"path\":\"/\",\"pathType\":\"Prefix\",\"backend\":{\"service\":{\"name\":\"shop\",\"port\":"
                            + "{\"name\":\"use-annotation\"}}}}]}}]}}");

    private static final FakeHaproxy HAPROXY = haproxy();

    private Stories() {}

    private static FakeHaproxy haproxy() {
        try {
            return new FakeHaproxy(Map.of("shop/shop", 100, "shop/shop-canary", 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A rollout of version 2, or back to version 1.
     *
     * @param starts whether nobody is served in the beginning
     */
    record Story(String name, Supplier<Simulation> world, Supplier<RolloutPlan> plan, boolean starts) {
        Story(String name, Supplier<Simulation> world, Supplier<RolloutPlan> plan) {
            this(name, world, plan, false);
        }

        Story starting() {
            return new Story(name, world, plan, true);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Users are served from the beginning on. */
    static Stream<Story> serving() {
        return Stream.of(plain(), routed(), variants(), rollbacks()).flatMap(stories -> stories);
    }

    /** Nobody is served in the beginning. */
    static Stream<Story> starting() {
        return Stream.of(
                        new Story("first canary", from(Stories::world, world -> {}), () -> canary("nginx")),
                        new Story(
                                "first canary, replicas", from(Stories::world, world -> {}), () -> canary("replicas")),
                        new Story("first blue-green", from(Stories::world, world -> {}), () -> Plans.blueGreen("2")),
                        new Story(
                                "first blue-green, ingress",
                                from(Stories::world, world -> {}),
                                () -> switching("2", "ingress")),
                        new Story("first rolling", from(Stories::world, world -> {}), () -> Plans.rolling("2")),
                        new Story(
                                "first canary, never ready",
                                from(Stories::world, Stories::neverReady),
                                () -> canary("nginx")),
                        broken("canary over a broken version", () -> Plans.canary("1", "nginx"), () -> canary("nginx")),
                        broken("rolling over a broken version", () -> Plans.rolling("1"), () -> Plans.rolling("2")),
                        broken(
                                "blue-green over a broken version",
                                () -> Plans.blueGreen("1"),
                                () -> Plans.blueGreen("2")))
                .map(Story::starting);
    }

    static Stream<Story> all() {
        return Stream.concat(serving(), starting());
    }

    /** A canary by each router that works at an object which is there already. */
    static Stream<Story> routers() {
        return ROUTES.keySet().stream().sorted().map(router -> {
            Supplier<Simulation> first = from(
                    () -> {
                        Simulation world = world();
                        world.cluster.put(route(router));
                        return world.serving(at(Plans.canary("1", router)));
                    },
                    world -> {});
            return new Story("canary, " + router, first, () -> at(canary(router)));
        });
    }

    /** The object {@code public} that a router works at. */
    static HasMetadata route(String router) {
        return Serialization.unmarshal(
                ROUTES.get(router).replace("META", "\"metadata\":{\"name\":\"public\",\"namespace\":\"shop-prod\"}"));
    }

    private static Stream<Story> plain() {
        return Stream.of(
                story("blue-green, checks fail", () -> Plans.blueGreen("1"), () -> Plans.blueGreen("2"), world -> {
                    world.checks = key -> "no";
                }),
                story("canary, nginx", () -> Plans.canary("1", "nginx"), () -> canary("nginx"), world -> {}),
                story("canary, replicas", () -> Plans.canary("1", "replicas"), () -> canary("replicas"), world -> {}),
                story("bad canary, nginx", () -> Plans.canary("1", "nginx"), () -> canary("nginx"), Stories::bad),
                story(
                        "bad canary, replicas",
                        () -> Plans.canary("1", "replicas"),
                        () -> canary("replicas"),
                        Stories::bad),
                story(
                        "canary that cannot be promoted",
                        () -> Plans.canary("1", "nginx"),
                        () -> canary("nginx"),
                        world -> {
                            world.beforeTick = state -> {
                                if (state.phase() == Phase.PROMOTE) {
                                    world.controllers.neverReady.add("shop:2");
                                }
                                return state;
                            };
                        }),
                story("rolling", () -> Plans.rolling("1"), () -> Plans.rolling("2"), world -> {}),
                story("rolling, never ready", () -> Plans.rolling("1"), () -> Plans.rolling("2"), Stories::neverReady),
                story("rolling, ordered", () -> Plans.ordered("1"), () -> Plans.ordered("2"), world -> {}),
                story(
                        "rolling, ordered, never ready",
                        () -> Plans.ordered("1"),
                        () -> Plans.ordered("2"),
                        Stories::neverReady));
    }

    private static Stream<Story> routed() {
        Stream<Story> switches = Switches.names().stream().map(by -> {
            Supplier<Simulation> first = from(
                    () -> {
                        Simulation world = world();
                        world.cluster.put(route("gateway-api"));
                        return world.serving(switching("1", by));
                    },
                    world -> {});
            return new Story("blue-green, " + by, first, () -> switching("2", by));
        });
        Stream<Story> outside =
                Stream.of(haproxy("canary, haproxy", false), haproxy("canary, haproxy that hangs up", true));
        return Stream.of(routers(), switches, outside).flatMap(stories -> stories);
    }

    private static RolloutPlan switching(String version, String by) {
        String route = by.equals("http-route") ? "public" : null;
        return Plans.blueGreen(version).switching(new BlueGreenPlan(by, route));
    }

    /** A canary by the weights of an HAProxy in front of the cluster, which begins anew with each telling. */
    private static Story haproxy(String name, boolean hangsUp) {
        Supplier<Simulation> first = from(() -> world().serving(Plans.rolling("1")), world -> {
            HAPROXY.restart();
            HAPROXY.hangingUp(hangsUp);
            world.controllers.outside = () -> HAPROXY.share("shop/shop-canary");
        });
        return new Story(name, first, () -> {
            RolloutPlan plan = canary("haproxy");
            return plan.routing(plan.canary().by(HAPROXY.address()));
        });
    }

    private static Stream<Story> variants() {
        return Stream.of(
                variant("canary with a baseline", steps -> steps.comparing(true), world -> {}),
                variant("canary for chosen users first", Stories::matching, world -> {}),
                variant("canary that pauses", steps -> steps.pausing(List.of(25, 100)), Stories::promoted),
                story(
                        "canary that nobody promotes",
                        () -> Plans.canary("1", "nginx"),
                        () -> impatient(canary("nginx")),
                        world -> {}),
                story("blue-green with autoscalers", () -> Plans.blueGreen("1"), () -> Plans.blueGreen("2"), world -> {
                    world.cluster.put(autoscaler("blue"));
                    world.cluster.put(autoscaler("green"));
                }));
    }

    private static Stream<Story> rollbacks() {
        return Stream.of(
                new Story(
                        "rollback",
                        from(() -> world().serving(Plans.rolling("1")).serving(Plans.rolling("2")), world -> {}),
                        () -> Plans.rollback("previous")),
                new Story(
                        "rollback of blue-green",
                        from(() -> world().serving(Plans.blueGreen("1")).serving(Plans.blueGreen("2")), world -> {}),
                        () -> Plans.rollback("previous")));
    }

    private static Story variant(String name, UnaryOperator<CanaryPlan> steps, Consumer<Simulation> change) {
        return story(
                name,
                () -> Plans.canary("1", "nginx"),
                () -> {
                    RolloutPlan plan = canary("nginx");
                    return plan.routing(steps.apply(plan.canary()));
                },
                change);
    }

    private static RolloutPlan impatient(RolloutPlan plan) {
        return plan.routing(plan.canary().pausing(List.of(50)))
                .within(plan.timing().pausing(Duration.ofMinutes(5)));
    }

    private static CanaryPlan matching(CanaryPlan steps) {
        return steps.matching(new Match(Map.of("x-beta", "true"), Map.of()));
    }

    static RolloutPlan at(RolloutPlan plan) {
        return plan.routing(plan.canary().at("public"));
    }

    private static RolloutPlan canary(String router) {
        return Plans.canary("2", router, Plans.errorRate().get(0));
    }

    private static void bad(Simulation world) {
        world.metrics = (query, at) -> new Measurement.Value(0.5);
    }

    private static void neverReady(Simulation world) {
        world.controllers.neverReady.add("2");
    }

    /** Somebody promotes a while after each pause began. */
    private static void promoted(Simulation world) {
        world.beforeTick = state -> {
            boolean due = state.phase() == Phase.PAUSE
                    && !world.now.isBefore(state.since().plus(Duration.ofMinutes(3)))
                    && state.abort() == null
                    && !state.promoted();
            List<RolloutDecision> decisions = new ArrayList<>(state.decisions());
            decisions.add(new RolloutDecision(RolloutDecision.Kind.PROMOTE, "Ann", world.now, "", ""));
            return due ? state.copy().decisions(decisions).build() : state;
        };
    }

    private static Story broken(String name, Supplier<RolloutPlan> first, Supplier<RolloutPlan> then) {
        return story(name, first, then, world -> {
            world.controllers.neverReady.add("1");
            world.controllers.settle();
        });
    }

    private static Story story(
            String name, Supplier<RolloutPlan> first, Supplier<RolloutPlan> then, Consumer<Simulation> change) {
        return new Story(name, from(() -> world().serving(first.get()), change), then);
    }

    /** The first part of a story is told once; every telling of the rest begins with a copy of it. */
    private static Supplier<Simulation> from(Supplier<Simulation> beginning, Consumer<Simulation> change) {
        Simulation told = beginning.get();
        return () -> {
            Simulation world = told.copy();
            world.metrics = (query, at) -> new Measurement.Value(0.001);
            change.accept(world);
            return world;
        };
    }

    private static Simulation world() {
        Simulation world = new Simulation();
        world.metrics = (query, at) -> new Measurement.Value(0.001);
        return world;
    }

    static HasMetadata autoscaler(String color) {
        return Serialization.unmarshal(
                "{\"apiVersion\":\"autoscaling/v2\",\"kind\":\"HorizontalPodAutoscaler\",\"metadata\":"
                        + "{\"name\":\"shop-" + color
                        + "\",\"namespace\":\"shop-prod\"},\"spec\":{\"minReplicas\":1,\"maxReplicas\":9,"
                        + "\"scaleTargetRef\":{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"name\":\"shop-"
                        + color + "\"}}}");
    }
}
