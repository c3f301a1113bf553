package io.jenkins.plugins.delivery.engine.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.NearestMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the gates make of a report.
 *
 * @param outcome the worst of all violations
 * @param violations what does not pass, one sentence each
 * @param notices what could not be judged, and why
 */
public record Judgement(Outcome outcome, List<String> violations, List<String> notices) {
    /** From best to worst. */
    public enum Outcome {
        PASSED,
        UNSTABLE,
        FAILED
    }

    /**
     * The last good build that there is to compare with.
     *
     * @param name such as {@code #41}
     * @param figures by their id
     */
    public record Earlier(String name, Map<String, Double> figures) {}

    public Judgement {
        violations = List.copyOf(violations);
        notices = List.copyOf(notices);
    }

    /**
     * @param earlier null where there is none
     * @throws ArgumentException if a gate looks at a figure that the report does not have: no data is no pass
     */
    public static Judgement of(Reading reading, List<ReportGate> gates, @CheckForNull Earlier earlier) {
        List<String> violations = new ArrayList<>(reading.failures());
        List<String> notices = new ArrayList<>();
        Outcome outcome = violations.isEmpty() ? Outcome.PASSED : Outcome.FAILED;
        for (ReportGate gate : gates) {
            List<String> found = violations(gate, figure(reading, gate), earlier, notices);
            if (!found.isEmpty()) {
                Outcome own = gate.result() == ReportGate.Result.UNSTABLE ? Outcome.UNSTABLE : Outcome.FAILED;
                outcome = own.compareTo(outcome) > 0 ? own : outcome;
                violations.addAll(found);
            }
        }
        return new Judgement(outcome, violations, notices);
    }

    public boolean passed() {
        return outcome == Outcome.PASSED;
    }

    private static List<String> violations(
            ReportGate gate, Figure figure, @CheckForNull Earlier earlier, List<String> notices) {
        List<String> found = new ArrayList<>();
        Double min = gate.min();
        Double max = gate.max();
        if (min != null && figure.value() < min) {
            found.add(figure.text() + ", at least " + figure.text(min) + " demanded");
        }
        if (max != null && figure.value() > max) {
            found.add(figure.text() + ", " + figure.text(max) + " allowed");
        }
        if (gate.compares()) {
            Double before = earlier == null ? null : earlier.figures().get(figure.id());
            if (before == null) {
                notices.add(figure.words() + " was compared with nothing: no earlier good build has this figure");
            } else {
                compare(gate, figure, before, earlier.name(), found);
            }
        }
        return found;
    }

    private static void compare(ReportGate gate, Figure figure, double before, String name, List<String> found) {
        ReportGate.Change more = gate.maxIncrease();
        ReportGate.Change less = gate.maxDecrease();
        if (more != null && figure.value() - before > more.of(before)) {
            found.add(figure.text() + ", up from " + figure.text(before) + " in " + name + "; at most "
                    + figure.text(before + more.of(before)) + " allowed");
        }
        if (less != null && before - figure.value() > less.of(before)) {
            found.add(figure.text() + ", down from " + figure.text(before) + " in " + name + "; at least "
                    + figure.text(before - less.of(before)) + " demanded");
        }
    }

    private static Figure figure(Reading reading, ReportGate gate) {
        List<String> ids = reading.figures().stream().map(Figure::id).sorted().toList();
        return reading.figure(gate.figure())
                .orElseThrow(() -> new ArgumentException(
                        "gates",
                        "the report has no figure '" + gate.figure() + "'" + NearestMatch.hint(gate.figure(), ids)
                                + " (it has " + String.join(", ", ids) + ")"));
    }
}
