package io.jenkins.plugins.delivery.engine.scan.run;

import java.io.Serializable;
import java.util.ArrayList;

/**
 * Something that a workspace should be looked at for.
 *
 * @param reason what was seen, and what that calls for, in words
 * @param candidates ids of scanners, each of which would do, the best first
 */
public record ScannerNeed(String reason, ArrayList<String> candidates) implements Serializable {
    private static final long serialVersionUID = 1L;
}
