package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * SARIF 2.1.0 (OASIS Standard, 27 March 2020).
 *
 * <p>The severity is {@code security-severity} of the result or its rule where there is one, by the bands that GitHub
 * documents for it; else the effective level (section 3.27.10).
 */
final class SarifReader implements ReportReader {
    private static final SeverityTable LEVELS = SeverityTable.otherwise(Severity.MEDIUM)
            .with(Severity.HIGH, "error")
            .with(Severity.MEDIUM, "warning")
            .with(Severity.LOW, "note")
            .with(Severity.INFO, "none");

    @Override
    public String id() {
        return "sarif";
    }

    @Override
    public String title() {
        return "SARIF 2.1.0";
    }

    @Override
    public SeverityTable severities() {
        return LEVELS;
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("runs[].tool.driver")
                || (outline.has("runs[]") || outline.has("runs"))
                        && outline.text("version").startsWith("2.")
                || outline.text("$schema").contains("sarif");
    }

    @Override
    public void read(ReportFile file, FindingSink sink) throws IOException {
        new Reading(file, sink).read();
    }

    /** One pass over one file. */
    private static final class Reading {
        private final ReportFile file;
        private final FindingSink sink;
        private boolean runsSeen;
        private int runNumber = -1;

        @CheckForNull
        private List<SarifRun> lookedAhead;

        Reading(ReportFile file, FindingSink sink) {
            this.file = file;
            this.sink = sink;
        }

        void read() throws IOException {
            JsonInput.read(file, json -> {
                json.object(key -> {
                    if (key.equals("version")) {
                        checkVersion(json);
                    } else if (key.equals("runs")) {
                        runsSeen = true;
                        json.array(() -> run(json));
                    }
                });
                if (!runsSeen) {
                    throw json.expected("an object with \"runs\" (SARIF)");
                }
            });
        }

        private static void checkVersion(JsonInput json) throws IOException {
            String version = json.text();
            if (version == null || !version.startsWith("2.1")) {
                throw json.expected("SARIF version 2.1.0, not \"" + version + "\"");
            }
        }

        private void run(JsonInput json) throws IOException {
            runNumber++;
            SarifRun run = new SarifRun();
            json.object(key -> {
                switch (key) {
                    case "results" -> {
                        SarifRun context = run.toolSeen() ? run : ahead();
                        json.array(() -> result(SarifResult.read(json), context));
                    }
                    case "invocations" -> json.array(() -> SarifInvocation.read(json, run.driver, sink));
                    default -> run.field(key, json);
                }
            });
            if (!run.toolSeen()) {
                throw json.expected("a \"tool\" in run " + (runNumber + 1) + " (SARIF)");
            }
            sink.run(run.driver.name, run.driver.version);
        }

        private void result(SarifResult result, SarifRun run) throws IOException {
            if (result.absent || result.kind.equals("pass") || result.kind.equals("notApplicable")) {
                return;
            }
            SarifRule rule = run.rule(result.extension, result.ruleIndex, result.ruleId);
            String id = result.ruleId == null ? rule.id : result.ruleId;
            Kind kind = SarifKinds.of(run.driver.name, rule, id);
            FindingDraft draft = new FindingDraft(run.driver.name, kind)
                    .rule(id)
                    .message(kind == Kind.SECRET ? rule.title() : result.message(rule))
                    .place(path(result, run), result.line)
                    .identity(result.identity())
                    .suppressedInSource(result.suppressed);
            String level = level(result, rule);
            sink.finding(draft.severity(severity(result, rule, level), level));
        }

        private static String level(SarifResult result, SarifRule rule) {
            if (result.level != null) {
                return result.level;
            }
            if (!result.kind.equals("fail")) {
                return "none";
            }
            return rule.level == null ? "warning" : rule.level;
        }

        private static Severity severity(SarifResult result, SarifRule rule, String level) {
            double score = Double.isNaN(result.securitySeverity) ? rule.securitySeverity : result.securitySeverity;
            return Double.isNaN(score) ? LEVELS.of(level) : Severity.ofCvss(score);
        }

        private String path(SarifResult result, SarifRun run) throws IOException {
            if (!result.uri.isEmpty() || result.artifact < 0) {
                return SarifPaths.path(result.uri);
            }
            SarifRun context = run.artifactsSeen() ? run : ahead();
            return SarifPaths.path(context.artifact(result.artifact));
        }

        /** This run's description, from further down in the file: JSON promises no order. */
        private SarifRun ahead() throws IOException {
            if (lookedAhead == null) {
                lookedAhead = descriptions();
            }
            return lookedAhead.get(runNumber);
        }

        private List<SarifRun> descriptions() throws IOException {
            List<SarifRun> all = new ArrayList<>();
            JsonInput.read(
                    file,
                    json -> json.object(key -> {
                        if (key.equals("runs")) {
                            json.array(() -> {
                                SarifRun run = new SarifRun();
                                all.add(run);
                                json.object(part -> run.field(part, json));
                            });
                        }
                    }));
            return all;
        }
    }
}
