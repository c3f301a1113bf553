package io.jenkins.plugins.delivery.engine.scan.export;

import io.jenkins.plugins.delivery.engine.scan.AssessedFinding;
import io.jenkins.plugins.delivery.engine.scan.Component;
import io.jenkins.plugins.delivery.engine.scan.Finding;
import io.jenkins.plugins.delivery.engine.scan.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A finding as plain texts under fixed names: the columns of tables, and the properties of JSON. */
public final class FindingRow {
    /** All names, in the order of the columns. */
    public static final List<String> NAMES = List.of(
            "standing",
            "severity",
            "kind",
            "rule",
            "aliases",
            "place",
            "component",
            "fixedIn",
            "message",
            "tools",
            "remark",
            "fingerprint");

    private FindingRow() {}

    /** One text for each of {@link #NAMES}; empty where there is nothing to say. */
    public static Map<String, String> of(AssessedFinding assessed) {
        Finding finding = assessed.finding();
        Component component = finding.component();
        Place place = finding.place();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("standing", assessed.standing().name());
        row.put("severity", finding.severity().name());
        row.put("kind", finding.kind().name());
        row.put("rule", finding.rule());
        row.put("aliases", String.join(", ", finding.aliases()));
        row.put("place", Objects.toString(place, ""));
        row.put("component", Objects.toString(component, ""));
        row.put("fixedIn", component == null ? "" : component.fixedIn());
        row.put("message", finding.message());
        row.put("tools", String.join(", ", finding.witnesses()));
        row.put("remark", assessed.remark());
        row.put("fingerprint", finding.fingerprint());
        return row;
    }
}
