package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.io.IOException;

/** Reads one run and tells its results. */
final class SarifResults {
    private final JsonInput json;
    private final FindingSink sink;
    private final SarifAhead ahead;
    private final SarifRun own = new SarifRun();
    private boolean resultsSeen;

    /** Whether results were told by what of the run stands before them. */
    private boolean toldEarly;

    SarifResults(JsonInput json, FindingSink sink, SarifAhead ahead) {
        this.json = json;
        this.sink = sink;
        this.ahead = ahead;
    }

    void read() throws IOException {
        ahead.nextRun();
        json.object(key -> {
            switch (key) {
                case "results" -> results();
                case "externalPropertyFileReferences" -> external();
                default -> own.field(key, json);
            }
        });
        if (!own.toolSeen()) {
            throw json.expected("a \"tool\" in run " + ahead.runNumber() + " (SARIF)");
        }
        if (!resultsSeen) {
            sink.incomplete(own.driver.name + " has a run without results: it did not scan");
        }
        if (toldEarly && own.isDescribedLate()) {
            ahead.toldTooEarly(own.driver.name);
        }
        own.invocations.forEach(invocation -> invocation.tell(own.driver.name, sink));
        sink.run(own.driver.name, own.driver.version);
    }

    private void results() throws IOException {
        resultsSeen |= json.isArray();
        SarifRun run = own.toolSeen() && !ahead.isDescribedLate() ? own : ahead.description();
        toldEarly |= run == own;
        own.resultsSeen();
        for (boolean more = json.firstElement(); more; more = json.nextElement()) {
            result(SarifResult.read(json), run);
        }
    }

    /** Results in another file are not in this one. */
    private void external() throws IOException {
        json.object(key -> {
            if (key.equals("results") && json.isArray()) {
                resultsSeen = true;
                sink.incomplete("Results of this run are in other files, which are not read");
            }
        });
    }

    private void result(SarifResult result, SarifRun run) throws IOException {
        if (result.absent || result.kind.equals("pass") || result.kind.equals("notApplicable")) {
            return;
        }
        SarifRule rule = run.rule(result.rule);
        String id = result.rule.id == null || result.rule.id.equals(rule.id) ? rule.id : result.rule.id;
        String tool = run.driver.name;
        SarifKinds kinds = run.driver.kinds();
        Kind kind = rule == SarifRule.UNKNOWN ? kinds.of(rule, id) : rule.kind(kinds);
        FindingDraft draft = new FindingDraft(tool, kind)
                .rule(id)
                .message(kind == Kind.SECRET ? rule.title() : result.message.words(rule, run.driver))
                .place(path(result, run), result.place.line)
                .identity(result.identity())
                .suppressedInSource(result.suppressed)
                .weaknesses(rule.weaknesses());
        for (SarifReference taxon : result.taxa) {
            draft.weakness(SarifTaxa.weakness(taxon, run.taxonomies));
        }
        String level = level(result, rule, run);
        sink.finding(draft.severity(severity(result, rule, level), level));
    }

    private static String level(SarifResult result, SarifRule rule, SarifRun run) {
        if (result.level != null) {
            return result.level;
        }
        if (!result.kind.equals("fail")) {
            return "none";
        }
        String override = override(result, rule, run);
        if (override != null) {
            return override;
        }
        return rule.level == null ? "warning" : rule.level;
    }

    @CheckForNull
    private static String override(SarifResult result, SarifRule rule, SarifRun run) {
        boolean known = result.invocation >= 0 && result.invocation < run.invocations.size();
        return known ? run.invocations.get(result.invocation).level(rule, run) : null;
    }

    private static Severity severity(SarifResult result, SarifRule rule, String level) {
        double score = Double.isNaN(result.securitySeverity) ? rule.securitySeverity : result.securitySeverity;
        return Double.isNaN(score) ? SarifReader.LEVELS.of(level) : Severity.ofCvss(score);
    }

    private String path(SarifResult result, SarifRun run) throws IOException {
        SarifArtifact artifact = result.place.artifact;
        boolean late = artifact.uri.isEmpty() && artifact.index >= 0 && !run.artifactsSeen();
        return (late ? ahead.description() : run).path(artifact);
    }
}
