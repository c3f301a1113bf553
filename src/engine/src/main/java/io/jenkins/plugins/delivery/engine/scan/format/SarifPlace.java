package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;

/**
 * Where a result is: its first location with a file (SARIF 2.1.0, section 3.27.12), else the last step of its first code
 * flow, which is where the problem shows.
 */
final class SarifPlace {
    final SarifArtifact artifact = new SarifArtifact();
    int line;

    @CheckForNull
    private String snippet;

    /** Whether this is the end of a code flow until now. */
    private boolean ofFlow;

    @CheckForNull
    private String context;

    @CheckForNull
    String logicalName;

    void locations(JsonInput json) throws IOException {
        for (boolean more = json.firstElement(); more; more = json.nextElement()) {
            if (ofFlow || !artifact.isKnown()) {
                location(json);
            }
        }
    }

    private void location(JsonInput json) throws IOException {
        for (String key = json.firstField(); key != null; key = json.nextField()) {
            if (key.equals("physicalLocation")) {
                physical(json);
            } else if (key.equals("logicalLocations") && logicalName == null) {
                json.array(() -> logicalName = logicalName == null ? json.textOf("fullyQualifiedName") : logicalName);
            }
        }
    }

    private void physical(JsonInput json) throws IOException {
        if (ofFlow) {
            take(new SarifPlace());
        }
        for (String key = json.firstField(); key != null; key = json.nextField()) {
            switch (key) {
                case "artifactLocation" -> artifact.location(json);
                case "region" -> region(json);
                case "contextRegion" -> {
                    if (snippet == null) {
                        json.object(part -> {
                            if (part.equals("snippet")) {
                                context = json.textOf("text");
                            }
                        });
                    }
                }
                default -> {
                    // Addresses in memory.
                }
            }
        }
    }

    private void region(JsonInput json) throws IOException {
        for (String key = json.firstField(); key != null; key = json.nextField()) {
            if (key.equals("startLine")) {
                line = json.number(0);
            } else if (key.equals("snippet")) {
                snippet = json.textOf("text");
            }
        }
    }

    /** The steps of a flow say no more than the place, unless there is no other. */
    void codeFlows(JsonInput json) throws IOException {
        if (artifact.isKnown()) {
            return;
        }
        boolean[] first = {true};
        json.array(() -> json.object(flow -> {
            if (flow.equals("threadFlows") && first[0]) {
                first[0] = false;
                json.array(() -> json.object(thread -> {
                    if (thread.equals("locations")) {
                        json.array(() -> step(json));
                    }
                }));
            }
        }));
    }

    private void step(JsonInput json) throws IOException {
        json.object(key -> {
            if (key.equals("location")) {
                SarifPlace step = new SarifPlace();
                step.location(json);
                if (step.artifact.isKnown()) {
                    take(step);
                    ofFlow = true;
                }
            }
        });
    }

    private void take(SarifPlace other) {
        ofFlow = false;
        artifact.uri = other.artifact.uri;
        artifact.base = other.artifact.base;
        artifact.index = other.artifact.index;
        line = other.line;
        snippet = other.snippet;
    }

    /** The source at the place, or what is around it, or null. */
    @CheckForNull
    String source() {
        if (snippet != null && !snippet.isBlank()) {
            return snippet;
        }
        return context == null || context.isBlank() ? null : context;
    }
}
