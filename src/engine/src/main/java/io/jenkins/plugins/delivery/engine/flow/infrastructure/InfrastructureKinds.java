package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import java.util.List;

/** The kinds of this package. */
public final class InfrastructureKinds {
    private InfrastructureKinds() {}

    public static List<ReportKind> all() {
        return List.of(
                new Plan("terraform-plan", new TerraformPlanFormat()),
                new Plan("pulumi-preview", new PulumiPreviewFormat()),
                new Plan("cloudformation-change-set", new ChangeSetFormat()),
                new Plan("bicep-what-if", new WhatIfFormat()),
                new TerraformRun(),
                new Drift("terraform-drift", new TerraformPlanFormat()),
                new Drift("pulumi-drift", new PulumiPreviewFormat()),
                new Drift("cloudformation-drift", new StackDriftFormat()),
                new Drift("bicep-drift", new WhatIfFormat()));
    }
}
