package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteRulesTest {
    private static final String ROUTE = """
            {"spec": {"rules": [
              {"backendRefs": [{"name": "stable", "weight": 75}, {"name": "canary", "weight": 25}]},
              {"matches": [{"headers": [{"name": "x-beta", "value": "true"}]}], "backendRefs": [{"name": "canary"}]},
              {"matches": [{"path": {"type": "PathPrefix", "value": "/api"}}], "backendRefs": [{"name": "api"}]},
              {"matches": [{"path": {"type": "Exact", "value": "/api"}, "method": "POST"}], "backendRefs": [{"name": "orders"}]}
            ]}}
            """;

    @Test
    void weights_apply_where_nothing_more_special_matches() throws Exception {
        assertThat(rule("GET", "/", Map.of()).targets())
                .extracting(Target::service, Target::weight)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("stable", 75),
                        org.assertj.core.groups.Tuple.tuple("canary", 25));
    }

    @Test
    void a_header_match_beats_the_weights() throws Exception {
        assertThat(service("GET", "/", Map.of("x-beta", "true"))).isEqualTo("canary");
        assertThat(rule("GET", "/", Map.of("x-beta", "false")).targets()).hasSize(2);
    }

    @Test
    void the_longer_path_beats_the_header_and_the_exact_path_beats_all() throws Exception {
        assertThat(service("GET", "/api/items", Map.of("x-beta", "true"))).isEqualTo("api");
        assertThat(service("POST", "/api", Map.of())).isEqualTo("orders");
        assertThat(service("GET", "/api", Map.of())).isEqualTo("api");
        assertThat(rule("GET", "/apiary", Map.of()).targets()).hasSize(2);
    }

    private static String service(String method, String path, Map<String, String> headers) throws Exception {
        return rule(method, path, headers).targets().get(0).service();
    }

    private static Rule rule(String method, String path, Map<String, String> headers) throws Exception {
        JsonNode route = new JsonMapper().readTree(ROUTE);
        RequestFacts request = new RequestFacts(
                method,
                path,
                name -> Optional.ofNullable(headers.get(name)),
                name -> Optional.empty(),
                name -> Optional.empty());
        return new RouteRules((name, weight) -> new Target(name, weight, List.of()))
                .of(route).stream()
                        .filter(rule -> rule.matches().test(request))
                        .findFirst()
                        .orElseThrow();
    }
}
