package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportGate;
import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import io.jenkins.plugins.delivery.engine.flow.ReportSource;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Whether what is there is what the code says: the same files as those of plans, read as a finding. Nothing is applied. */
record Drift(String id, PlanFormat format) implements ReportKind {
    @Override
    public String title() {
        return "Infrastructure drift";
    }

    @Override
    public Set<String> settings() {
        return DriftedResources.SETTINGS;
    }

    @Override
    public List<ReportGate> gates() {
        return List.of(ReportGate.atMost("drifted", 0, ReportGate.Result.UNSTABLE));
    }

    @Override
    public Reading read(ReportSource source, ArgumentMap settings) throws IOException {
        DriftedResources drifted = new DriftedResources(settings);
        format.read(source.file(), drifted);
        return drifted.reading();
    }
}
