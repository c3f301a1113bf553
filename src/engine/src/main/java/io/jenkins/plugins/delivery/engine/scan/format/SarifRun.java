package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the results of a run refer to: its tool, artifacts, bases, taxonomies and overrides (SARIF 2.1.0, section 3.14). */
final class SarifRun {
    final SarifComponent driver = new SarifComponent();
    final List<SarifInvocation> invocations = new ArrayList<>();
    final SarifBases bases = new SarifBases();
    final List<SarifTaxa> taxonomies = new ArrayList<>();
    private final List<SarifComponent> extensions = new ArrayList<>();
    private final List<SarifArtifact> artifacts = new ArrayList<>();
    private boolean resultsSeen;
    private boolean describedLate;
    private boolean toolSeen;
    private boolean artifactsSeen;

    /** What comes now is too late for the results. */
    void resultsSeen() {
        resultsSeen = true;
    }

    /** Whether anything came after the results that changes what they mean. */
    boolean isDescribedLate() {
        return describedLate;
    }

    boolean toolSeen() {
        return toolSeen;
    }

    boolean artifactsSeen() {
        return artifactsSeen;
    }

    /** Reads the field if it describes the run; anything else is left to the caller. */
    void field(String key, JsonInput json) throws IOException {
        switch (key) {
            case "tool" -> tool(json);
            case "artifacts" -> {
                artifactsSeen = true;
                json.array(() -> artifacts.add(artifact(json)));
            }
            case "originalUriBaseIds" -> {
                bases.read(json);
                describedLate |= resultsSeen && bases.changePaths();
            }
            case "taxonomies" -> json.array(() -> taxonomies.add(SarifTaxa.read(json)));
            case "invocations" -> {
                json.array(() -> invocations.add(SarifInvocation.read(json)));
                describedLate |= resultsSeen && invocations.stream().anyMatch(SarifInvocation::changesLevels);
            }
            default -> {
                // Graphs, addresses and conversions belong to no finding.
            }
        }
    }

    private void tool(JsonInput json) throws IOException {
        toolSeen = true;
        json.object(part -> {
            if (part.equals("driver")) {
                driver.read(json);
            } else if (part.equals("extensions")) {
                json.array(() -> {
                    SarifComponent extension = new SarifComponent();
                    extensions.add(extension);
                    extension.read(json);
                });
            }
        });
    }

    private static SarifArtifact artifact(JsonInput json) throws IOException {
        SarifArtifact artifact = new SarifArtifact();
        json.object(key -> {
            if (key.equals("location")) {
                artifact.location(json);
            }
        });
        return artifact;
    }

    /** The path of a file that a result names. */
    String path(SarifArtifact location) {
        boolean byIndex = location.uri.isEmpty() && location.index >= 0 && location.index < artifacts.size();
        SarifArtifact meant = byIndex ? artifacts.get(location.index) : location;
        return bases.path(meant.uri, meant.base);
    }

    /**
     * The rule that is meant: by index, in an extension if one is named, else by guid or id, where {@code a/b} also
     * means rule {@code a} (section 3.52.4).
     */
    SarifRule rule(SarifReference reference) {
        SarifRule indexed = component(reference).rule(reference.index);
        if (indexed != null) {
            return indexed;
        }
        SarifRule unique = byName(reference.guid);
        return unique == null ? byId(reference.id) : unique;
    }

    private SarifComponent component(SarifReference reference) {
        for (int i = 0; i < extensions.size(); i++) {
            if (extensions.get(i).isMeant(reference, i)) {
                return extensions.get(i);
            }
        }
        return driver;
    }

    private SarifRule byId(@CheckForNull String id) {
        for (String name = id; name != null && !name.isEmpty(); name = parent(name)) {
            SarifRule rule = byName(name);
            if (rule != null) {
                return rule;
            }
        }
        return SarifRule.UNKNOWN;
    }

    @CheckForNull
    private SarifRule byName(@CheckForNull String name) {
        SarifRule rule = driver.rule(name);
        for (int i = 0; rule == null && i < extensions.size(); i++) {
            rule = extensions.get(i).rule(name);
        }
        return rule;
    }

    private static String parent(String id) {
        return id.substring(0, Math.max(0, id.lastIndexOf('/')));
    }
}
