package io.jenkins.plugins.delivery.engine.approval;

import io.jenkins.plugins.delivery.engine.journal.RecordJson;
import java.io.IOException;

/** Approvals as JSON, the form in which they are kept. */
public final class ApprovalJson {
    private ApprovalJson() {}

    public static String write(Approval approval) {
        return RecordJson.write(approval);
    }

    /**
     * @throws IOException if the text is not an approval
     */
    public static Approval read(String json) throws IOException {
        return RecordJson.read(json, Approval.class);
    }
}
