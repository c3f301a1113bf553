package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deployment in the trace that the plugin opentelemetry makes of its build. */
@ExtendWith({WithJenkins.class, WithCluster.class})
@NeedsWar("changes where the spans of builds are sent")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenTelemetryTest {
    private static final String JOB = "traced";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private RealJenkins jenkins;
    private Cluster cluster;
    private OtlpReceiver receiver;

    @BeforeAll
    void start(RealJenkins shared, Cluster own) throws Exception {
        for (String plugin : List.of("opentelemetry", "git", "pipeline-groovy-lib", "credentials-binding")) {
            assumeTrue(
                    shared.plugins().plugin(plugin).isPresent(),
                    "Skipped: the plugin " + plugin + " is not in the folder of plugins.");
        }
        jenkins = shared;
        cluster = own;
        receiver = new OtlpReceiver();
        sendTo(receiver.url());
    }

    @AfterAll
    void stop() {
        if (receiver != null) {
            sendTo("");
            receiver.close();
        }
    }

    @Test
    void aDeploymentIsOnTheSpanOfItsBuildAndItsEventInTheSameTrace() throws Exception {
        GlobalLibrary.load(jenkins, false);

        Builds.Ended ended = new Builds(jenkins.as("admin"))
                .run(
                        JOB,
                        Scripts.script(
                                "opentelemetry-job.groovy",
                                Map.of(
                                        "JOB",
                                        JOB,
                                        "IMAGE",
                                        cluster.image("1"),
                                        "MANIFESTS",
                                        TinyApp.manifests(JOB),
                                        "ENDPOINT",
                                        receiver.url())));

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        assertThat(ended.log()).doesNotContain("deploymentEvent:");
        Span build = receiver.span(OpenTelemetryTest::isBuild, PATIENCE);
        assertThat(attributes(build))
                .containsEntry("service.name", JOB)
                .containsEntry("service.version", "1")
                .containsEntry("deployment.environment.name", "production")
                .containsEntry("deployment.status", "succeeded");
        assertThat(receiver.records()).singleElement().satisfies(event -> {
            assertThat(event.path("eventName").asText()).isEqualTo("deployment");
            assertThat(event.path("traceId").asText()).isEqualTo(hex(build.getTraceId()));
            assertThat(spanOf(event).getTraceId()).isEqualTo(build.getTraceId());
        });
    }

    /** Requests for its pages have a span with the name of the job as well, but not with the type of the pipeline. */
    private static boolean isBuild(Span span) {
        Map<String, String> attributes = attributes(span);
        return JOB.equals(attributes.get("ci.pipeline.id")) && attributes.containsKey("ci.pipeline.type");
    }

    private Span spanOf(JsonNode event) throws InterruptedException {
        return receiver.span(
                span -> hex(span.getSpanId()).equals(event.path("spanId").asText()), PATIENCE);
    }

    private static Map<String, String> attributes(Span span) {
        return span.getAttributesList().stream().collect(Collectors.toMap(KeyValue::getKey, each -> each.getValue()
                .getStringValue()));
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    private void sendTo(String endpoint) {
        assertThat(jenkins.as("admin").script(Scripts.script("opentelemetry.groovy", Map.of("ENDPOINT", endpoint))))
                .isEqualTo("there");
    }
}
