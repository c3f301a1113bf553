package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;

/** How one tool says what is going to happen. */
interface PlanFormat {
    /** @throws ReportException if the file is of something else */
    void read(ReportInput file, Changes changes) throws IOException;
}
