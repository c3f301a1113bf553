package io.jenkins.plugins.delivery.engine.flow.load;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.flow.Figure;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportGate;
import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import io.jenkins.plugins.delivery.engine.flow.ReportSource;
import io.jenkins.plugins.delivery.engine.flow.Row;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The result of a load test, whatever tool wrote it. Figures: {@code requests}, {@code errors}, {@code errorRate} (%), {@code rate} (a
 * second) and, in milliseconds, {@code mean}, {@code p50}, {@code p95}, {@code p99}, {@code max}, as far as the tool tells them.
 */
public final class LoadTestReport implements ReportKind {
    @Override
    public String id() {
        return "load-test";
    }

    @Override
    public String title() {
        return "Load test";
    }

    /** One request of a hundred may fail, and no more than a fifth may be added to what the last good release took. */
    @Override
    public List<ReportGate> gates() {
        return List.of(
                ReportGate.atMost("errorRate", 1, ReportGate.Result.FAILURE),
                new ReportGate("p95", null, null, new ReportGate.Change(0.2, true), null, ReportGate.Result.FAILURE));
    }

    @Override
    public Reading read(ReportSource source, ArgumentMap settings) throws IOException {
        LoadResult result = LoadFormat.of(source.file()).read(source.file());
        LoadNumbers all = result.all();
        if (all.requests() == 0) {
            throw new ReportException(
                    source.file().name(), "expected at least one request; a test that asked nothing says nothing");
        }
        Reading.Draft draft = Reading.draft("request", "requests", "errors", "mean", "p95", "p99", "max")
                .count("requests", "requests", all.requests())
                .count("errors", "failed requests", all.errors())
                .figure(new Figure("errorRate", "share of failed requests", all.errorPercent(), "%"));
        figure(draft, "rate", "requests a second", result.perSecond(), "/s");
        figure(draft, "mean", "mean time", all.mean(), "ms");
        figure(draft, "p50", "median time", all.p50(), "ms");
        figure(draft, "p95", "95th percentile of the time", all.p95(), "ms");
        figure(draft, "p99", "99th percentile of the time", all.p99(), "ms");
        figure(draft, "max", "longest time", all.max(), "ms");
        result.failures().forEach(draft::failure);
        result.single().forEach(one -> row(draft, one));
        return draft.summary(String.format(
                Locale.ROOT,
                "%s made %d requests, %.2f %% of them failed.",
                result.tool(),
                all.requests(),
                all.errorPercent()));
    }

    private static void figure(Reading.Draft draft, String id, String words, @CheckForNull Double value, String unit) {
        if (value != null && Double.isFinite(value)) {
            draft.figure(new Figure(id, words, value, unit));
        }
    }

    private static void row(Reading.Draft draft, LoadNumbers one) {
        draft.row(
                one.errors() > 0 ? Row.Tone.WARNING : Row.Tone.NORMAL,
                one.name(),
                Long.toString(one.requests()),
                Long.toString(one.errors()),
                millis(one.mean()),
                millis(one.p95()),
                millis(one.p99()),
                millis(one.max()));
    }

    private static String millis(@CheckForNull Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.1f ms", value);
    }
}
