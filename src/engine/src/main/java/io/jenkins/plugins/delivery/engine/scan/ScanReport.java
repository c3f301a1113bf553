package io.jenkins.plugins.delivery.engine.scan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Everything that the reports of one scan say, the same problem once.
 *
 * @param findings in the order of the reports, with distinct fingerprints
 * @param runs tools that ran, with their version where they state it; a tool that ran twice is listed twice
 * @param incomplete what tools say they did not look at; not empty means that the scan is not clean
 */
public record ScanReport(List<Finding> findings, List<String> runs, List<String> incomplete) implements Serializable {
    private static final long serialVersionUID = 1L;

    public ScanReport {
        findings = findings instanceof FindingList ? findings : Collections.unmodifiableList(new ArrayList<>(findings));
        runs = List.copyOf(runs);
        incomplete = List.copyOf(incomplete);
    }

    public Map<Severity, Integer> bySeverity() {
        return count(Severity.class, Finding::severity);
    }

    public Map<Kind, Integer> byKind() {
        return count(Kind.class, Finding::kind);
    }

    /** Fingerprints of all findings, for a later build to compare with. */
    public Set<String> fingerprints() {
        return findings.stream().map(Finding::fingerprint).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private <E extends Enum<E>> Map<E, Integer> count(Class<E> type, Function<Finding, E> property) {
        Map<E, Integer> counts = new EnumMap<>(type);
        for (Finding finding : findings) {
            counts.merge(property.apply(finding), 1, Integer::sum);
        }
        return counts;
    }

    /** Collects several reports into one. Not for use by several threads. */
    public static final class Builder implements FindingSink {
        private final Fingerprints fingerprints;
        private final KnownPaths paths;
        private final ComponentFindings components;
        private final FindingArena arena = new FindingArena();
        private final PlacedFindings placed = new PlacedFindings(arena);
        private final List<String> runs = new ArrayList<>();
        private final Set<String> incomplete = new LinkedHashSet<>();
        private boolean ofImage;

        public Builder(Fingerprints fingerprints) {
            this(fingerprints, SourceTree.unknown());
        }

        /** @param tree the files that the reports are about */
        public Builder(Fingerprints fingerprints, SourceTree tree) {
            this.fingerprints = fingerprints;
            paths = new KnownPaths(tree);
            components = new ComponentFindings(fingerprints, arena);
        }

        /** Whether what comes now was found in the image of the scan. */
        public void lookAtImage(boolean image) {
            ofImage = image;
        }

        @Override
        public void run(String tool, String version) {
            runs.add(version.isEmpty() ? tool : tool + " " + version);
            placed.run();
        }

        @Override
        public void finding(FindingDraft draft) {
            if (ofImage) {
                draft.inImage(true);
            }
            if (draft.isAboutPackage()) {
                components.add(draft.arrival(fingerprints, paths));
            } else {
                placed.add(draft.arrival(fingerprints, paths), draft.isCertain());
            }
        }

        @Override
        public void incomplete(String why) {
            incomplete.add(why);
        }

        /** Runs seen so far: a caller compares before and after a file. */
        public int runsSeen() {
            return runs.size();
        }

        public ScanReport build() {
            int[] addresses =
                    IntStream.concat(components.finish(), placed.finish()).toArray();
            arena.seal();
            return new ScanReport(new FindingList(arena, addresses), runs, List.copyOf(incomplete));
        }
    }
}
