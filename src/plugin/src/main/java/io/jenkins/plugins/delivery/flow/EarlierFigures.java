package io.jenkins.plugins.delivery.flow;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.flow.Judgement;
import io.jenkins.plugins.delivery.reports.BuildsBack;
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
        return BuildsBack.from(run.getPreviousBuild(), MOST_BUILDS)
                .filter(EarlierFigures::isGood)
                .flatMap(build -> build.getActions(FlowReportAction.class).stream())
                .filter(report -> report.isOf(kind, name) && report.getVerdict() == ReportVerdict.PASSED)
                .findFirst()
                .map(report -> new Judgement.Earlier("#" + report.getRun().getNumber(), figures(report.getModel())))
                .orElse(null);
    }

    private static boolean isGood(Run<?, ?> build) {
        Result result = build.getResult();
        return result != null && result.isBetterOrEqualTo(Result.SUCCESS);
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
