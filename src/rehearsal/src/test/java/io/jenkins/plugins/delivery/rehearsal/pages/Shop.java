package io.jenkins.plugins.delivery.rehearsal.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.engine.record.DeploymentOutcome;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.engine.scan.AssessedFinding;
import io.jenkins.plugins.delivery.engine.scan.Finding;
import io.jenkins.plugins.delivery.engine.scan.FindingStore;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Place;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import io.jenkins.plugins.delivery.engine.scan.Standing;
import io.jenkins.plugins.delivery.environments.DeploymentHistory;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRequest;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRun;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRuntime;
import io.jenkins.plugins.delivery.rehearsal.runtime.RehearsalController;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.DeliveryTab;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.steps.rollout.RolloutAction;
import io.jenkins.plugins.delivery.steps.rollout.UnderWay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/** A controller with the builds of rehearsals, and whatever a test adds to them. */
final class Shop implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper TREES = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Path RECORDED = Path.of("src/test/resources/io/jenkins/plugins/delivery/rehearsal/pages/home");

    private final RehearsalController controller;
    private final VirtualClock clock = new VirtualClock();

    Shop(Path home) throws IOException {
        copy(RECORDED, home);
        controller = RehearsalController.start(home, clock, jenkins -> DeliveryConfiguration.get()
                .setEnvironments(List.of(new EnvironmentSettings("staging"), new EnvironmentSettings("production"))));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    Run<?, ?> build(int number) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            return ((Job<?, ?>) Jenkins.get().getItemByFullName("storefront")).getBuildByNumber(number);
        }
    }

    /** Runs a script as the next build of a job, in real time; whoever calls this waits for what the script does. */
    PipelineRun run(String job, String script) throws IOException {
        clock.realTime(true);
        return new PipelineRuntime()
                .start(PipelineRequest.ofScript(script)
                        .home(controller.home())
                        .clock(clock)
                        .jobName(job)
                        .build());
    }

    /** The rollout that the second build made in production, as if it waited for somebody now. */
    UnderWay paused() throws IOException {
        RolloutAction report = DeliveryReport.find(build(2), RolloutAction.class, "rollout-storefront-in-production")
                .orElseThrow();
        String xml = Files.readString(build(2).getRootDir().toPath().resolve("build.xml"));
        String id = xml.substring(xml.indexOf("<url>" + report.getUrlName() + "</url>"))
                .replaceFirst("(?s).*?<id>([^<]+)</id>.*", "$1");
        return new UnderWay(id, report);
    }

    /** A report of any kind with this model. */
    static final class Told extends DeliveryReport {
        private final String title;

        Told(String kind, String name, String title) {
            super(kind, name);
            this.title = title;
        }

        @Override
        public String getTitle() {
            return title;
        }

        @Override
        public String getIconFileName() {
            return "symbol-rocket-outline plugin-ionicons-api";
        }
    }

    Told tell(int build, String kind, String name, ReportVerdict verdict, String headline, JsonNode model)
            throws IOException {
        Told told = new Told(kind, name, kind);
        told.publish(build(build), verdict, headline, List.of(headline), model);
        return told;
    }

    /** The model of a recorded report, with every text in it replaced. */
    ObjectNode hostile(String urlName, String text) {
        JsonNode model = DeliveryReport.find(build(2), DeliveryReport.class, urlName)
                .orElseThrow()
                .getModel();
        return (ObjectNode) replaced(model, text);
    }

    private static JsonNode replaced(JsonNode node, String text) {
        if (node.isTextual()) {
            boolean kept = node.asText().matches("[A-Z_]+|\\d{4}-\\d\\d-.*");
            return kept ? node : JSON.getNodeFactory().textNode(text);
        }
        if (node.isArray()) {
            var list = JSON.createArrayNode();
            node.forEach(one -> list.add(replaced(one, text)));
            return list;
        }
        if (node.isObject()) {
            var object = JSON.createObjectNode();
            node.properties().forEach(entry -> object.set(entry.getKey(), replaced(entry.getValue(), text)));
            return object;
        }
        return node;
    }

    /** The scan of the first build found this many things. */
    void findings(int count, String message) throws IOException {
        List<AssessedFinding> all = new ArrayList<>(count);
        Severity[] severities = {Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL};
        for (int i = 0; i < count; i++) {
            all.add(new AssessedFinding(
                    new Finding(
                            "fingerprint-" + i,
                            List.of(),
                            List.of("SpotBugs"),
                            "RULE-" + i % 400,
                            List.of(),
                            Kind.CODE,
                            severities[i % 97 == 0 ? 3 : i % 3],
                            "",
                            message + " " + i,
                            new Place("src/main/java/com/example/Class" + i % 2_000 + ".java", i % 900 + 1),
                            null,
                            null),
                    i % 5 == 0 ? Standing.NEW : Standing.OUTSTANDING,
                    ""));
        }
        new FindingStore(findings()).write(all);
    }

    /** The file with what the scan of the first build found. */
    Path findings() throws IOException {
        try (Stream<Path> files = Files.list(build(1).getRootDir().toPath().resolve("delivery"))) {
            return files.filter(one -> one.toString().endsWith(".findings"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    void deployed(
            String application, String environment, String version, DeploymentOutcome outcome, int build, Duration ago)
            throws IOException {
        Instant at = Instant.now().minus(ago);
        DeploymentHistory.get()
                .log()
                .append(new DeploymentRecord(
                        "storefront#" + build + "/" + application + "-" + environment + "-" + version,
                        application,
                        environment,
                        version,
                        null,
                        List.of(),
                        at.minus(Duration.ofHours(20)),
                        "canary",
                        "job/storefront/" + build + "/",
                        List.of("bob"),
                        List.of("alice"),
                        null,
                        at.minusSeconds(400),
                        at,
                        outcome,
                        outcome == DeploymentOutcome.SUCCEEDED ? "" : "error-rate: 29.89 %, above the limit of 1 %"));
    }

    /** What the rehearsed builds deployed, and when, seen from now. */
    void delivered() throws IOException {
        deployed("storefront", "staging", "1.5.0", DeploymentOutcome.SUCCEEDED, 1, Duration.ofHours(3));
        deployed("storefront", "production", "1.4.2", DeploymentOutcome.SUCCEEDED, 1, Duration.ofDays(9));
        deployed("storefront", "production", "1.5.0", DeploymentOutcome.ROLLED_BACK, 2, Duration.ofHours(2));
    }

    /** Two approvals that wait, one of them for who looks. */
    String waiting() {
        JsonNode model = DeliveryReport.find(build(2), DeliveryReport.class, "approval-production")
                .orElseThrow()
                .getModel();
        var approvals = JSON.createArrayNode();
        for (boolean mine : new boolean[] {true, false}) {
            ObjectNode one = model.deepCopy();
            one.put("build", "storefront #2").put("url", "job/storefront/2/approval-production/");
            one.put("mine", mine).put("open", true);
            one.putArray("votes");
            one.putArray("missing").add("1 of group release-managers");
            approvals.add(one);
        }
        return JSON.createObjectNode().set("approvals", approvals).toString();
    }

    /** What the page of a build asks for, with the stages of the rehearsal, whose flow was not kept. */
    String delivery(int number) throws IOException {
        Run<?, ?> run = build(number);
        DeliveryTab tab = run.getAction(DeliveryTab.class);
        ObjectNode model = TREES.valueToTree(((JsonResponse) tab.doJson()).model());
        model.set("stages", JSON.readTree(Shop.class.getResource("stages.json")).path(String.valueOf(number)));
        for (JsonNode report : model.path("reports")) {
            String[] url = report.path("url").asText().split("/");
            JsonNode told = DeliveryReport.find(run, DeliveryReport.class, url[url.length - 1])
                    .orElseThrow()
                    .getModel();
            String at = told.path("since")
                    .asText(told.path("end")
                            .asText(told.at("/decision/decidedAt").asText()));
            ((ObjectNode) report)
                    .put("at", at.isEmpty() ? model.at("/stages/3/endedAt").asText() : at);
        }
        return model.toString();
    }

    /** As many deployments of 200 services, one line of the log each. */
    void deployments(int count) throws IOException {
        deployed("service-0", "staging", "1.0", DeploymentOutcome.SUCCEEDED, 1, Duration.ofHours(1));
        Path log = controller.home().resolve("progressive-delivery/deployments.jsonl");
        List<String> lines = Files.readAllLines(log);
        String line = lines.get(lines.size() - 1);
        List<String> more = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            more.add(line.replace("service-0", "service-" + i % 200)
                    .replace("1.0", "1." + i)
                    .replace("staging", i % 2 == 0 ? "staging" : "production"));
        }
        Files.write(log, more, StandardOpenOption.APPEND);
    }

    @Override
    public void close() {
        controller.close();
        clock.close();
    }
}
