package io.jenkins.plugins.delivery.steps.smoke;

import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.smoke.Check;
import io.jenkins.plugins.delivery.engine.smoke.CheckResult;
import io.jenkins.plugins.delivery.engine.smoke.Latencies;
import io.jenkins.plugins.delivery.engine.smoke.SmokeReport;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A smoke report for people, pages and programs. */
final class SmokeWords {
    private SmokeWords() {}

    static List<String> figures(SmokeReport report) {
        Latencies latencies = report.latencies();
        return List.of(
                report.total() - report.failed() + " of " + report.total() + " checks passed in "
                        + Durations.format(report.duration()),
                "latency p50 " + latencies.percentile(50) + " ms, p95 " + latencies.percentile(95) + " ms, p99 "
                        + latencies.percentile(99) + " ms");
    }

    /** What the step returns: plain values that any script may keep. */
    static Map<String, Object> result(SmokeReport report) {
        return result(report, report.latencies());
    }

    private static Map<String, Object> result(SmokeReport report, Latencies latencies) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("passed", report.passed());
        result.put("total", report.total());
        result.put("failed", report.failed());
        result.put("p95Millis", latencies.percentile(95));
        List<Map<String, Object>> checks = new ArrayList<>();
        report.checks().forEach(check -> checks.add(check(check)));
        result.put("checks", checks);
        return result;
    }

    /** What a dry run returns: nothing passed, since nothing was tried. */
    static Map<String, Object> dryRun(SmokeSuite suite) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("passed", false);
        result.put("total", suite.checks().size());
        result.put(
                "checks",
                new ArrayList<>(suite.checks().stream().map(Check::name).toList()));
        return result;
    }

    static Map<String, Object> model(SmokeReport report) {
        Latencies latencies = report.latencies();
        Map<String, Object> model = result(report, latencies);
        List<Map<String, Object>> checks = new ArrayList<>();
        for (CheckResult check : report.checks()) {
            Map<String, Object> one = check(check);
            one.put("timeline", check.timeline());
            checks.add(one);
        }
        model.put("checks", checks);
        model.put("start", report.start());
        model.put("end", report.end());
        model.put("p50Millis", latencies.percentile(50));
        model.put("p99Millis", latencies.percentile(99));
        model.put("maxMillis", latencies.max());
        model.put("latencies", latencies.bands());
        return model;
    }

    private static Map<String, Object> check(CheckResult check) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", check.name());
        map.put("target", check.target());
        map.put("passed", check.passed());
        map.put("attempts", check.attempts());
        map.put("firstError", Objects.toString(check.firstError(), ""));
        map.put("lastError", Objects.toString(check.lastError(), ""));
        map.put("p50Millis", check.percentileMillis(50));
        map.put("p95Millis", check.percentileMillis(95));
        return map;
    }
}
