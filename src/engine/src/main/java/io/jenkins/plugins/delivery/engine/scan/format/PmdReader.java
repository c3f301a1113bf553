package io.jenkins.plugins.delivery.engine.scan.format;

import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import javax.xml.stream.XMLStreamReader;

/** PMD: the priority counts, 1 being the worst. Violations that are suppressed in the source are no findings. */
final class PmdReader extends XmlReader {
    PmdReader() {
        super(
                "pmd-xml",
                "PMD XML",
                SeverityTable.otherwise(Severity.MEDIUM)
                        .with(Severity.HIGH, "priority 1", "priority 2")
                        .with(Severity.MEDIUM, "priority 3")
                        .with(Severity.LOW, "priority 4")
                        .with(Severity.INFO, "priority 5"),
                "pmd");
    }

    @Override
    XmlInput.Handler handler(FindingSink sink) {
        return new Violations(sink);
    }

    private final class Violations implements XmlInput.Handler {
        private final FindingSink sink;
        private String version = "";
        private String file = "";
        private FindingDraft violation = new FindingDraft("PMD", Kind.CODE);
        private String member = "";

        Violations(FindingSink sink) {
            this.sink = sink;
        }

        @Override
        public void start(String name, XMLStreamReader element) {
            switch (name) {
                case "pmd" -> version = String.valueOf(attribute(element, "version"));
                case "file" -> file = String.valueOf(attribute(element, "name"));
                case "violation" -> begin(element);
                case "error", "configerror" ->
                    sink.incomplete("PMD could not look at "
                            + attribute(element, name.equals("error") ? "filename" : "rule") + ": "
                            + attribute(element, "msg"));
                default -> {
                    // What was suppressed.
                }
            }
        }

        private void begin(XMLStreamReader element) {
            String priority = "priority " + attribute(element, "priority");
            violation = new FindingDraft("PMD", Kind.CODE)
                    .rule(attribute(element, "rule"))
                    .severity(severities().of(priority), priority)
                    .place(file, number(element, "beginline"));
            member = attribute(element, "class") + "." + attribute(element, "method") + "."
                    + attribute(element, "variable");
        }

        @Override
        public void end(String name, String text) {
            if (name.equals("violation")) {
                sink.finding(violation.message(text).identity(member + " " + text));
            } else if (name.equals("pmd")) {
                sink.run("PMD", version);
            }
        }
    }
}
