package io.jenkins.plugins.delivery.engine.flow;

import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.flow.coverage.CoverageReport;
import io.jenkins.plugins.delivery.engine.flow.database.DatabaseKinds;
import io.jenkins.plugins.delivery.engine.flow.image.ImageReview;
import io.jenkins.plugins.delivery.engine.flow.infrastructure.InfrastructureKinds;
import io.jenkins.plugins.delivery.engine.flow.load.LoadTestReport;
import java.util.List;
import java.util.stream.Stream;

/** All kinds of reports that can be read. */
public final class ReportKinds {
    private static final List<ReportKind> ALL = Stream.of(
                    InfrastructureKinds.all(),
                    DatabaseKinds.all(),
                    List.of(new ImageReview(), new LoadTestReport(), new CoverageReport()))
            .flatMap(List::stream)
            .toList();

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
