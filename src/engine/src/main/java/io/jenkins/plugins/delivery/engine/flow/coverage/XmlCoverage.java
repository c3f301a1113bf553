package io.jenkins.plugins.delivery.engine.flow.coverage;

import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import io.jenkins.plugins.delivery.engine.xml.XmlElements;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** JaCoCo counts at the end of its root element, Cobertura in the attributes of it. */
final class XmlCoverage implements XmlElements.Handler {
    private String root = "";
    private Ratio lines = Ratio.UNKNOWN;
    private Ratio branches = Ratio.UNKNOWN;

    private XmlCoverage() {}

    static Counts read(ReportInput file) throws IOException {
        XmlCoverage coverage = new XmlCoverage();
        file.elements(coverage);
        if (!coverage.root.equals("report") && !coverage.root.equals("coverage")) {
            throw new ReportException(
                    file.name(),
                    "expected a report of JaCoCo (report) or Cobertura (coverage), but its root element is "
                            + coverage.root);
        }
        return new Counts(coverage.lines, coverage.branches);
    }

    @Override
    public void begin(String path, UnaryOperator<String> attributes) {
        if (root.isEmpty()) {
            root = path;
            cobertura(attributes);
        } else if (path.equals("report/counter")) {
            jacoco(attributes);
        }
    }

    private void jacoco(UnaryOperator<String> attributes) {
        long covered = number(attributes.apply("covered"));
        Ratio ratio = Ratio.of(covered, covered + number(attributes.apply("missed")));
        if ("LINE".equals(attributes.apply("type"))) {
            lines = ratio;
        } else if ("BRANCH".equals(attributes.apply("type"))) {
            branches = ratio;
        }
    }

    private void cobertura(UnaryOperator<String> attributes) {
        if (root.equals("coverage")) {
            lines = ratio(attributes, "line");
            branches = ratio(attributes, "branch");
        }
    }

    private static Ratio ratio(UnaryOperator<String> attributes, String what) {
        String plural = what.equals("branch") ? "branches" : "lines";
        Ratio counted =
                Ratio.of(number(attributes.apply(plural + "-covered")), number(attributes.apply(plural + "-valid")));
        String rate = attributes.apply(what + "-rate");
        boolean nothing = "0".equals(attributes.apply(plural + "-valid"));
        return counted.known() || rate == null || nothing ? counted : rate(rate);
    }

    private static Ratio rate(String rate) {
        try {
            return Ratio.of(Double.parseDouble(rate));
        } catch (NumberFormatException e) {
            return Ratio.UNKNOWN;
        }
    }

    private static long number(String text) {
        return text != null && text.matches("[0-9]{1,15}") ? Long.parseLong(text) : -1;
    }
}
