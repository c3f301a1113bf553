package io.jenkins.plugins.delivery.engine.scan;

import static io.jenkins.plugins.delivery.engine.scan.Findings.code;
import static io.jenkins.plugins.delivery.engine.scan.Findings.dependency;
import static io.jenkins.plugins.delivery.engine.scan.Findings.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingStoreTest {
    @TempDir
    Path folder;

    private FindingStore store;

    @BeforeEach
    void open() {
        store = new FindingStore(folder.resolve("scan.findings"));
    }

    private static List<AssessedFinding> many(int count) {
        List<AssessedFinding> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FindingDraft draft = i % 3 == 0
                    ? dependency("trivy", "CVE-" + i, "lib" + i % 7, "1." + i)
                    : code(
                            i % 2 == 0 ? "lint" : "Semgrep",
                            "R" + i % 10,
                            "src/f" + i % 50 + ".c",
                            count - i,
                            "message " + i);
            Finding finding = report(draft.severity(Severity.values()[i % 5], ""))
                    .findings()
                    .get(0);
            findings.add(new AssessedFinding(finding, Standing.values()[i % 4], i % 4 == 2 ? "because" : ""));
        }
        return findings;
    }

    @Test
    void givesBackEveryPageOfWhatWasWritten() throws IOException {
        List<AssessedFinding> findings = many(1003);
        store.write(findings);
        assertThat(store.size()).isEqualTo(1003);
        assertThat(store.readAll()).isEqualTo(findings);
        assertThat(page(Map.of("page", "3", "size", "100"))).isEqualTo(findings.subList(200, 300));
        assertThat(page(Map.of("page", "11", "size", "100"))).isEqualTo(findings.subList(1000, 1003));
        assertThat(page(Map.of("page", "12"))).isEmpty();
        assertThat(page(Map.of("page", "2147483647", "size", "1000"))).isEmpty();
        store.write(List.of());
        assertThat(store.readAll()).isEmpty();
        assertThat(store.find(FindingQuery.page(1, 10))).isEqualTo(new FindingPage(0, List.of()));
    }

    private List<AssessedFinding> page(Map<String, String> parameters) throws IOException {
        return store.find(FindingQuery.parse(parameters)).findings();
    }

    @Test
    void selectsBySeverityKindStandingToolAndText() throws IOException {
        List<AssessedFinding> findings = many(300);
        store.write(findings);
        assertSelected(findings, Map.of("severity", "high, low"), one -> List.of(Severity.HIGH, Severity.LOW)
                .contains(one.finding().severity()));
        assertSelected(
                findings, Map.of("kind", "DEPENDENCY"), one -> one.finding().kind() == Kind.DEPENDENCY);
        assertSelected(
                findings,
                Map.of("standing", "NEW,FIXED"),
                one -> one.standing() == Standing.NEW || one.standing() == Standing.FIXED);
        assertSelected(findings, Map.of("tool", "semgrep"), one -> one.finding()
                .witnesses()
                .contains("Semgrep"));
        assertSelected(
                findings,
                Map.of("q", "SRC/F12.C"),
                one -> one.finding().place() != null
                        && one.finding().place().path().equals("src/f12.c"));
        assertSelected(
                findings,
                Map.of("q", "lib3", "severity", "HIGH"),
                one -> one.finding().component() != null
                        && one.finding().component().name().equals("lib3")
                        && one.finding().severity() == Severity.HIGH);
        assertSelected(findings, Map.of("q", "nowhere"), one -> false);
    }

    private void assertSelected(
            List<AssessedFinding> all, Map<String, String> parameters, Predicate<AssessedFinding> wanted)
            throws IOException {
        List<AssessedFinding> expected = all.stream().filter(wanted).toList();
        FindingPage page = store.find(FindingQuery.parse(parameters));
        assertThat(page.total()).as(parameters.toString()).isEqualTo(expected.size());
        assertThat(page.findings()).isEqualTo(expected.subList(0, Math.min(100, expected.size())));
    }

    @Test
    void ordersByRulePlaceOrComponentBothWays() throws IOException {
        store.write(many(300));
        assertThat(page(Map.of("sort", "rule", "size", "300")))
                .extracting(one -> one.finding().rule())
                .isSorted();
        assertThat(page(Map.of("sort", "component", "order", "desc", "size", "300")))
                .extracting(one -> String.valueOf(one.finding().component()))
                .filteredOn(component -> !component.equals("null"))
                .isSortedAccordingTo(Comparator.reverseOrder());
        List<Place> places = page(Map.of("sort", "place", "q", "f12.c")).stream()
                .map(one -> one.finding().place())
                .toList();
        assertThat(places).extracting(Place::line).isSorted().hasSizeGreaterThan(1);
        assertThat(page(Map.of("order", "desc", "size", "300")).get(0))
                .isEqualTo(many(300).get(299));
    }

    @Test
    void findsTextThatJsonWritesInAnotherWay() throws IOException {
        Finding finding = report(code("lint", "A", "a.c", 1, "say \"Ünder\" \\ now"))
                .findings()
                .get(0);
        store.write(List.of(new AssessedFinding(finding, Standing.NEW, "")));
        for (String text : List.of("\"ünder", "\\ NOW", "now", "Ü")) {
            assertThat(page(Map.of("q", text))).as(text).hasSize(1);
        }
        assertThat(page(Map.of("q", "nower"))).isEmpty();
    }

    @Test
    void explainsWhatIsNoQuery() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "page",
                        "0",
                        "size",
                        "1001",
                        "severity",
                        "HGIH",
                        "sort",
                        "colour",
                        "order",
                        "up",
                        "standing",
                        "x")
                .entrySet()) {
            assertThatExceptionOfType(ArgumentException.class)
                    .isThrownBy(() -> FindingQuery.parse(Map.of(wrong.getKey(), wrong.getValue())))
                    .withMessageStartingWith(wrong.getKey() + ": ");
        }
    }

    @Test
    void refusesAFileThatIsNotWhole() throws IOException {
        Path file = folder.resolve("scan.findings");
        store.write(many(100));
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 9, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatIOException().as("%d bytes", length).isThrownBy(store::readAll);
        }
    }
}
