package io.jenkins.plugins.delivery.flow;

import io.jenkins.plugins.delivery.engine.flow.Figure;
import io.jenkins.plugins.delivery.engine.flow.Judgement;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read and what the gates make of it: in words, for the page, and for the pipeline. */
record FlowReport(DeliveryReportStep step, ReadFlowReport.Content content, Judgement judgement) {
    ReportVerdict verdict() {
        return switch (judgement.outcome()) {
            case PASSED -> ReportVerdict.PASSED;
            case UNSTABLE -> ReportVerdict.WARNED;
            case FAILED -> ReportVerdict.FAILED;
        };
    }

    String headline() {
        return judgement.passed() ? reading().summary() : String.join("; ", judgement.violations());
    }

    List<String> figures() {
        return reading().figures().stream()
                .filter(figure -> figure.value() != 0)
                .map(Figure::text)
                .toList();
    }

    /** What is kept beside the build. */
    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("kind", step.getKind());
        model.put("file", step.getFile());
        model.put("digest", content.digest());
        if (content.artifactDigest() != null) {
            model.put("artifact", step.getArtifact());
            model.put("artifactDigest", content.artifactDigest());
        }
        model.put("summary", reading().summary());
        model.put("figures", reading().figures());
        model.put("columns", reading().columns());
        model.put("rows", reading().rows());
        model.put("leftOff", reading().leftOff());
        model.put("sentences", sentences());
        model.put("violations", judgement.violations());
        model.put("facts", reading().facts());
        return model;
    }

    /** What the step returns: nothing but what a Jenkinsfile can look into and a program can keep. */
    HashMap<String, Object> result() {
        HashMap<String, Object> result = new HashMap<>();
        result.put("kind", step.getKind());
        result.put("name", step.getName() == null ? "" : step.getName());
        result.put("passed", judgement.passed());
        result.put("verdict", judgement.outcome().name());
        result.put("summary", reading().summary());
        HashMap<String, Object> figures = new HashMap<>();
        reading().figures().forEach(figure -> figures.put(figure.id(), figure.number()));
        result.put("figures", figures);
        result.put("facts", new HashMap<>(reading().facts()));
        result.put("violations", new ArrayList<>(judgement.violations()));
        result.put("digest", content.digest());
        result.put("artifactDigest", content.artifactDigest());
        return result;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>(reading().sentences());
        if (content.artifactDigest() != null) {
            sentences.add("This is about " + step.getArtifact() + " with SHA-256 " + content.artifactDigest() + ".");
        }
        sentences.addAll(judgement.notices());
        return sentences;
    }

    private Reading reading() {
        return content.reading();
    }
}
