package io.jenkins.plugins.delivery.engine.smoke;

import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A smoke report as JUnit XML, so that a build's test page shows it. */
public final class JUnitXml {
    private JUnitXml() {}

    /** @param suite name of the test suite, such as {@code smokeTest staging} */
    public static String of(String suite, SmokeReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            attribute(xml, "name", suite);
            attribute(xml, "tests", String.valueOf(report.total()));
            attribute(xml, "failures", String.valueOf(report.failed()));
            attribute(xml, "time", seconds(report.duration().toMillis()));
            attribute(xml, "timestamp", report.start().toString());
            for (CheckResult check : report.checks()) {
                write(xml, suite, check);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A writer in memory does not fail.", e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, String suite, CheckResult check) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", suite);
        attribute(xml, "name", check.name());
        attribute(xml, "time", seconds(check.percentileMillis(50)));
        Mismatch error = check.lastError();
        if (!check.passed() && error != null) {
            xml.writeStartElement("failure");
            attribute(xml, "message", error.toString());
            StringBuilder lines = new StringBuilder(check.target()).append('\n');
            for (TimelineEntry entry : check.timeline()) {
                lines.append(entry.at()).append(' ').append(entry.words()).append('\n');
            }
            xml.writeCharacters(clean(lines.toString()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    /** A server may answer with characters that XML does not know. */
    private static String clean(String text) {
        return text.replaceAll("[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD]", "?");
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", Duration.ofMillis(millis).toMillis() / 1000.0);
    }
}
