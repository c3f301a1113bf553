package io.jenkins.plugins.delivery.rehearsal.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs all recorded pipelines and prints how they came out. {@code -Dconformance=REGEX} runs only those whose name matches, with all
 * differences.
 */
class ConformanceTest {
    private static final double REQUIRED = 0.95;

    private static final Path DOCUMENTED = Path.of("../../docs/rehearsal.md");
    private static final Pattern DIFFERENCE = Pattern.compile("\\| `(\\d{3}-[a-z0-9-]+)` \\| .+ \\|");

    @Test
    void pipelinesBehaveAsTheyWereRecordedOnARealJenkins(@TempDir Path folder) throws Exception {
        String filter = System.getProperty("conformance", ".*");
        Path root = Path.of(ConformanceTest.class
                        .getResource("/conformance/README.md")
                        .toURI())
                .getParent();
        List<Verdict> verdicts = new ArrayList<>();
        for (ConformanceCase subject : ConformanceCase.all(root)) {
            if (subject.name().matches(filter)) {
                verdicts.add(verdict(subject, folder));
            }
        }
        print(verdicts, !filter.equals(".*"));
        long passed = verdicts.stream()
                .filter(each -> each.kind() == Verdict.Kind.PASSED)
                .count();
        assertThat(verdicts)
                .filteredOn(each -> each.kind() == Verdict.Kind.CRASHED)
                .isEmpty();
        assertThat(passed / (double) verdicts.size())
                .as("share of cases that behave as recorded")
                .isGreaterThanOrEqualTo(REQUIRED);
        if (filter.equals(".*")) {
            assertThat(verdicts.stream()
                            .filter(each -> each.kind() != Verdict.Kind.PASSED)
                            .map(Verdict::name))
                    .as("cases that differ, and those that " + DOCUMENTED + " explains")
                    .containsExactlyInAnyOrderElementsOf(documented());
        }
    }

    /** How much a real program has printed by when is not in the hands of a rehearsal: a second try decides. */
    private static Verdict verdict(ConformanceCase subject, Path folder) {
        String number = subject.name().substring(0, 3);
        Verdict first = new CaseRunner(subject, folder.resolve(number)).run();
        return first.kind() == Verdict.Kind.DIFFERING
                ? new CaseRunner(subject, folder.resolve(number + "-again")).run()
                : first;
    }

    private static List<String> documented() throws IOException {
        return Files.readAllLines(DOCUMENTED).stream()
                .map(DIFFERENCE::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .toList();
    }

    private static void print(List<Verdict> verdicts, boolean all) {
        for (Verdict verdict : verdicts) {
            if (verdict.kind() != Verdict.Kind.PASSED) {
                System.out.printf(
                        "%-13s %-45s %5d ms  %s%n", verdict.kind(), verdict.name(), verdict.millis(), verdict.reason());
                if (all) {
                    verdict.details().forEach(line -> System.out.println("              " + line));
                }
            }
        }
        Map<String, Map<Verdict.Kind, Long>> areas = verdicts.stream()
                .collect(Collectors.groupingBy(
                        Verdict::area,
                        java.util.TreeMap::new,
                        Collectors.groupingBy(Verdict::kind, java.util.TreeMap::new, Collectors.counting())));
        areas.forEach((area, counts) -> System.out.printf("%-24s %s%n", area, counts));
        Map<Verdict.Kind, Long> total = verdicts.stream()
                .collect(Collectors.groupingBy(Verdict::kind, java.util.TreeMap::new, Collectors.counting()));
        System.out.println("conformance of " + verdicts.size() + " cases: " + total + " in "
                + verdicts.stream().mapToLong(Verdict::millis).sum() + " ms");
    }
}
