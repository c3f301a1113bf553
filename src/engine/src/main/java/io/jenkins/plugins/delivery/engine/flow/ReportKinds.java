package io.jenkins.plugins.delivery.engine.flow;

import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.flow.infrastructure.TerraformPlan;
import java.util.List;

/** All kinds of reports that can be read. */
public final class ReportKinds {
    private static final List<ReportKind> ALL = List.of(new TerraformPlan());

    private ReportKinds() {}

    public static List<ReportKind> all() {
        return ALL;
    }

    /**
     * The kind that a Jenkinsfile names.
     *
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException naming the nearest one, if there is none
     */
    public static ReportKind named(String id) {
        String known = Choices.pick("kind", "kind of report", id, ids());
        return ALL.stream().filter(kind -> kind.id().equals(known)).findFirst().orElseThrow();
    }

    public static List<String> ids() {
        return ALL.stream().map(ReportKind::id).sorted().toList();
    }
}
