package io.jenkins.plugins.delivery.rehearsal.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Expectation;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Stage;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A test case for each stage, and one for what the scenario demanded. */
final class JUnitXml {
    private record Case(
            String name, long millis, @CheckForNull String failure, boolean skipped) {}

    private JUnitXml() {}

    static String of(RehearsalResult result) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, result, cases(result));
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory fails only for illegal XML", e);
        }
        return text.append('\n').toString();
    }

    private static List<Case> cases(RehearsalResult result) {
        List<Case> cases = new ArrayList<>();
        for (Stage stage : result.stages()) {
            boolean failed = "FAILURE".equals(stage.state())
                    || "ABORTED".equals(stage.state())
                    || "NOT_BUILT".equals(stage.state());
            String error = stage.error() == null ? stage.state() : stage.error();
            cases.add(
                    new Case(stage.name(), stage.realMillis(), failed ? error : null, "SKIPPED".equals(stage.state())));
        }
        Expectation expectation = result.expectation();
        if (expectation != null) {
            String unmet = expectation.met() ? null : String.join("\n", expectation.lines());
            cases.add(new Case("expectation of the scenario", 0, unmet, false));
        }
        return cases;
    }

    private static void write(XMLStreamWriter xml, RehearsalResult result, List<Case> cases) throws XMLStreamException {
        String suite = result.pipeline().name()
                + (result.pipeline().scenario() == null
                        ? ""
                        : "." + result.pipeline().scenario());
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", clean("rehearsal." + suite));
        xml.writeAttribute("tests", Integer.toString(cases.size()));
        xml.writeAttribute(
                "failures",
                Long.toString(cases.stream().filter(c -> c.failure() != null).count()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute(
                "skipped", Long.toString(cases.stream().filter(Case::skipped).count()));
        xml.writeAttribute("time", seconds(result.times().realMillis()));
        for (Case one : cases) {
            write(xml, suite, one);
        }
        xml.writeEndElement();
    }

    private static void write(XMLStreamWriter xml, String suite, Case one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean("rehearsal." + suite));
        xml.writeAttribute("name", clean(one.name()));
        xml.writeAttribute("time", seconds(one.millis()));
        if (one.skipped()) {
            xml.writeEmptyElement("skipped");
        }
        if (one.failure() != null) {
            xml.writeStartElement("failure");
            xml.writeAttribute(
                    "message", clean(one.failure().lines().findFirst().orElse("")));
            xml.writeCharacters(clean(one.failure()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String clean(String text) {
        return text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c >= 0x20 && c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF
                        ? c
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
