package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jenkins.plugins.delivery.rehearsal.cluster.NewNamespace;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiServerTest {
    private final Vertx vertx = Vertx.vertx();
    private final ApiServer server = new ApiServer(
            vertx, Clock.systemUTC(), (namespace, pod, previous, lines) -> Optional.empty(), object -> {});
    private KubernetesClient client;

    @BeforeEach
    void connect() {
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                        .withMasterUrl(server.url())
                        .withNamespace("shop")
                        .withRequestTimeout(500)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        NewNamespace.in(client, "shop");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_a_controller_found_of_an_older_specification_is_not_its_status() {
        client.resource(deployment("shop:1")).create();
        Deployment observed =
                server.objects().get(Deployment.class, "shop", "shop").orElseThrow();
        client.resource(deployment("shop:2")).forceConflicts().serverSideApply();

        server.objects().publishStatus("controller", observed, live -> seen(live));
        assertThat(client.apps().deployments().withName("shop").get().getStatus())
                .satisfiesAnyOf(
                        status -> assertThat(status).isNull(),
                        status -> assertThat(status.getObservedGeneration()).isNull());

        Deployment current =
                server.objects().get(Deployment.class, "shop", "shop").orElseThrow();
        server.objects().publishStatus("controller", current, live -> seen(live));
        assertThat(client.apps()
                        .deployments()
                        .withName("shop")
                        .get()
                        .getStatus()
                        .getObservedGeneration())
                .isEqualTo(2);
    }

    private static Deployment seen(Deployment live) {
        return new DeploymentBuilder(live)
                .withNewStatus()
                .withObservedGeneration(live.getMetadata().getGeneration())
                .endStatus()
                .build();
    }

    @Test
    void creates_with_metadata_and_defaults_as_kubernetes_does() {
        Deployment created = client.resource(deployment("shop:1")).create();

        assertThat(created.getMetadata().getUid()).isNotBlank();
        assertThat(created.getMetadata().getGeneration()).isEqualTo(1);
        assertThat(created.getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxSurge()
                        .getStrVal())
                .isEqualTo("25%");
        assertThat(created.getSpec().getProgressDeadlineSeconds()).isEqualTo(600);
        assertThatThrownBy(() -> client.resource(deployment("shop:1")).create())
                .isInstanceOfSatisfying(KubernetesClientException.class, e -> {
                    assertThat(e.getCode()).isEqualTo(409);
                    assertThat(e.getStatus().getReason()).isEqualTo("AlreadyExists");
                });
    }

    @Test
    void applies_server_side_and_takes_away_what_the_manager_no_longer_declares() {
        apply("pipeline", map(Map.of("a", "1", "b", "2")));
        apply("other", map(Map.of("c", "3")));

        ConfigMap result = apply("pipeline", map(Map.of("a", "4")));

        assertThat(result.getData()).containsExactlyInAnyOrderEntriesOf(Map.of("a", "4", "c", "3"));
        assertThat(result.getMetadata().getManagedFields())
                .extracting("manager")
                .containsExactlyInAnyOrder("pipeline", "other");
    }

    @Test
    void refuses_to_apply_over_another_manager_unless_forced() {
        apply("pipeline", map(Map.of("a", "1")));

        assertThatThrownBy(() -> apply("other", map(Map.of("a", "2"))))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("conflict with \"pipeline\": .data.a");
        ConfigMap forced = client.resource(map(Map.of("a", "2")))
                .fieldManager("other")
                .forceConflicts()
                .serverSideApply();

        assertThat(forced.getData()).containsEntry("a", "2");
    }

    @Test
    void a_patch_takes_the_field_over_from_who_applied_it() {
        apply("pipeline", map(Map.of("a", "1", "b", "1")));
        client.configMaps()
                .withName("settings")
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.JSON_MERGE)
                                .withFieldManager("kubectl")
                                .build(),
                        "{\"data\":{\"a\":\"2\"}}");

        assertThatThrownBy(() -> apply("pipeline", map(Map.of("a", "3", "b", "1"))))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("conflict with \"kubectl\"");
    }

    @Test
    void merges_containers_by_name_when_applying() {
        client.resource(deployment("shop:1")).fieldManager("pipeline").serverSideApply();
        Deployment sidecar = deployment("shop:1");
        sidecar.getSpec().getTemplate().getSpec().getContainers().get(0).setName("proxy");
        sidecar.getSpec().getTemplate().getSpec().getContainers().get(0).setImage("proxy:1");
        client.resource(sidecar).fieldManager("mesh").serverSideApply();

        Deployment again =
                client.resource(deployment("shop:2")).fieldManager("pipeline").serverSideApply();

        assertThat(again.getSpec().getTemplate().getSpec().getContainers())
                .extracting("name", "image")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("app", "shop:2"),
                        org.assertj.core.groups.Tuple.tuple("proxy", "proxy:1"));
        assertThat(again.getMetadata().getGeneration()).isEqualTo(3);
    }

    @Test
    void refuses_a_write_that_stands_on_an_old_version() {
        ConfigMap old = client.resource(map(Map.of("a", "1"))).create();
        client.resource(map(Map.of("a", "2"))).update();
        ConfigMap stale = new ConfigMapBuilder(old).addToData("a", "3").build();

        assertThatThrownBy(() -> client.resource(stale).update())
                .isInstanceOfSatisfying(KubernetesClientException.class, e -> {
                    assertThat(e.getCode()).isEqualTo(409);
                    assertThat(e).hasMessageContaining("the object has been modified");
                });
        assertThatThrownBy(() -> client.resource(stale)
                        .fieldManager("pipeline")
                        .forceConflicts()
                        .serverSideApply())
                .isInstanceOfSatisfying(KubernetesClientException.class, e -> assertThat(e.getCode())
                        .isEqualTo(409));
        assertThat(client.configMaps().withName("settings").get().getData()).containsEntry("a", "2");
    }

    @Test
    void scales_through_the_subresource_and_counts_a_generation() {
        client.resource(deployment("shop:1")).create();

        client.apps().deployments().withName("shop").scale(3);

        Deployment scaled = client.apps().deployments().withName("shop").get();
        assertThat(scaled.getSpec().getReplicas()).isEqualTo(3);
        assertThat(scaled.getMetadata().getGeneration()).isEqualTo(2);
    }

    @Test
    void keeps_spec_and_status_apart() {
        Deployment created = client.resource(deployment("shop:1")).create();
        Deployment both = new DeploymentBuilder(created)
                .editSpec()
                .withReplicas(7)
                .endSpec()
                .withNewStatus()
                .withReplicas(5)
                .endStatus()
                .build();

        Deployment byStatus = client.resource(both).updateStatus();
        assertThat(byStatus.getSpec().getReplicas()).isEqualTo(1);
        assertThat(byStatus.getStatus().getReplicas()).isEqualTo(5);
        assertThat(byStatus.getMetadata().getGeneration()).isEqualTo(1);

        both.getMetadata().setResourceVersion(null);
        both.getStatus().setReplicas(9);
        Deployment bySpec = client.resource(both).update();
        assertThat(bySpec.getSpec().getReplicas()).isEqualTo(7);
        assertThat(bySpec.getStatus().getReplicas()).isEqualTo(5);
    }

    @Test
    void a_dry_run_answers_and_stores_nothing() {
        ConfigMap answer = client.resource(map(Map.of("a", "1"))).dryRun().create();

        assertThat(answer.getMetadata().getUid()).isNotBlank();
        assertThat(client.configMaps().list().getItems()).isEmpty();
    }

    @Test
    void refuses_manifests_that_kubernetes_refuses() {
        Deployment wrong = deployment("shop:1");
        wrong.getSpec().getTemplate().getMetadata().setLabels(Map.of("app", "other"));
        assertThatThrownBy(() -> client.resource(wrong).create())
                .isInstanceOfSatisfying(KubernetesClientException.class, e -> {
                    assertThat(e.getCode()).isEqualTo(422);
                    assertThat(e).hasMessageContaining("`selector` does not match template `labels`");
                });
        assertThatThrownBy(() ->
                        client.resource(map(Map.of())).inNamespace("nowhere").create())
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("namespaces \"nowhere\" not found");
    }

    @Test
    void selects_by_labels_and_fields() {
        for (String colour : List.of("blue", "green")) {
            client.resource(new ConfigMapBuilder(map(Map.of()))
                            .editMetadata()
                            .withName("settings-" + colour)
                            .addToLabels("colour", colour)
                            .endMetadata()
                            .build())
                    .create();
        }

        assertThat(names(client.configMaps().withLabel("colour", "blue").list().getItems()))
                .containsExactly("settings-blue");
        assertThat(names(client.configMaps()
                        .withLabelIn("colour", "green", "red")
                        .list()
                        .getItems()))
                .containsExactly("settings-green");
        assertThat(names(client.configMaps()
                        .withLabelNotIn("colour", "green")
                        .list()
                        .getItems()))
                .containsExactly("settings-blue");
        assertThat(client.configMaps().withoutLabel("colour").list().getItems()).isEmpty();
        assertThat(names(client.configMaps()
                        .withField("metadata.name", "settings-green")
                        .list()
                        .getItems()))
                .containsExactly("settings-green");
    }

    @Test
    void a_watch_tells_what_happens_to_what_it_selects() throws InterruptedException {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        try (var watch = client.configMaps().withLabel("watched", "yes").watch(new Watcher<>() {
            @Override
            public void eventReceived(Action action, ConfigMap object) {
                events.add(action + " " + object.getData().get("a"));
            }

            @Override
            public void onClose(WatcherException cause) {
                events.add("closed: " + cause);
            }
        })) {
            ConfigMap labelled = new ConfigMapBuilder(map(Map.of("a", "1")))
                    .editMetadata()
                    .addToLabels("watched", "yes")
                    .endMetadata()
                    .build();
            client.resource(labelled).create();
            labelled.getData().put("a", "2");
            client.resource(labelled).update();
            labelled.getMetadata().getLabels().clear();
            client.resource(labelled).update();

            assertThat(next(events)).isEqualTo("ADDED 1");
            assertThat(next(events)).isEqualTo("MODIFIED 2");
            assertThat(next(events)).isEqualTo("DELETED 2");
        }
    }

    @Test
    void knows_leases_and_routes_and_says_so() {
        client.resource(new LeaseBuilder()
                        .withNewMetadata()
                        .withName("shop-rollout")
                        .endMetadata()
                        .withNewSpec()
                        .withHolderIdentity("build-1")
                        .withLeaseDurationSeconds(30)
                        .endSpec()
                        .build())
                .create();

        assertThat(client.leases().withName("shop-rollout").get().getSpec().getHolderIdentity())
                .isEqualTo("build-1");
        assertThat(client.supports(HTTPRoute.class)).isTrue();
        assertThat(client.getKubernetesVersion().getMajor()).isEqualTo("1");
    }

    @Test
    void answers_access_reviews_and_forbids_what_is_denied() {
        server.access().deny(Verb.DELETE, "deployments");

        assertThat(may("get", "deployments")).isTrue();
        assertThat(may("delete", "deployments")).isFalse();
        client.resource(deployment("shop:1")).create();
        assertThatThrownBy(() -> client.apps().deployments().withName("shop").delete())
                .isInstanceOfSatisfying(KubernetesClientException.class, e -> assertThat(e.getCode())
                        .isEqualTo(403));
    }

    @Test
    void what_has_a_finalizer_goes_only_when_it_is_taken_off() {
        ConfigMap guarded = new ConfigMapBuilder(map(Map.of()))
                .editMetadata()
                .addToFinalizers("example.com/guard")
                .endMetadata()
                .build();
        client.resource(guarded).create();

        client.configMaps()
                .withName("settings")
                .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                .delete();
        assertThat(client.configMaps().withName("settings").get().getMetadata().getDeletionTimestamp())
                .isNotNull();

        client.configMaps().withName("settings").edit(live -> new ConfigMapBuilder(live)
                .editMetadata()
                .withFinalizers()
                .endMetadata()
                .build());
        assertThat(client.configMaps().withName("settings").get()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "CONFLICT,409",
        "GONE,410",
        "INVALID,422",
        "THROTTLED,429",
        "ERROR,500",
        "UNAVAILABLE,503",
        "TIMEOUT,-1",
        "RESET,-1"
    })
    void a_fault_concerns_the_chosen_calls_and_no_other(ApiFaults.Fault fault, int code) {
        server.faults().add(new ApiFaults.Rule(fault, Optional.of(Verb.CREATE), "configmaps", "set*", 1, 1));

        client.resource(new ConfigMapBuilder(map(Map.of()))
                        .editMetadata()
                        .withName("settings-0")
                        .endMetadata()
                        .build())
                .create();
        assertThatThrownBy(() -> client.resource(map(Map.of())).create())
                .isInstanceOfSatisfying(KubernetesClientException.class, e -> assertThat(e.getCode())
                        .isEqualTo(code));
        assertThat(client.configMaps().withName("settings").get()).isNull();
        client.resource(map(Map.of())).create();

        assertThat(client.configMaps().withName("settings").get()).isNotNull();
        assertThat(server.faults().injected()).isEqualTo(1);
    }

    private boolean may(String verb, String resource) {
        SelfSubjectAccessReview review = client.authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(new SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withVerb(verb)
                        .withResource(resource)
                        .withNamespace("shop")
                        .endResourceAttributes()
                        .endSpec()
                        .build());
        return review.getStatus().getAllowed();
    }

    private static String next(BlockingQueue<String> events) throws InterruptedException {
        return events.poll(10, TimeUnit.SECONDS);
    }

    private static List<String> names(List<ConfigMap> maps) {
        return maps.stream().map(map -> map.getMetadata().getName()).toList();
    }

    private ConfigMap apply(String manager, ConfigMap map) {
        return client.resource(map).fieldManager(manager).serverSideApply();
    }

    private static ConfigMap map(Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("settings")
                .endMetadata()
                .withData(new java.util.TreeMap<>(data))
                .build();
    }

    private static Deployment deployment(String image) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("shop")
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels("app", "shop")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "shop")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("app")
                .withImage(image)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
