package io.jenkins.plugins.delivery.rehearsal.report;

import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficReport;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficReport.Point;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Slice;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Traffic;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.VersionTraffic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts traffic in slices that a chart can show. */
public final class TrafficSummary {
    private static final int SLICES = 100;

    private TrafficSummary() {}

    /** What a pump saw, for the report. */
    public static Traffic of(TrafficReport report) {
        return new Traffic(
                report.front().name(),
                report.front().namespace(),
                report.sent(),
                report.lost(),
                report.lostReasons(),
                versions(report),
                slices(report.points()));
    }

    private static List<VersionTraffic> versions(TrafficReport report) {
        Set<String> inOrder = new LinkedHashSet<>();
        report.points().forEach(point -> inOrder.addAll(point.requests().keySet()));
        inOrder.addAll(report.requests().keySet());
        return inOrder.stream()
                .map(version -> new VersionTraffic(
                        version,
                        report.requests().getOrDefault(version, 0L),
                        report.errors().getOrDefault(version, 0L)))
                .toList();
    }

    private static List<Slice> slices(List<Point> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        Instant start = points.get(0).at();
        long span = Duration.between(start, points.get(points.size() - 1).at()).toMillis() + 1;
        // Whole seconds, as users come: otherwise some slices would hold a second more than others.
        long length = Math.max(1, (span / SLICES + 999) / 1_000) * 1_000;
        TreeMap<Long, Map<String, Long>> counted = new TreeMap<>();
        for (Point point : points) {
            long number = Duration.between(start, point.at()).toMillis() / length;
            Map<String, Long> slice = counted.computeIfAbsent(number, n -> new TreeMap<>());
            point.requests().forEach((version, count) -> slice.merge(version, (long) count, Long::sum));
        }
        List<Slice> slices = new ArrayList<>();
        for (long number = 0; number <= counted.lastKey(); number++) {
            slices.add(new Slice(start.plusMillis(number * length), counted.getOrDefault(number, Map.of())));
        }
        return slices;
    }
}
