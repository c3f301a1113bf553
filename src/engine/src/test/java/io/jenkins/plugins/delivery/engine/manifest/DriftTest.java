package io.jenkins.plugins.delivery.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DriftTest {
    private static final String APPLIED = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              replicas: 2
              selector: {matchLabels: {app: shop}}
              template:
                spec:
                  containers: [{name: shop, image: "shop:2"}]
            """;

    private static final String OURS = """
              managedFields:
                - manager: progressive-delivery
                  operation: Apply
                  time: "2026-03-02T10:00:00Z"
                  fieldsV1: {"f:spec": {"f:replicas": {}, "f:selector": {}, "f:template": {"f:spec": {"f:containers":
                    {"k:{\\"name\\":\\"shop\\"}": {".": {}, "f:image": {}, "f:name": {}}}}}}}
            """;

    @Test
    void names_who_changed_an_image_and_from_what_to_what() {
        String live = owned(
                APPLIED.replace("shop:2", "shop:hotfix"),
                "{\"f:spec\": {\"f:template\": {\"f:spec\": {\"f:containers\":"
                        + " {\"k:{\\\"name\\\":\\\"shop\\\"}\": {\"f:image\": {}}}}}}}",
                "kubectl-set");

        assertThat(Drift.between(DiffTest.object(APPLIED), DiffTest.object(live)))
                .extracting(Drift::words)
                .containsExactly("kubectl-set changed Deployment 'shop': spec.template.spec.containers[shop].image"
                        + " was shop:2, is shop:hotfix");
    }

    @Test
    void names_who_changed_a_selector_that_is_owned_as_a_whole() {
        String service = "apiVersion: v1\nkind: Service\nmetadata: {name: shop}\nspec: {selector: {app: shop}}\n";
        String live =
                owned(service.replace("app: shop", "app: other"), "{\"f:spec\": {\"f:selector\": {}}}", "kubectl-edit");

        assertThat(Drift.between(DiffTest.object(service), DiffTest.object(live)))
                .containsExactly(new Drift("Service 'shop'", "spec.selector.app", "shop", "other", "kubectl-edit"));
    }

    @Test
    void names_who_scaled_it_unless_it_was_the_autoscaler() {
        String replicas = "{\"f:spec\": {\"f:replicas\": {}}}";
        String live = APPLIED.replace("replicas: 2", "replicas: 9");

        assertThat(Drift.between(DiffTest.object(APPLIED), DiffTest.object(owned(live, replicas, "kubectl"))))
                .extracting(Drift::manager)
                .containsExactly("kubectl");
        assertThat(Drift.between(
                        DiffTest.object(APPLIED), DiffTest.object(owned(live, replicas, "kube-controller-manager"))))
                .isEmpty();
    }

    @Test
    void what_the_rollout_changed_itself_is_no_drift() {
        String live =
                APPLIED.replace("replicas: 2", "replicas: 9").replace("{name: shop}\n", "\n  name: shop\n" + OURS);

        assertThat(Drift.between(DiffTest.object(APPLIED), DiffTest.object(live)))
                .isEmpty();
    }

    @Test
    void fields_that_are_not_watched_may_change() {
        String live = APPLIED.replace("{name: shop}\n", "{name: shop, labels: {team: a}}\n");

        assertThat(Drift.between(DiffTest.object(APPLIED), DiffTest.object(live)))
                .isEmpty();
    }

    private static String owned(String yaml, String fields, String manager) {
        String entry = "  managedFields:\n    - {manager: " + manager
                + ", operation: Update, time: \"2026-03-02T11:00:00Z\", fieldsV1: " + fields + "}\n";
        return yaml.replaceFirst(
                "metadata: \\{name: shop}\n",
                "metadata:\n  name: shop\n" + java.util.regex.Matcher.quoteReplacement(entry));
    }
}
