package io.jenkins.plugins.delivery.rehearsal.steps.junit;

import hudson.AbortException;
import io.jenkins.plugins.delivery.engine.xml.SafeXml;
import io.jenkins.plugins.delivery.rehearsal.steps.junit.TestCase.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML that Surefire and most other test runners write. Entities from outside are never fetched. */
final class ReportReader {
    private final List<TestCase> cases = new ArrayList<>();
    private String suite = "";

    static List<TestCase> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ReportReader reader = new ReportReader();
            reader.read(SafeXml.reader(in));
            return reader.cases;
        } catch (XMLStreamException broken) {
            throw new AbortException("Failed to read test report file " + file + ": " + broken.getMessage());
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "testsuite" -> suite = attribute(xml, "name");
                    case "testcase" -> cases.add(testCase(xml));
                    default -> {
                        // properties and output of the suite
                    }
                }
            }
        }
    }

    private TestCase testCase(XMLStreamReader xml) throws XMLStreamException {
        String className = attribute(xml, "classname");
        String name = attribute(xml, "name");
        double seconds = seconds(attribute(xml, "time"));
        Outcome outcome = Outcome.PASSED;
        String message = "";
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                Outcome said = outcome(xml.getLocalName());
                if (said != null) {
                    outcome = said;
                    message = attribute(xml, "message");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return new TestCase(suite, className, name, outcome, seconds, message);
    }

    private static Outcome outcome(String element) {
        return switch (element) {
            case "failure", "error" -> Outcome.FAILED;
            case "skipped" -> Outcome.SKIPPED;
            default -> null;
        };
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static double seconds(String time) {
        try {
            return time.isEmpty() ? 0 : Double.parseDouble(time.replace(",", ""));
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
