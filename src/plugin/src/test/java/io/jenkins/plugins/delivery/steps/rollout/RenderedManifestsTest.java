package io.jenkins.plugins.delivery.steps.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.EnvVars;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.steps.StepHarness;
import io.jenkins.plugins.delivery.steps.Steps;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Manifests that a tool on the agent renders; most tests put a small script in its place. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins for the tools are shell scripts")
class RenderedManifestsTest {
    private static final String MANIFESTS = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              replicas: 1
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec: {containers: [{name: web, image: 'web:0'}, {name: log, image: 'log:0'}]}
            """;

    @TempDir
    Path tools;

    private PretendCluster cluster;
    private StepHarness harness;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        cluster = new PretendCluster();
        harness = new StepHarness(folder);
        ClusterSettings settings = new ClusterSettings("main");
        settings.setServer(cluster.url());
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setCluster("main");
        production.setNamespace("prod");
        DeliveryConfiguration.get().setClusters(List.of(settings));
        DeliveryConfiguration.get().setEnvironments(List.of(production));
        harness.provide(Launcher.class, new Launcher.LocalLauncher(TaskListener.NULL));
        path(tools.toString());
        Files.writeString(tools.resolve("rendered.yaml"), MANIFESTS);
    }

    @AfterEach
    void stop() {
        harness.close();
        cluster.close();
    }

    @Test
    void kustomize_builds_a_directory_and_the_log_says_which_version_did() throws Exception {
        tool(
                "kustomize",
                "[ \"$1\" = version ] && echo v5.5.0 || { echo \"$@\" > %1$s/arguments; cat %1$s/rendered.yaml; }");

        Map<String, Object> result = harness.start(kustomize()).result();

        assertThat(result).containsEntry("outcome", "COMPLETED");
        assertThat(arguments()).isEqualTo("build ./overlays/prod");
        assertThat(harness.log()).contains("kustomize build ./overlays/prod (kustomize v5.5.0)");
    }

    @Test
    void kubectl_builds_it_where_there_is_no_kustomize() throws Exception {
        tool("kubectl", "[ \"$1\" = version ] && echo 'Client Version: v1.32.4' || cat %1$s/rendered.yaml");

        assertThat(harness.start(kustomize()).result()).containsEntry("outcome", "COMPLETED");
        assertThat(harness.log()).contains("kubectl kustomize ./overlays/prod (kubectl v1.32.4)");
    }

    @Test
    void helm_renders_a_chart_by_an_argument_list_and_its_hooks_are_left_out() throws Exception {
        Files.writeString(
                tools.resolve("rendered.yaml"),
                MANIFESTS + "---\napiVersion: batch/v1\nkind: Job\nmetadata:\n  name: migrate\n"
                        + "  annotations: {helm.sh/hook: pre-upgrade}\nspec: {}\n");
        tool(
                "helm",
                "[ \"$1\" = version ] && echo v3.16.2 || { echo \"$@\" > %1$s/arguments; cat %1$s/rendered.yaml; }");
        RollingDeployStep step = new RollingDeployStep("production", "shop");
        step.setChart("charts/shop");
        step.setValues(List.of("values.yaml", "prod $(date).yaml"));

        assertThat(harness.start(step).result()).containsEntry("outcome", "COMPLETED");
        assertThat(arguments())
                .isEqualTo(
                        "template shop ./charts/shop --namespace prod --values ./values.yaml --values ./prod $(date).yaml");
        assertThat(harness.log()).contains("the chart's hook Job 'migrate' (pre-upgrade) is not run");
        assertThat(cluster.has("/jobs/migrate")).isFalse();
    }

    @Test
    void each_container_gets_its_image() throws Exception {
        tool("kustomize", "[ \"$1\" = version ] && echo v5 || cat %1$s/rendered.yaml");
        RollingDeployStep step = kustomize();
        step.setImages(Map.of("web", "web:1.4", "log", "log:2"));
        step.setVersion("1.4");

        assertThat(harness.start(step).result()).containsEntry("version", "1.4");
        assertThat(cluster.image("deployments/shop", 0)).isEqualTo("web:1.4");
        assertThat(cluster.image("deployments/shop", 1)).isEqualTo("log:2");
    }

    @Test
    void an_unknown_container_is_answered_with_the_nearest() throws Exception {
        tool("kustomize", "[ \"$1\" = version ] && echo v5 || cat %1$s/rendered.yaml");
        RollingDeployStep step = kustomize();
        step.setImages(Map.of("wbe", "web:1.4"));

        assertThat(harness.start(step).failure())
                .hasMessageContaining(
                        "Deployment 'shop' has no container 'wbe'; did you mean 'web'? (it has web, log)");
    }

    @Test
    void a_missing_tool_is_named_with_the_way_to_get_it() throws Exception {
        assertThat(harness.start(kustomize()).failure())
                .hasMessageStartingWith(
                        "Nothing was touched. kustomize: 'overlays/prod' needs a tool that is not on the"
                                + " PATH of this agent; install kustomize (https://");
    }

    @Test
    void a_tool_that_fails_is_quoted() throws Exception {
        tool(
                "kustomize",
                "[ \"$1\" = version ] && echo v5 || { echo one >&2; echo 'Error: no such file' >&2; exit 3; }");

        assertThat(harness.start(kustomize()).failure())
                .hasMessageContaining(
                        "'kustomize build ./overlays/prod' ended with exit code 3: one | Error: no such file");
    }

    @Test
    void output_without_end_is_cut_and_refused() throws Exception {
        tool("kustomize", "[ \"$1\" = version ] && echo v5 || head -c 5000000 /dev/zero");

        assertThat(harness.start(kustomize()).failure()).hasMessageContaining("writes more than 3 MiB of manifests");
    }

    @Test
    void a_stopped_build_ends_the_tool_at_once() throws Exception {
        tool("kustomize", "[ \"$1\" = version ] && echo v5 || { echo $$ > %1$s/pid; exec sleep 600; }");
        harness.start(kustomize());
        Thread starter = new Thread(harness::failure);
        starter.start();
        while (!Files.exists(tools.resolve("pid")) || Files.size(tools.resolve("pid")) == 0) {
            Thread.onSpinWait();
        }
        long pid = Long.parseLong(Files.readString(tools.resolve("pid")).strip());
        FlowInterruptedException stop =
                new FlowInterruptedException(Result.ABORTED, new CauseOfInterruption.UserInterruption("alice"));

        harness.stop(stop);
        starter.join(20_000);

        assertThat(harness.failure()).isSameAs(stop);
        // The signal is sent by then; the system takes the process away a moment later, long before its ten minutes are
        // over.
        ProcessHandle.of(pid)
                .ifPresent(tool -> tool.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    @Test
    void a_build_that_is_stopped_while_the_tool_starts_leaves_no_tool_behind() throws Exception {
        tool("kustomize", "[ \"$1\" = version ] && echo v5 || exec sleep 600");
        FlowInterruptedException stop =
                new FlowInterruptedException(Result.ABORTED, new CauseOfInterruption.UserInterruption("alice"));
        List<Proc> started = new ArrayList<>();
        harness.provide(Launcher.class, new Launcher.LocalLauncher(TaskListener.NULL) {
            @Override
            public Proc launch(ProcStarter starter) throws IOException {
                Proc tool = super.launch(starter);
                started.add(tool);
                if (starter.cmds().contains("build")) {
                    stop(stop);
                }
                return tool;
            }
        });

        Throwable failure = harness.start(kustomize()).failure();

        assertThat(failure).isSameAs(stop);
        assertThat(started).hasSize(2);
        assertThat(started.get(1).isAlive()).isFalse();
    }

    private void stop(Throwable cause) {
        try {
            harness.stop(cause);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void one_source_has_to_be_given_and_only_one() {
        RollingDeployStep both = kustomize();
        both.setChart("charts/shop");
        RollingDeployStep values = Steps.with(new RollingDeployStep("production", "shop"), "a.yaml");
        values.setValues(List.of("v.yaml"));
        RollingDeployStep images = kustomize();
        images.setImage("web:1");
        images.setImages(Map.of("web", "web:1"));

        assertThatThrownBy(() -> harness.start(both))
                .hasMessageContaining("chart: the manifests already come from kustomize");
        assertThatThrownBy(() -> harness.start(values)).hasMessageContaining("values: they are of a chart");
        assertThatThrownBy(() -> harness.start(images)).hasMessageContaining("images: give image for one container");
        assertThatThrownBy(() -> harness.start(new RollingDeployStep("production", "shop")))
                .hasMessageContaining("manifests: say where the manifests are");
    }

    @Test
    void the_real_kustomize_of_kubectl_is_understood() throws Exception {
        assumeTrue(onPath("kubectl"), "skipped: kubectl is not installed here, so that its Kustomize cannot be tried");
        path(System.getenv("PATH"));
        Path overlay = Files.createDirectories(harness.workspace.resolve("overlays/prod"));
        Files.writeString(overlay.resolve("shop.yaml"), MANIFESTS);
        Files.writeString(
                overlay.resolve("kustomization.yaml"),
                "resources: [shop.yaml]\nimages: [{name: web, newTag: '9.9'}]\nconfigMapGenerator:\n"
                        + "  - {name: shop-config, literals: [greeting=hello]}\n");

        assertThat(harness.start(kustomize()).result())
                .containsEntry("outcome", "COMPLETED")
                .containsEntry("version", "9.9");
        assertThat(harness.log()).contains("+ ConfigMap shop-config-");
    }

    @Test
    void the_real_helm_is_understood() throws Exception {
        helm();
        RollingDeployStep step = chart("values.yaml", "prod.yaml");

        assertThat(harness.start(step).result())
                .containsEntry("outcome", "COMPLETED")
                .containsEntry("version", "7.7");
        assertThat(cluster.image("deployments/shop", 0)).isEqualTo("web:7.7");
        assertThat(harness.log())
                .contains(
                        "helm template shop ./charts/shop --namespace prod --values ./values.yaml --values ./prod.yaml (helm ")
                .containsPattern("\\(helm v?[34]\\.\\d+")
                .contains("+ ConfigMap shop-settings is new");
        assertThat(cluster.has("/jobs/migrate")).isFalse();
    }

    @Test
    void what_the_real_helm_says_of_a_chart_that_it_cannot_render_is_quoted() throws Exception {
        helm();

        assertThat(harness.start(chart("prod.yaml")).failure())
                .hasMessageContaining(
                        "'helm template shop ./charts/shop --namespace prod --values ./prod.yaml' ended with")
                .hasMessageContaining("say how many");
    }

    /** The Helm of this machine, or the one that the tests bring. */
    private void helm() throws IOException {
        if (onPath("helm")) {
            path(System.getenv("PATH"));
            return;
        }
        assumeTrue(
                HelmLauncher.isSupported(),
                "skipped: helm is not installed here, and the one that tests bring is not made for this platform");
        HelmLauncher.install(tools);
    }

    private RollingDeployStep chart(String... values) throws IOException {
        Path chart = Files.createDirectories(harness.workspace.resolve("charts/shop/templates"));
        Files.writeString(
                chart.resolve("../Chart.yaml"), "apiVersion: v2\nname: shop\nversion: 0.1.0\nappVersion: '1'\n");
        Files.writeString(
                chart.resolve("shop.yaml"),
                MANIFESTS
                        .replace("web:0", "web:{{ .Values.tag }}")
                        .replace("replicas: 1", "replicas: {{ required \"say how many\" .Values.replicas }}"));
        Files.writeString(chart.resolve("settings.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: {{ include "shop.name" . }}-settings
                data:
                  namespace: {{ .Release.Namespace }}
                """);
        Files.writeString(
                chart.resolve("_names.tpl"), "{{- define \"shop.name\" -}}{{ .Release.Name | lower }}{{- end }}\n");
        Files.writeString(chart.resolve("migrate.yaml"), """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: migrate, annotations: {helm.sh/hook: pre-upgrade}}
                spec: {}
                """);
        Files.writeString(harness.workspace.resolve("values.yaml"), "tag: '1.0'\nreplicas: 1\n");
        Files.writeString(harness.workspace.resolve("prod.yaml"), "tag: '7.7'\n");
        RollingDeployStep step = new RollingDeployStep("production", "shop");
        step.setChart("charts/shop");
        step.setValues(List.of(values));
        return step;
    }

    private static RollingDeployStep kustomize() {
        RollingDeployStep step = new RollingDeployStep("production", "shop");
        step.setKustomize("overlays/prod");
        return step;
    }

    private String arguments() throws IOException {
        return Files.readString(tools.resolve("arguments")).strip();
    }

    private void path(String path) {
        harness.provide(EnvVars.class, new EnvVars("PATH", path));
    }

    /** @param script with {@code %1$s} for the folder of the tools */
    private void tool(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        Files.writeString(file, "#!/bin/sh\nPATH='" + System.getenv("PATH") + "'\n" + script.formatted(tools) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean onPath(String program) {
        return find(program).isPresent();
    }

    private static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
