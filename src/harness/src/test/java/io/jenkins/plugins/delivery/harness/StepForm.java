package io.jenkins.plugins.delivery.harness;

import static java.util.Map.entry;

import hudson.model.TaskListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** A step with a value for each field of its form, none of them the default. */
record StepForm(String symbol, Map<String, Object> arguments) {
    private static final Pattern FIELD = Pattern.compile("<f:entry[^>]* field=\"([^\"]+)\"");
    private static final Map<String, Object> RELEASE = Map.ofEntries(
            entry("environment", "production"),
            entry("app", "shop"),
            entry("manifests", "deploy/*.yaml"),
            entry("kustomize", "deploy/production"),
            entry("chart", "deploy/chart"),
            entry("image", "registry.example.com/shop:1.4"),
            entry("container", "main"),
            entry("releaseName", "shop-production"),
            entry("schemaFloor", "1.2"),
            entry("version", "1.4"),
            entry("timeout", "2h"),
            entry("progressDeadline", "7m"),
            entry("guardAfter", "20m"),
            entry("takeOver", true));

    static Stream<StepForm> all() {
        return Stream.of(
                of(
                        "securityScan",
                        "scanners",
                        List.of("trivy", "gitleaks"),
                        "image",
                        "shop:1.4",
                        "reports",
                        "out/*.sarif",
                        "gates",
                        List.of(Map.of("severity", "HIGH", "max", 3)),
                        "suppressions",
                        "accepted.yaml",
                        "vex",
                        "vex/*.json",
                        "name",
                        "Image",
                        "path",
                        "services/shop",
                        "timeout",
                        "45m",
                        "format",
                        "sarif",
                        "baseline",
                        "main",
                        "allowEmpty",
                        true),
                of(
                        "smokeTest",
                        "url",
                        "https://shop.example.com",
                        "file",
                        "smoke.yaml",
                        "openapi",
                        "openapi.json",
                        "environment",
                        "staging",
                        "timeout",
                        "5m",
                        "name",
                        "Smoke",
                        "include",
                        "/api/**",
                        "exclude",
                        "/api/admin/**",
                        "service",
                        "shop",
                        "interval",
                        "4s",
                        "stableFor",
                        "30s",
                        "concurrency",
                        7,
                        "credentialsId",
                        "shop-user"),
                of(
                        "approvalGate",
                        "environment",
                        "production",
                        "message",
                        "Go?",
                        "approvers",
                        List.of(Map.of("group", "ops", "count", 2)),
                        "quorum",
                        3,
                        "timeout",
                        "36h",
                        "onTimeout",
                        "RETURN",
                        "selfApproval",
                        true,
                        "reason",
                        "REQUIRED",
                        "ticket",
                        "CHG[0-9]+",
                        "evidence",
                        List.of("security-scan"),
                        "window",
                        "Mon-Fri 09:00-16:00 Europe/Berlin",
                        "artifact",
                        "registry.example.com/shop:1.4",
                        "reminder",
                        "2h"),
                release("rollingDeploy", "observe", "3m"),
                release(
                        "blueGreenDeploy",
                        "observe",
                        "3m",
                        "keepPrevious",
                        "30m",
                        "switchBy",
                        "ingress",
                        "route",
                        "shop-web"),
                release(
                        "canaryPromote",
                        "router",
                        "nginx",
                        "interval",
                        "2m",
                        "route",
                        "shop-web",
                        "baseline",
                        true,
                        "pauseTimeout",
                        "3h",
                        "maxSurge",
                        "40%",
                        "maxUnavailable",
                        "1",
                        "warmUp",
                        "90s",
                        "holdLimit",
                        "25m"),
                of(
                        "rollbackDeploy",
                        "environment",
                        "production",
                        "app",
                        "shop",
                        "to",
                        "1.3",
                        "timeout",
                        "2h",
                        "progressDeadline",
                        "7m"),
                of(
                        "deliveryReport",
                        "kind",
                        "terraform-plan",
                        "file",
                        "plan.json",
                        "name",
                        "Plan",
                        "before",
                        "old.json",
                        "artifact",
                        "plan.txt",
                        "propagate",
                        false),
                of("deliveryAccount", "app", "shop", "version", "1.4", "done", 3, "problem", "The registry refused"),
                of("deliveryChoice", "owner", "deployTo", "value", "helm", "what", "tool"),
                of("deliveryEnvironment", "environment", "staging"),
                of(
                        "deliveryNews",
                        "message",
                        "It is done",
                        "title",
                        "Shop",
                        "event",
                        "pipeline.finished",
                        "environment",
                        "staging"),
                of("deliveryNotes", "about", "INCIDENT", "environment", "production", "app", "shop"),
                of("deliveryPlan", "image", "registry.example.com/shop", "strategySaid", true),
                of(
                        "deliveryPromotion",
                        "app",
                        "shop",
                        "image",
                        "shop@sha256:" + "ab".repeat(32),
                        "from",
                        "staging",
                        "to",
                        "production",
                        "vouched",
                        true),
                of(
                        "deliveryReadiness",
                        "version",
                        "1.4",
                        "manifests",
                        "deploy/*.yaml",
                        "allowDirty",
                        true,
                        "allowShallow",
                        true),
                of("deliveryWorkspace", "tool", "maven", "suite", "UNIT"));
    }

    /** The steps of this plugin that Jenkins offers. */
    static List<String> offered() {
        return StepDescriptor.all().stream()
                .filter(each -> each.clazz.getName().startsWith("io.jenkins.plugins.delivery."))
                .map(StepDescriptor::getFunctionName)
                .toList();
    }

    private static StepForm of(String symbol, Object... pairs) {
        Map<String, Object> arguments = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put((String) pairs[i], pairs[i + 1]);
        }
        return new StepForm(symbol, arguments);
    }

    private static StepForm release(String symbol, Object... pairs) {
        StepForm more = of(symbol, pairs);
        more.arguments.putAll(RELEASE);
        return more;
    }

    Step step() throws Exception {
        return DescribableModel.of(descriptor().clazz).instantiate(arguments, TaskListener.NULL);
    }

    /** What the form asks for. */
    Set<String> fields() throws IOException {
        Class<?> type = descriptor().clazz;
        try (InputStream form = type.getResourceAsStream(type.getSimpleName() + "/config.jelly")) {
            String text = new String(form.readAllBytes(), StandardCharsets.UTF_8);
            return FIELD.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private StepDescriptor descriptor() {
        return StepDescriptor.all().stream()
                .filter(each -> each.getFunctionName().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return symbol;
    }
}
