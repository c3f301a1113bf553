package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements of VEX documents, held against findings about packages, and the image that they are in. */
public final class Vex {
    private static final Vex NONE = new Vex(List.of(), null);
    private static final Comparator<VexStatement> BY_TIME =
            Comparator.comparing(statement -> statement.time() == null ? Instant.MIN : statement.time());

    private final List<VexStatement> statements;
    private final Map<String, List<VexStatement>> byName = new HashMap<>();

    @CheckForNull
    private final ImageReference image;

    private Vex(List<VexStatement> statements, @CheckForNull String image) {
        this.image = image == null ? null : ImageReference.parse(image).orElse(null);
        this.statements = List.copyOf(statements);
        for (VexStatement statement : statements) {
            statement.vulnerabilities().forEach(name -> byName.computeIfAbsent(name, ignored -> new ArrayList<>())
                    .add(statement));
        }
    }

    public static Vex none() {
        return NONE;
    }

    /**
     * @param statements in the order of their documents, which decides where times are equal
     * @param image the image of the scan, or null
     */
    public static Vex of(List<VexStatement> statements, @CheckForNull String image) {
        return new Vex(statements, image);
    }

    private Set<VexStatement> about(Finding finding) {
        if (finding.component() == null || byName.isEmpty()) {
            return Set.of();
        }
        Set<VexStatement> about = new LinkedHashSet<>();
        for (String name : finding.names()) {
            for (VexStatement statement : byName.getOrDefault(name, List.of())) {
                if (statement.packages().stream().anyMatch(text -> isAbout(text, finding))) {
                    about.add(statement);
                }
            }
        }
        return about;
    }

    private boolean isAbout(String text, Finding finding) {
        return image != null && finding.inImage() && image.isMeantBy(text)
                || PackageUrl.parse(text)
                        .filter(purl -> purl.means(finding.component()))
                        .isPresent();
    }

    /** Ready for the findings of one scan. */
    Use use() {
        return new Use();
    }

    /** Findings are shown to the statements one by one; it remembers which of them were of use. */
    final class Use {
        private final Set<VexStatement> unused = new LinkedHashSet<>(statements);

        /** The last that was said of this finding. */
        Optional<VexStatement> statement(Finding finding) {
            Set<VexStatement> about = about(finding);
            unused.removeAll(about);
            return about.stream().reduce((one, two) -> BY_TIME.compare(one, two) > 0 ? one : two);
        }

        /** Statements that are about nothing of what was shown. */
        List<String> notices() {
            return unused.stream()
                    .map(statement -> "The VEX statement on " + String.join(", ", statement.vulnerabilities())
                            + " matches nothing (" + statement.where() + ").")
                    .toList();
        }
    }
}
