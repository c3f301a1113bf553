package io.jenkins.plugins.delivery.pipeline;

import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.flow.Row;
import io.jenkins.plugins.delivery.engine.pipeline.PipelineAccount;
import io.jenkins.plugins.delivery.engine.pipeline.PipelineAccount.Ending;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which stages of a delivery ran, where it stopped, and how to go on. */
public final class PipelineReport extends DeliveryReport {
    private PipelineReport() {
        super("pipeline", "");
    }

    /** The one of the build, new if it has none yet: an account that is given twice is one. */
    static PipelineReport of(Run<?, ?> run) {
        return run.getActions(PipelineReport.class).stream().findFirst().orElseGet(PipelineReport::new);
    }

    @Override
    public String getTitle() {
        return Messages.PipelineReport_title();
    }

    @Override
    public String getIconFileName() {
        return "symbol-git-commit-outline plugin-ionicons-api";
    }

    void publish(Run<?, ?> owner, PipelineAccount account) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        int done = 0;
        boolean stopped = false;
        for (PipelineAccount.Entry entry : account.entries()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("tone", tone(entry.ending()));
            row.put(
                    "cells",
                    List.of(
                            entry.stage().title(),
                            entry.stage().environment(),
                            entry.ending().words(),
                            entry.words()));
            rows.add(row);
            done += entry.ending() == Ending.DONE ? 1 : 0;
            stopped |= entry.ending() == Ending.STOPPED;
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("app", account.app());
        model.put("version", account.version());
        model.put("columns", List.of("stage", "environment", "result", "why"));
        model.put("rows", rows);
        model.put("sentences", account.sentences());
        publish(
                owner,
                stopped ? ReportVerdict.FAILED : ReportVerdict.PASSED,
                account.headline(),
                List.of(done + " of " + rows.size() + " stages done"),
                model);
    }

    private static Row.Tone tone(Ending ending) {
        return switch (ending) {
            case DONE -> Row.Tone.GOOD;
            case STOPPED -> Row.Tone.DANGER;
            case NOT_DONE -> Row.Tone.WARNING;
            case LEFT_OUT -> Row.Tone.NORMAL;
        };
    }
}
