package io.jenkins.plugins.delivery.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a router finds in its object that it could not work with, and what a controller says of what it wrote. */
class RouterRefusalsTest {
    private static final Match BETA = new Match(Map.of("x-beta", "true"), Map.of());

    @Test
    void a_share_beside_a_foreign_backend_has_to_be_divisible() {
        assertThat(refusal(
                        "gateway-api", Match.NONE, route -> backend(route, 2, 0).put("weight", 90)))
                .contains("leads to Service 'shop' with weight 90 beside other backends", "multiply all weights");
        assertThat(refusal("istio", Match.NONE, service -> ((ObjectNode) service.at("/spec/http/2/route/0"))
                        .remove("weight")))
                .contains("with weight 0 beside other backends");
    }

    @Test
    void a_canary_that_has_traffic_already_is_somebody_elses() {
        assertThat(refusal("gateway-api", Match.NONE, route -> ((ArrayNode) route.at("/spec/rules/1/backendRefs"))
                        .addObject()
                        .put("name", "shop-canary")
                        .put("port", 80)
                        .put("weight", 10)))
                .contains("leads to Service 'shop-canary' already", "no rollout of ours wrote that");
    }

    @Test
    void a_route_without_parents_serves_nobody() {
        assertThat(refusal("gateway-api", Match.NONE, route -> ((ObjectNode) route.get("spec")).remove("parentRefs")))
                .contains("has no parentRefs, so nothing serves it");
        assertThat(refusal("linkerd", Match.NONE, route -> ((ObjectNode) route.at("/spec/parentRefs/0"))
                        .put("name", "other")))
                .contains("does not have Service 'shop' as its parent");
    }

    @Test
    void a_header_that_a_rule_looks_at_already_cannot_choose_users() {
        assertThat(refusal("gateway-api", BETA, route -> ((ObjectNode) route.at("/spec/rules/1/matches/0"))
                        .putArray("headers")
                        .addObject()
                        .put("name", "X-Beta")
                        .put("value", "1")))
                .contains("has a rule that matches header 'x-beta' already");
        assertThat(refusal("istio", BETA, service -> ((ObjectNode) service.at("/spec/http/2/match/0"))
                        .putObject("headers")
                        .putObject("x-beta")
                        .put("exact", "1")))
                .contains("has a rule that matches header 'x-beta' already");
    }

    @Test
    void more_rules_than_the_api_allows_are_not_begun_with() {
        assertThat(refusal("gateway-api", BETA, route -> {
                    ArrayNode rules = (ArrayNode) route.at("/spec/rules");
                    while (rules.size() < 15) {
                        rules.add(rules.get(0).deepCopy());
                    }
                }))
                .contains("would need 17 rules", "may have 16");
    }

    @Test
    void a_router_that_cannot_tell_users_says_so() {
        assertThat(refusal("traefik-service", BETA, object -> {})).contains("looks at no request");
        assertThat(refusal("replicas", BETA, object -> {})).contains("cannot tell users apart", "header x-beta=true");
        assertThat(refusal("nginx", new Match(Map.of(), Map.of("beta", "yes")), object -> {}))
                .contains("whose cookie has the value 'always'");
        assertThat(refusal("nginx", new Match(Map.of("a", "1", "b", "2"), Map.of()), object -> {}))
                .contains("one header and one cookie at most");
        assertThat(refusal("alb", new Match(Map.of("x-beta", "a*"), Map.of()), object -> {}))
                .contains("* and ? stand for any characters");
        assertThat(refusal("alb", new Match(Map.of("x".repeat(41), "a"), Map.of()), object -> {}))
                .contains("up to 40");
    }

    @Test
    void an_action_that_no_path_takes_is_no_way_to_split() {
        assertThat(refusal("alb", Match.NONE, ingress -> {
                    for (JsonNode path : ingress.at("/spec/rules/0/http/paths")) {
                        ((ObjectNode) path.at("/backend/service/port")).put("name", "http");
                    }
                }))
                .contains("has no path whose backend is service", "port use-annotation");
    }

    @Test
    void a_second_canary_for_the_same_host_and_path_is_refused() {
        RouterWorld world = RouterWorld.of("nginx", "");
        ObjectNode rival = RouterWorld.tree(world.main().orElseThrow());
        ((ObjectNode) rival.get("metadata")).put("name", "experiment");
        Memory.annotations(rival).put("nginx.ingress.kubernetes.io/canary", "true");
        world.putMain(rival);
        assertThat(world.router.refusal(world.cluster, world.route(0), List.of()))
                .get()
                .asString()
                .contains("Ingress 'experiment' is a canary for the same host and path as Ingress 'shop'");
    }

    @Test
    void a_canary_ingress_that_somebody_else_made_is_refused() {
        RouterWorld world = RouterWorld.of("nginx", "");
        ObjectNode other = RouterWorld.tree(world.main().orElseThrow());
        ((ObjectNode) other.get("metadata"))
                .put("name", "shop-canary")
                .putObject("labels")
                .put("app.kubernetes.io/managed-by", "Helm");
        world.putMain(other);
        assertThat(world.router.refusal(world.cluster, world.route(0), List.of()))
                .get()
                .asString()
                .contains("Ingress 'shop-canary' is there already and belongs to Helm");
    }

    @Test
    void what_no_controller_has_accepted_is_not_in_effect() {
        RouterWorld world = RouterWorld.of("gateway-api", "");
        Routing written = world.router.route(world.cluster, world.route(25));
        assertThat(written.inEffect()).isFalse();
        assertThat(written.words()).contains("gives 25 %, but Gateway 'public' has not seen generation");

        world.settle();
        assertThat(world.router.observe(world.cluster, world.route(25)).inEffect())
                .isTrue();

        for (String type : List.of("Accepted", "ResolvedRefs")) {
            ObjectNode refused = RouterWorld.tree(world.main().orElseThrow());
            for (JsonNode condition : refused.at("/status/parents/0/conditions")) {
                ((ObjectNode) condition)
                        .put("status", condition.path("type").asText().equals(type) ? "False" : "True")
                        .put("reason", "NotAllowed")
                        .put("message", "because");
            }
            world.putMain(refused);
            Routing routing = world.router.observe(world.cluster, world.route(25));
            assertThat(routing.inEffect()).isFalse();
            assertThat(routing.drifted()).isFalse();
            assertThat(routing.words()).contains("Gateway 'public' says " + type + " is False: NotAllowed (because)");
        }
    }

    @Test
    void a_route_that_no_controller_has_looked_at_is_not_in_effect() {
        RouterWorld world = RouterWorld.of("gateway-api", "");
        ObjectNode untouched = RouterWorld.tree(world.main().orElseThrow());
        untouched.remove("status");
        world.putMain(untouched);
        assertThat(world.router.observe(world.cluster, world.route(0)).words())
                .contains("no controller of Gateway 'public' has looked at it yet");
    }

    @Test
    void what_istio_says_is_believed() {
        RouterWorld world = RouterWorld.of("istio", "");
        world.bring(world.route(25));
        ObjectNode invalid = RouterWorld.tree(world.main().orElseThrow());
        ObjectNode message = invalid.putObject("status")
                .putArray("validationMessages")
                .addObject()
                .put("level", "ERROR");
        message.put("documentationUrl", "https://istio.io/latest")
                .putObject("type")
                .put("code", "IST0101");
        world.putMain(invalid);
        Routing routing = world.router.observe(world.cluster, world.route(25));
        assertThat(routing.inEffect()).isFalse();
        assertThat(routing.words()).contains("Istio says IST0101");
    }

    private static ObjectNode backend(ObjectNode route, int rule, int backend) {
        return (ObjectNode) route.at("/spec/rules/" + rule + "/backendRefs/" + backend);
    }

    private static String refusal(String variant, Match match, Consumer<ObjectNode> change) {
        RouterWorld world = RouterWorld.of(variant, "");
        world.main().ifPresent(main -> {
            ObjectNode tree = RouterWorld.tree(main);
            change.accept(tree);
            world.putMain(tree);
        });
        return world.router
                .refusal(world.cluster, world.route(0).matching(match), List.of())
                .orElseThrow();
    }
}
