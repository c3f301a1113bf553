package io.jenkins.plugins.delivery.steps.scan;

import io.jenkins.plugins.delivery.engine.scan.ScanAssessment;
import io.jenkins.plugins.delivery.engine.scan.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An assessment for people, pages and programs. */
final class ScanWords {
    private ScanWords() {}

    static String headline(ScanAssessment assessment) {
        if (!assessment.verdict().violations().isEmpty()) {
            return String.join("; ", assessment.verdict().violations());
        }
        return assessment.total() == 0 ? "nothing found" : total(assessment) + ", within the gates";
    }

    private static String total(ScanAssessment assessment) {
        String severities = assessment.bySeverity().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        int total = assessment.total();
        return total + (total == 1 ? " finding" : " findings") + (total == 0 ? "" : " (" + severities + ")");
    }

    static List<String> figures(ScanAssessment assessment) {
        List<String> figures = new ArrayList<>();
        figures.add(total(assessment));
        if (assessment.baseline() == null) {
            figures.add("no earlier scan to compare with");
        } else {
            figures.add(assessment.count(Standing.NEW) + " new and " + assessment.count(Standing.FIXED)
                    + " fixed since " + assessment.baseline());
        }
        if (assessment.count(Standing.SUPPRESSED) > 0) {
            figures.add(assessment.count(Standing.SUPPRESSED) + " suppressed");
        }
        return figures;
    }

    /** What the step returns: plain values that any script may keep. */
    static Map<String, Object> result(ScanAssessment assessment) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("passed", assessment.verdict().passed());
        result.put("total", assessment.total());
        result.put("fresh", assessment.count(Standing.NEW));
        result.put("fixed", assessment.count(Standing.FIXED));
        result.put("suppressed", assessment.count(Standing.SUPPRESSED));
        result.put("bySeverity", names(assessment.bySeverity()));
        result.put("byKind", names(assessment.byKind()));
        result.put("violations", new ArrayList<>(assessment.verdict().violations()));
        return result;
    }

    static Map<String, Object> model(
            ScanAssessment assessment, List<String> files, List<Map<String, Object>> scanners) {
        Map<String, Object> model = new LinkedHashMap<>(result(assessment));
        model.put("tools", assessment.runs());
        model.put("scanners", scanners);
        model.put("reports", files);
        model.put("baseline", assessment.baseline());
        model.put("notices", assessment.notices());
        return model;
    }

    private static Map<String, Integer> names(Map<? extends Enum<?>, Integer> counts) {
        Map<String, Integer> names = new LinkedHashMap<>();
        counts.forEach((key, count) -> names.put(key.name(), count));
        return names;
    }
}
