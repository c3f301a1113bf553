package io.jenkins.plugins.delivery.engine.scan;

import java.io.Serializable;

/**
 * A finding and how it counts.
 *
 * @param remark why it is suppressed, and who says so; else empty
 */
public record AssessedFinding(Finding finding, Standing standing, String remark) implements Serializable {
    private static final long serialVersionUID = 1L;
}
