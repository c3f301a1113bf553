package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import javax.xml.stream.XMLStreamReader;

/** SpotBugs and FindBugs, with any plugin such as FindSecBugs: the priority counts, 1 being the worst. */
final class SpotBugsReader extends XmlReader {
    SpotBugsReader() {
        super(
                "spotbugs-xml",
                "SpotBugs XML",
                SeverityTable.otherwise(Severity.MEDIUM)
                        .with(Severity.HIGH, "priority 1")
                        .with(Severity.MEDIUM, "priority 2")
                        .with(Severity.LOW, "priority 3", "priority 4", "priority 5"),
                "BugCollection");
    }

    @Override
    XmlInput.Handler handler(FindingSink sink) {
        return new Bugs(sink);
    }

    private final class Bugs implements XmlInput.Handler {
        private final FindingSink sink;
        private String version = "";

        @CheckForNull
        private FindingDraft bug;

        private boolean placed;
        private String member = "";
        private String type = "";

        Bugs(FindingSink sink) {
            this.sink = sink;
        }

        @Override
        public void start(String name, XMLStreamReader element) {
            switch (name) {
                case "BugCollection" -> version = String.valueOf(attribute(element, "version"));
                case "BugInstance" -> begin(element);
                case "Class", "Method", "Field" ->
                    member += " " + attribute(element, "classname") + "." + attribute(element, "name");
                case "SourceLine" -> place(element);
                default -> {
                    // Properties and annotations of a bug.
                }
            }
        }

        private void begin(XMLStreamReader element) {
            String priority = "priority " + attribute(element, "priority");
            type = String.valueOf(attribute(element, "type"));
            bug = new FindingDraft("SpotBugs", Kind.CODE)
                    .rule(type)
                    .severity(severities().of(priority), priority);
            placed = false;
            member = "";
        }

        /** The source line of the bug itself comes after those of its class and method, and is a child of neither. */
        private void place(XMLStreamReader element) {
            FindingDraft current = bug;
            String path = attribute(element, "sourcepath");
            if (current != null && path != null && (!placed || "true".equals(attribute(element, "primary")))) {
                current.place(path, number(element, "start"));
                placed = true;
            }
        }

        @Override
        public void end(String name, String text) {
            FindingDraft current = bug;
            if (name.equals("BugCollection")) {
                sink.run("SpotBugs", version);
            } else if (current != null && name.equals("LongMessage")) {
                current.message(text);
            } else if (current != null && name.equals("BugInstance")) {
                sink.finding(current.identity(type + member));
                bug = null;
            }
        }
    }
}
