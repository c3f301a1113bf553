package io.jenkins.plugins.delivery.engine.exposition;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Families in the text format of Prometheus, version 0.0.4.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">exposition formats</a>
 */
public final class ExpositionText {
    /** What the format is called in HTTP. */
    public static final String CONTENT_TYPE = "text/plain;version=0.0.4;charset=UTF-8";

    private ExpositionText() {}

    public static String of(Collection<MetricFamily> families) {
        return families.stream().map(ExpositionText::of).collect(Collectors.joining());
    }

    private static String of(MetricFamily family) {
        return "# HELP " + family.name() + ' ' + escaped(family.help()) + '\n'
                + "# TYPE " + family.name() + ' ' + family.type().name().toLowerCase(Locale.ROOT) + '\n'
                + family.samples().stream().map(ExpositionText::line).collect(Collectors.joining());
    }

    private static String line(MetricFamily.Sample sample) {
        String labels = sample.labels().entrySet().stream()
                .map(label -> label.getKey() + "=\"" + escaped(label.getValue()).replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(","));
        return sample.name() + (labels.isEmpty() ? "" : '{' + labels + '}') + ' ' + sample.value() + '\n';
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
