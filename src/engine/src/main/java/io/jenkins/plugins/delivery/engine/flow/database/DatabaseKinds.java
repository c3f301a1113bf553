package io.jenkins.plugins.delivery.engine.flow.database;

import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import java.util.List;

/** The kinds of this package. */
public final class DatabaseKinds {
    private DatabaseKinds() {}

    public static List<ReportKind> all() {
        return List.of(new DatabaseMigration(), new RestoreDrill());
    }
}
