package io.jenkins.plugins.delivery.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.FormValidation;
import hudson.util.FormValidation.Kind;
import hudson.util.Secret;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJob;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a field says while somebody types into it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldChecksTest {
    private LocalJenkins jenkins;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        jenkins = LocalJenkins.start(home);
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "token", "", Secret.fromString("hunter2")));
        Jenkins.get().putItem(new Job("shop"));
    }

    @AfterAll
    void stop() {
        jenkins.close();
    }

    static Stream<Arguments> fields() {
        var cluster = new ClusterSettings.DescriptorImpl();
        var environment = new EnvironmentSettings.DescriptorImpl();
        var freeze = new FreezeSettings.DescriptorImpl();
        var provider = new MetricProviderSettings.DescriptorImpl();
        var target = new NotificationTargetSettings.DescriptorImpl();
        var scanner = new ScannerSettings.DescriptorImpl();
        var credential = new ScannerCredential.DescriptorImpl();
        var gate = new ScanGate.DescriptorImpl();
        return Stream.of(
                ok("namespaces", () -> cluster.doCheckAllowedNamespaces("production, team-*")),
                error(
                        "no namespace",
                        () -> cluster.doCheckAllowedNamespaces("production, Team"),
                        "Team is no namespace"),
                ok("folders", () -> cluster.doCheckAllowedFolders("shop")),
                warning("no folder", () -> cluster.doCheckAllowedFolders("shop, shpo"), "no folder or job shpo"),
                ok("service account", () -> cluster.doCheckGuardianServiceAccount("guardian")),
                error("no account", () -> cluster.doCheckGuardianServiceAccount("a b_"), "b_ is no name in Kubernetes"),
                ok("credential", () -> cluster.doCheckCredentialsId("token", null)),
                ok("no credential", () -> cluster.doCheckCredentialsId("", null)),
                warning(
                        "gone credential",
                        () -> cluster.doCheckCredentialsId("gone", ""),
                        "The credential gone is none"),
                ok("namespace", () -> environment.doCheckNamespace("")),
                error("a namespace too many", () -> environment.doCheckNamespace("*"), "* is no name in Kubernetes"),
                ok("from", () -> freeze.doCheckFrom("2026-12-18 18:00")),
                error("no date", () -> freeze.doCheckFrom("tomorrow"), "from is 'tomorrow', which is no date"),
                ok("zone", () -> freeze.doCheckZone("Asia/Kathmandu")),
                error("no zone", () -> freeze.doCheckZone("Europe/Berln"), "did you mean 'Europe/Berlin'?"),
                ok("of pods", () -> provider.doCheckUrl("", MetricProviderType.KUBERNETES_METRICS.name())),
                error("no URL", () -> provider.doCheckUrl("", MetricProviderType.WEB.name()), "needed"),
                warning("gone reader", () -> provider.doCheckCredentialsId("gone", "https://prometheus"), "gone"),
                error("no such type", () -> target.doCheckUrl("ftp://x", "PIGEON"), "Expected a URL"),
                ok("presets", () -> provider.doCheckPresets("q: up{pod=~\"{{pods}}\"}", "PROMETHEUS")),
                error("no preset", () -> provider.doCheckPresets("q up", "PROMETHEUS"), "not of the form name: query"),
                error("presets of JSON", () -> provider.doCheckPresets("q: up", "WEB"), "Only a provider of type PROM"),
                ok("chat", () -> target.doCheckUrl("", NotificationTargetType.SLACK.name())),
                error("no webhook", () -> target.doCheckUrl("", NotificationTargetType.WEBHOOK.name()), "needed"),
                error(
                        "unsigned",
                        () -> target.doCheckCredentialsId("", "", NotificationTargetType.WEBHOOK.name()),
                        "needed"),
                ok("mail", () -> target.doCheckCredentialsId("", "", NotificationTargetType.EMAIL.name())),
                ok("recipients", () -> target.doCheckRecipients("a@b.c, d@e.f", NotificationTargetType.EMAIL.name())),
                error("nobody", () -> target.doCheckRecipients(" ", NotificationTargetType.EMAIL.name()), "needed"),
                error(
                        "no address",
                        () -> target.doCheckRecipients("ops", NotificationTargetType.EMAIL.name()),
                        "ops is no e-mail"),
                ok("events", () -> target.doCheckEvents("approval.requested deployment.stuck")),
                error(
                        "no event",
                        () -> target.doCheckEvents("aproval.requested"),
                        "did you mean 'approval.requested'?"),
                ok("exit codes", () -> scanner.doCheckFindingsExitCodes("1, 2")),
                error("no exit code", () -> scanner.doCheckFindingsExitCodes("256"), "'256' is no exit code"),
                ok("variables", () -> scanner.doCheckEnvironment("LEVEL=strict")),
                error("no variable", () -> scanner.doCheckEnvironment("strict"), "not of the form NAME=value"),
                ok("variable", () -> credential.doCheckVariable("TOKEN")),
                error("no name", () -> credential.doCheckVariable("1 TOKEN"), "1 TOKEN"),
                warning("gone token", () -> credential.doCheckCredentialsId("gone"), "gone"),
                ok("as many", () -> gate.doCheckMax("0")),
                error("fewer than none", () -> gate.doCheckMax("-1"), ""),
                ok("days", () -> DeliveryConfiguration.get().doCheckAuditRetentionDays("0")),
                error("no days", () -> DeliveryConfiguration.get().doCheckAuditRetentionDays("x"), ""),
                error("no report", () -> DeliveryConfiguration.get().doCheckLargestReportMegabytes("0"), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void a_field_says_what_is_wrong_with_it(String what, Supplier<FormValidation> check, Kind kind, String said) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            FormValidation answer = check.get();
            assertThat(answer.kind).as(answer.getMessage()).isEqualTo(kind);
            assertThat(String.valueOf(answer.getMessage())).contains(said);
        }
    }

    @Test
    void an_event_that_never_happens_is_refused_when_it_is_saved() {
        NotificationTargetSettings target = new NotificationTargetSettings("room");

        assertThatThrownBy(() -> target.setEvents(List.of("deployment.failed")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("events: there is no event 'deployment.failed'");
        assertThat(target.getEvents()).isEmpty();
    }

    private static Arguments ok(String what, Supplier<FormValidation> check) {
        return Arguments.of(what, check, Kind.OK, "");
    }

    private static Arguments warning(String what, Supplier<FormValidation> check, String said) {
        return Arguments.of(what, check, Kind.WARNING, said);
    }

    private static Arguments error(String what, Supplier<FormValidation> check, String said) {
        return Arguments.of(what, check, Kind.ERROR, said);
    }

    private static final class Job extends LocalJob<Job, Build> {
        private Job(String name) {
            super(Jenkins.get(), name);
        }

        @Override
        protected Build create() throws IOException {
            return new Build(this);
        }

        @Override
        protected Build load(File directory) throws IOException {
            throw new IOException("nothing is loaded here");
        }
    }

    private static final class Build extends Run<Job, Build> {
        private Build(Job job) throws IOException {
            super(job);
        }
    }
}
