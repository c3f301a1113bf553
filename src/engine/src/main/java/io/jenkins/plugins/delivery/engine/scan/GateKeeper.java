package io.jenkins.plugins.delivery.engine.scan;

import io.jenkins.plugins.delivery.engine.scan.GateVerdict.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds findings against gates and says in words what does not pass. */
final class GateKeeper {
    private static final int NAMED = 3;

    private final AssessedFindings findings;
    private final List<String> violations = new ArrayList<>();
    private Outcome outcome = Outcome.PASSED;
    private boolean comparable = true;

    GateKeeper(AssessedFindings findings) {
        this.findings = findings;
    }

    /** Something that no gate can allow, such as a scan that did not look at everything. */
    void refuse(String why) {
        violations.add(why);
        outcome = Outcome.FAILED;
    }

    /** The scan has not seen everything, so that a later build would take what is missing for fixed and then new. */
    void refuseIncomplete(String why) {
        refuse(why);
        comparable = false;
    }

    /** @param origin who demands it, if that is not the Jenkinsfile; else empty */
    void apply(Gate gate, String origin) {
        int[] counted = findings.where(gate::counts).toArray();
        if (counted.length <= gate.max()) {
            return;
        }
        violations.add(words(gate, counted) + origin);
        comparable = comparable && gate.scope() != Gate.Scope.NEW;
        Outcome own = gate.result() == Gate.Result.UNSTABLE ? Outcome.UNSTABLE : Outcome.FAILED;
        outcome = own.compareTo(outcome) > 0 ? own : outcome;
    }

    GateVerdict verdict() {
        return new GateVerdict(outcome, violations, comparable);
    }

    private String words(Gate gate, int[] counted) {
        Severity severity = gate.severity();
        String what = severity == null ? plural(counted.length) : severity.name();
        String fresh = gate.scope() == Gate.Scope.NEW ? (counted.length == 1 ? " is new" : " are new") : "";
        return counted.length + " " + what + " " + kinds(counted) + fresh + ", " + gate.max() + " allowed: "
                + named(counted);
    }

    private static String plural(int count) {
        return count == 1 ? "finding" : "findings";
    }

    private String kinds(int[] counted) {
        Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
        for (int at : counted) {
            kinds.merge(Classification.kind(findings.classification(at)), 1, Integer::sum);
        }
        if (kinds.size() == 1) {
            return "in " + kinds.keySet().iterator().next().words();
        }
        return kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " in " + kind.getKey().words())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String named(int[] counted) {
        String first = Arrays.stream(counted)
                .limit(NAMED)
                .mapToObj(at -> findings.get(at).finding().label())
                .collect(Collectors.joining(", "));
        return counted.length <= NAMED ? first : first + " and " + (counted.length - NAMED) + " more";
    }
}
