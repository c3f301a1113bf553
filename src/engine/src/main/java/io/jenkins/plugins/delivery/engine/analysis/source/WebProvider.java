package io.jenkins.plugins.delivery.engine.analysis.source;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Line;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Point;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Range;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Several;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Value;
import io.jenkins.plugins.delivery.engine.analysis.MetricProvider;
import io.jenkins.plugins.delivery.engine.analysis.TimeRange;
import io.jenkins.plugins.delivery.engine.analysis.WebQuery;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON document with a number in it.
 *
 * <p>The URL is the administrator's. It may have placeholders such as {@code {{app}}} in its path and query, whose values
 * are encoded, so that none of them leads elsewhere; {@code {{start}}}, {@code {{end}}} and {@code {{step}}} are seconds.
 */
public final class WebProvider implements MetricProvider {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+)}}");

    private final Endpoint endpoint;
    private final String template;
    private final String path;

    /**
     * @param endpoint who is asked; its URL is not used
     * @param template URL with placeholders after the host
     * @param path JSON path of the number, unless a metric says it; null where each metric has to
     */
    public WebProvider(Endpoint endpoint, String template, @CheckForNull String path) {
        this.endpoint = endpoint;
        this.template = template;
        this.path = path == null ? "" : path;
    }

    /** What is wrong with a JSON path. */
    public static Optional<String> problemWith(String jsonPath) {
        return JsonNumbers.problem(jsonPath);
    }

    /** The URL as it would be with some values; what stands before the path is left alone. */
    public static String withoutPlaceholders(String url) {
        int scheme = url.indexOf("://");
        int path = url.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        int end = path < 0 ? url.length() : path;
        return url.substring(0, end) + PLACEHOLDER.matcher(url.substring(end)).replaceAll("x");
    }

    @Override
    public CompletableFuture<Measurement> measure(String query, Instant at) {
        return ask(query, at, at, 0).thenApply(WebProvider::oneOrSeveral);
    }

    /** A list of numbers, taken for points of the range whose newest is at its end. */
    @Override
    public CompletableFuture<Measurement> range(String query, TimeRange range) {
        return ask(query, range.from(), range.to(), range.step().toSeconds())
                .thenApply(answer -> answer instanceof Several several ? line(several.numbers(), range) : answer);
    }

    @Override
    public CompletableFuture<Optional<String>> problem(String query) {
        return CompletableFuture.completedFuture(JsonNumbers.problem(path(WebQuery.parse(query)))
                .or(() -> url(WebQuery.parse(query), Map.of("start", "0", "end", "0", "step", "0"))
                                instanceof Failed failed
                        ? Optional.of(failed.reason())
                        : Optional.empty()));
    }

    private CompletableFuture<Measurement> ask(String query, Instant from, Instant to, long step) {
        WebQuery asked = WebQuery.parse(query);
        Map<String, String> times = Map.of(
                "start", Long.toString(from.getEpochSecond()),
                "end", Long.toString(to.getEpochSecond()),
                "step", Long.toString(step));
        Object url = url(asked, times);
        if (url instanceof Failed failed) {
            return CompletableFuture.completedFuture(failed);
        }
        return endpoint.get(
                (URI) url,
                (status, body) ->
                        status / 100 == 2 ? JsonNumbers.read(path(asked), body) : new Failed("HTTP " + status));
    }

    private String path(WebQuery query) {
        return query.path().isEmpty() ? path : query.path();
    }

    private Object url(WebQuery query, Map<String, String> times) {
        Map<String, String> values = new TreeMap<>(query.values());
        values.putAll(times);
        StringBuilder url = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        while (placeholder.find()) {
            String value = values.get(placeholder.group(1));
            if (value == null) {
                return new Failed(
                        "the URL of the metric provider has an unknown placeholder " + placeholder.group(), true);
            }
            placeholder.appendReplacement(
                    url, Matcher.quoteReplacement(Endpoint.encode(value).replace("+", "%20")));
        }
        return URI.create(placeholder.appendTail(url).toString());
    }

    private static Measurement oneOrSeveral(Measurement answer) {
        if (answer instanceof Several several && several.numbers().size() == 1) {
            double number = several.numbers().get(0);
            return Double.isFinite(number) ? new Value(number) : new Measurement.Missing("no data (" + number + ")");
        }
        return answer;
    }

    private static Measurement line(List<Double> numbers, TimeRange range) {
        List<Point> points = new java.util.ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            points.add(new Point(range.to().minus(range.step().multipliedBy(numbers.size() - 1L - i)), numbers.get(i)));
        }
        return new Range(List.of(new Line(Map.of(), points)));
    }
}
