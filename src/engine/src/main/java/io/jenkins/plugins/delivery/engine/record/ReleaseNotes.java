package io.jenkins.plugins.delivery.engine.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.document.Block;
import io.jenkins.plugins.delivery.engine.document.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a release brings, what was found out about it before, who let it pass, and how to get rid of it.
 *
 * @param application that was released
 * @param version of it
 * @param previous the version before; null for a first release
 * @param environment where to
 * @param at when
 * @param changes since the version before, the newest first
 * @param checks verdicts of scans, tests and rollouts, each in a sentence
 * @param approvals who approved and why, each in a sentence
 * @param rollback how to bring the version before back, step by step; commands as they are typed
 */
public record ReleaseNotes(
        String application,
        String version,
        @CheckForNull String previous,
        String environment,
        Instant at,
        List<Change> changes,
        List<Check> checks,
        List<String> approvals,
        List<String> rollback) {
    public ReleaseNotes {
        changes = List.copyOf(changes);
        checks = List.copyOf(checks);
        approvals = List.copyOf(approvals);
        rollback = List.copyOf(rollback);
    }

    /**
     * @param name what looked
     * @param verdict what it came to, in a word
     * @param words why, in a sentence
     * @param link to the report, absolute; null for none
     */
    public record Check(
            String name,
            String verdict,
            String words,
            @CheckForNull String link) {}

    /** For people. A section that would be empty says so: that nobody approved is news too. */
    public Document document() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                "Released to " + environment + " at " + at + (previous == null ? "." : ", after " + previous + ".")));
        section(blocks, "Changes", changes.stream().map(ReleaseNotes::point).toList(), "No changes are known.");
        section(blocks, "Checks", checks.stream().map(ReleaseNotes::point).toList(), "Nothing was checked.");
        section(blocks, "Approvals", approvals.stream().map(Block.Point::of).toList(), "Nobody was asked to approve.");
        section(
                blocks,
                "Rollback plan",
                rollback.stream().map(Block.Point::of).toList(),
                "There is no earlier release to go back to.");
        return new Document(application + " " + version, blocks);
    }

    private static void section(List<Block> blocks, String heading, List<Block.Point> points, String none) {
        blocks.add(new Block.Heading(heading));
        blocks.add(points.isEmpty() ? new Block.Paragraph(none) : new Block.Points(points));
    }

    private static Block.Point point(Change change) {
        return new Block.Point(change.headline(), change.link());
    }

    private static Block.Point point(Check check) {
        return new Block.Point(check.name() + ": " + check.verdict() + ". " + check.words(), check.link());
    }
}
