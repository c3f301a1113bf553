package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class PatchesTest {
    private static final ObjectNode DEPLOYMENT = Json.parseObject(
            "{\"spec\":{\"replicas\":1,\"containers\":[{\"name\":\"app\",\"image\":\"a:1\"},{\"name\":\"log\",\"image\":\"l:1\"}]}}");

    @Test
    void a_merge_patch_replaces_lists_and_takes_away_what_is_null() {
        ObjectNode result = Patches.merge(
                DEPLOYMENT,
                Json.parse("{\"spec\":{\"replicas\":null,\"containers\":[{\"name\":\"app\"}],\"paused\":true}}"));

        assertThat(result.at("/spec/replicas").isMissingNode()).isTrue();
        assertThat(result.at("/spec/containers")).hasSize(1);
        assertThat(result.at("/spec/paused").asBoolean()).isTrue();
        assertThat(DEPLOYMENT.at("/spec/replicas").asInt()).isEqualTo(1);
    }

    @Test
    void a_strategic_patch_changes_one_container_and_deletes_another() {
        ObjectNode result = Patches.strategic(
                DEPLOYMENT,
                Json.parse(
                        "{\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":\"a:2\"},{\"name\":\"log\",\"$patch\":\"delete\"}]}}"));

        assertThat(result.at("/spec/containers")).hasSize(1);
        assertThat(result.at("/spec/containers/0/image").asText()).isEqualTo("a:2");
        assertThat(result.at("/spec/replicas").asInt()).isEqualTo(1);
    }

    @Test
    void a_json_patch_whose_test_fails_is_refused() {
        assertThatThrownBy(() -> Patches.json(
                        DEPLOYMENT, Json.parse("[{\"op\":\"test\",\"path\":\"/spec/replicas\",\"value\":2}]")))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(422));
    }
}
