package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real {@code jmeter} with a shop of this machine. */
@Timeout(120)
class JMeterTest {
    private static final String PLAN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <jmeterTestPlan version="1.2" properties="2.8">
              <hashTree>
                <TestPlan guiclass="TestPlanGui" testclass="TestPlan" testname="Shop" enabled="true"/>
                <hashTree>
                  <ThreadGroup guiclass="ThreadGroupGui" testclass="ThreadGroup" testname="Visitors" enabled="true">
                    <elementProp name="ThreadGroup.main_controller" elementType="LoopController" guiclass="LoopControlPanel" testclass="LoopController" testname="Loop" enabled="true">
                      <boolProp name="LoopController.continue_forever">false</boolProp>
                      <stringProp name="LoopController.loops">5</stringProp>
                    </elementProp>
                    <stringProp name="ThreadGroup.num_threads">2</stringProp>
                    <stringProp name="ThreadGroup.ramp_time">0</stringProp>
                    <stringProp name="ThreadGroup.on_sample_error">continue</stringProp>
                  </ThreadGroup>
                  <hashTree>
                    %s%s
                  </hashTree>
                </hashTree>
              </hashTree>
            </jmeterTestPlan>
            """;
    private static final String REQUEST = """
            <HTTPSamplerProxy guiclass="HttpTestSampleGui" testclass="HTTPSamplerProxy" testname="%s" enabled="true">
              <stringProp name="HTTPSampler.path">${__P(url)}%s</stringProp>
              <stringProp name="HTTPSampler.method">GET</stringProp>
            </HTTPSamplerProxy>
            <hashTree/>
            """;

    @TempDir
    Path folder;

    @Test
    void itsLogIsReadAndJudged() throws Exception {
        assumeTrue(Programs.has("jmeter"), "Skipped: there is no jmeter on the PATH to put on load with");
        HttpServer shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        shop.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/") ? 200 : 404, -1);
            exchange.close();
        });
        shop.start();
        try {
            PipelineOutcome outcome = new Rehearsed(folder)
                    .file(
                            "load/shop.jmx",
                            PLAN.formatted(
                                    REQUEST.formatted("Home, &quot;the&quot; first", "/"),
                                    REQUEST.formatted("Gone", "/gone")))
                    .run("node { loadTest url: 'http://127.0.0.1:%d' }"
                            .formatted(shop.getAddress().getPort()));
            assumeFalse(
                    outcome.text().contains("ForbiddenClassException"),
                    "Skipped: the jmeter on the PATH reads no plan, as that of Debian 12 does not");
            assertThat(outcome.text())
                    .contains("loadTest: jmeter, because load/shop.jmx is here")
                    .contains("JMeter made 20 requests, 50.00 % of them failed.");
            assertThat(outcome.error()).contains("share of failed requests: 50%, 1% allowed");
        } finally {
            shop.stop(0);
        }
    }
}
