package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportGate;
import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import io.jenkins.plugins.delivery.engine.flow.ReportSource;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What a tool is going to do. */
record Plan(String id, PlanFormat format) implements ReportKind {
    @Override
    public String title() {
        return "Infrastructure plan";
    }

    @Override
    public Set<String> settings() {
        return PlannedChanges.SETTINGS;
    }

    @Override
    public List<ReportGate> gates() {
        return PlannedChanges.GATES;
    }

    @Override
    public Reading read(ReportSource source, ArgumentMap settings) throws IOException {
        PlannedChanges changes = new PlannedChanges(settings);
        format.read(source.file(), changes);
        return changes.reading();
    }
}
