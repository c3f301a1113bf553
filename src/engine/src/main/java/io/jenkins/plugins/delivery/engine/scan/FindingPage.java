package io.jenkins.plugins.delivery.engine.scan;

import java.util.List;

/**
 * One page of what a query selects.
 *
 * @param total findings that the query selects, on all pages
 * @param findings those of the page, in the order that was asked for
 */
public record FindingPage(int total, List<AssessedFinding> findings) {
    public FindingPage {
        findings = List.copyOf(findings);
    }
}
