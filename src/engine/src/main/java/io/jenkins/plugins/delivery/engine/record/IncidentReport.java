package io.jenkins.plugins.delivery.engine.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.document.Block;
import io.jenkins.plugins.delivery.engine.document.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happened in an incident, moment by moment, for those who were not there and for the review after it.
 *
 * @param incident that it is about
 * @param version that did harm
 * @param restored version that serves since; null while none does
 * @param mostTraffic largest share of the traffic that the version had, in percent; null where that is not known
 * @param timeline what happened when, in any order
 * @param recovery commands that a person has to run still; empty when nothing is left to do
 */
public record IncidentReport(
        Incident incident,
        String version,
        @CheckForNull String restored,
        @CheckForNull Integer mostTraffic,
        List<Moment> timeline,
        List<String> recovery) {
    public IncidentReport {
        timeline = timeline.stream().sorted(Comparator.comparing(Moment::at)).toList();
        recovery = List.copyOf(recovery);
    }

    /** Something that happened. */
    public record Moment(Instant at, String words) {}

    /** For people. */
    public Document document() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(incident.reason()));
        blocks.add(new Block.Points(facts()));
        blocks.add(new Block.Heading("Time line"));
        blocks.add(new Block.Table(
                List.of("time", "what happened"),
                timeline.stream()
                        .map(moment -> List.of(moment.at().toString(), moment.words()))
                        .toList()));
        if (!recovery.isEmpty()) {
            blocks.add(new Block.Heading("What is left to do"));
            blocks.add(new Block.Points(recovery.stream().map(Block.Point::of).toList()));
        }
        String title = "Incident: " + incident.application() + " " + version + " in " + incident.environment();
        return new Document(title, blocks);
    }

    private List<Block.Point> facts() {
        List<Block.Point> facts = new ArrayList<>();
        facts.add(Block.Point.of("noticed at " + incident.openedAt()));
        if (incident.resolvedAt() == null) {
            facts.add(Block.Point.of("not over yet"));
        } else {
            Duration lasted = Duration.between(incident.openedAt(), incident.resolvedAt());
            facts.add(
                    Block.Point.of("over at " + incident.resolvedAt() + ", after " + lasted.toSeconds() + " seconds"));
        }
        if (mostTraffic != null) {
            facts.add(Block.Point.of("the version had at most " + mostTraffic + " % of the traffic"));
        }
        facts.add(
                Block.Point.of(restored == null ? "no version is known to serve" : "version " + restored + " serves"));
        return facts;
    }
}
