package io.jenkins.plugins.delivery.engine.flow.load;

import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import io.jenkins.plugins.delivery.engine.xml.XmlElements;
import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * JMeter's JTL as XML, {@code testResults} with a {@code sample} or {@code httpSample} for each request; what a sample is made of, such as a
 * redirect, is part of it and not counted again, as in the CSV. Source: https://jmeter.apache.org/usermanual/listeners.html#xmlformat2.1.
 */
final class JMeterXml implements LoadFormat {
    @Override
    public LoadResult read(ReportInput file) throws IOException {
        Elements elements = new Elements();
        file.elements(elements);
        if (elements.problem != null) {
            throw new ReportException(file.name(), elements.problem);
        }
        return elements.samples.result("JMeter");
    }

    private static final class Elements implements XmlElements.Handler {
        private final Samples samples = new Samples();
        private long read;
        private String problem;

        @Override
        public void begin(String path, UnaryOperator<String> attributes) {
            if (path.indexOf('/') < 0 && !path.equals("testResults")) {
                problem = "expected JMeter's 'testResults', but the document is a '" + path + "'";
            }
            if (problem == null && (path.equals("testResults/sample") || path.equals("testResults/httpSample"))) {
                read++;
                sample(attributes);
            }
        }

        private void sample(UnaryOperator<String> attributes) {
            double begun = number("ts", attributes);
            double elapsed = number("t", attributes);
            String label = text("lb", attributes);
            boolean passed = text("s", attributes).equals("true");
            if (problem == null) {
                samples.add(label, begun + elapsed, elapsed);
                if (!passed) {
                    samples.error(label);
                }
            }
        }

        private String text(String name, UnaryOperator<String> attributes) {
            String value = attributes.apply(name);
            if (value == null && problem == null) {
                problem = "expected '" + name + "' at sample " + read + " of JMeter's log";
            }
            return value == null ? "" : value;
        }

        private double number(String name, UnaryOperator<String> attributes) {
            String value = text(name, attributes);
            if (value.matches("\\d{1,18}")) {
                return Long.parseLong(value);
            }
            if (problem == null) {
                problem = "expected a number of milliseconds as '" + name + "' at sample " + read
                        + " of JMeter's log, but it is '" + value + "'";
            }
            return 0;
        }
    }
}
