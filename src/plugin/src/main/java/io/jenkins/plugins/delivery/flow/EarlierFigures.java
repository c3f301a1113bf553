package io.jenkins.plugins.delivery.flow;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.flow.Judgement;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the last good build that has the same report. */
final class EarlierFigures {
    private static final int MOST_BUILDS = 200;

    private EarlierFigures() {}

    /** Null where there is none. A build that was not good must not make the next one look good beside it. */
    @CheckForNull
    static Judgement.Earlier before(Run<?, ?> run, String kind, String name) {
        Run<?, ?> build = run.getPreviousBuild();
        for (int i = 0; build != null && i < MOST_BUILDS; i++) {
            Result result = build.getResult();
            if (result != null && result.isBetterOrEqualTo(Result.SUCCESS)) {
                for (FlowReportAction report : build.getActions(FlowReportAction.class)) {
                    if (report.isOf(kind, name) && report.getVerdict() == ReportVerdict.PASSED) {
                        return new Judgement.Earlier("#" + build.getNumber(), figures(report.getModel()));
                    }
                }
            }
            build = build.getPreviousBuild();
        }
        return null;
    }

    private static Map<String, Double> figures(@CheckForNull JsonNode model) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (model != null) {
            model.path("figures")
                    .forEach(figure -> figures.put(
                            figure.path("id").asText(), figure.path("value").asDouble()));
        }
        return figures;
    }
}
