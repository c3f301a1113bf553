package io.jenkins.plugins.delivery.engine.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitXmlTest {
    @Test
    void showsWhatFailedAndWhy() throws Exception {
        Instant start = Instant.parse("2026-06-01T12:00:00Z");
        Mismatch error = new Mismatch("status 2xx", "status 500 with '<b>\u0000&'");
        CheckResult bad = new CheckResult(
                "/a",
                "GET http://a/a",
                false,
                3,
                error,
                error,
                List.of(12L),
                List.of(new TimelineEntry(start, false, error.toString())));
        CheckResult good = new CheckResult("/b", "GET http://a/b", true, 1, null, null, List.of(40L), List.of());
        String xml = JUnitXml.of("staging", new SmokeReport(List.of(bad, good), start, start.plusMillis(2500)));
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("time")).isEqualTo("2.500");
        assertThat(((Element) suite.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo("expected status 2xx, got status 500 with '<b>?&'");
    }
}
