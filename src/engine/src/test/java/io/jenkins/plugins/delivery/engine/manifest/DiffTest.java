package io.jenkins.plugins.delivery.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiffTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: shop
              resourceVersion: "7"
              annotations: {delivery.jenkins.io/rollout: a}
            spec:
              replicas: 2
              template:
                spec:
                  containers:
                    - {name: log, image: "log:1"}
                    - {name: shop, image: "shop:1", env: [{name: MODE, value: fast}, {name: DB_PASSWORD, value: hunter2}]}
            status: {replicas: 2}
            """;

    @Test
    void names_each_field_with_what_it_is_and_what_it_will_be() {
        assertThat(lines(DEPLOYMENT, DEPLOYMENT.replace("shop:1", "shop:2").replace("replicas: 2", "replicas: 3")))
                .containsExactly(
                        "~ Deployment shop: spec.replicas: 2 → 3",
                        "~ Deployment shop: spec.template.spec.containers[shop].image: shop:1 → shop:2");
    }

    @Test
    void tells_the_elements_of_a_list_apart_by_their_names_not_their_places() {
        String swapped = DEPLOYMENT
                .replace("name: log, image: \"log:1\"", "name: log2, image: \"log:1\"")
                .replace("name: shop, image", "name: log, image");

        assertThat(lines(DEPLOYMENT, swapped))
                .contains(
                        "~ Deployment shop: spec.template.spec.containers[log2].image: nothing → log:1",
                        "~ Deployment shop: spec.template.spec.containers[shop].image: shop:1 → nothing");
    }

    @Test
    void is_silent_about_what_the_server_and_the_rollout_write() {
        assertThat(lines(
                        DEPLOYMENT,
                        DEPLOYMENT
                                .replace("\"7\"", "\"8\"")
                                .replace("rollout: a", "rollout: b")
                                .replace("status: {replicas: 2}", "status: {replicas: 3}")))
                .isEmpty();
    }

    @Test
    void says_of_a_new_object_that_it_is_new() {
        assertThat(Diff.lines(Optional.empty(), object(DEPLOYMENT))).containsExactly("+ Deployment shop is new");
    }

    @Test
    void never_shows_what_may_be_a_secret() {
        String secret = """
                apiVersion: v1
                kind: Secret
                metadata: {name: shop}
                data: {anything: b25l}
                """;

        assertThat(lines(secret, secret.replace("b25l", "dHdv")))
                .containsExactly("~ Secret shop: data.anything: (hidden) → (hidden)");
        assertThat(lines(DEPLOYMENT, DEPLOYMENT.replace("hunter2", "hunter3").replace("fast", "slow")))
                .containsExactly(
                        "~ Deployment shop: spec.template.spec.containers[shop].env[DB_PASSWORD].value: (hidden) → (hidden)",
                        "~ Deployment shop: spec.template.spec.containers[shop].env[MODE].value: fast → slow");
    }

    @Test
    void keeps_to_one_line_a_field_and_to_a_bounded_number_of_lines() {
        String before = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: big}\ndata:\n"
                + IntStream.range(0, 100).mapToObj(i -> "  k" + i + ": \"a\"\n").collect(Collectors.joining());

        List<String> lines = lines(before, before.replace("\"a\"", "\"one\\ntwo" + "x".repeat(300) + "\""));

        assertThat(lines).hasSize(61).last().isEqualTo("~ ConfigMap big: and 40 more");
        assertThat(lines.get(0)).contains("one⏎two").hasSizeLessThan(220).doesNotContain("\n");
    }

    private static List<String> lines(String live, String then) {
        return Diff.lines(Optional.of(object(live)), object(then));
    }

    static HasMetadata object(String yaml) {
        return Serialization.unmarshal(yaml);
    }
}
