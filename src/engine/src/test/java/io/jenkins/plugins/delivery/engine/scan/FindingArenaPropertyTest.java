package io.jenkins.plugins.delivery.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Findings come out of the bytes that they are kept in as they went in. */
class FindingArenaPropertyTest {
    @Provide
    Arbitrary<List<FindingDraft>> drafts() {
        Arbitrary<String> words =
                Arbitraries.of("bad", "bad value", "bad välue", "schlecht 🙂", "🙃", "", "x".repeat(3000));
        Arbitrary<String> messages = Combinators.combine(
                        words, words, Arbitraries.strings().ofMaxLength(5))
                .as((one, two, three) -> one + three + two);
        return Combinators.combine(
                        Arbitraries.of("A", "B"),
                        messages,
                        Arbitraries.of("a.c", "src/b.c", ""),
                        Arbitraries.integers().between(0, Integer.MAX_VALUE),
                        Arbitraries.of(Severity.values()))
                .as((rule, message, path, line, severity) -> new FindingDraft("lint", Kind.CODE)
                        .rule(rule)
                        .message(message)
                        .place(path, line)
                        .severity(severity, severity.name()))
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 100)
    void everyFindingIsKeptAsItIs(@ForAll("drafts") List<FindingDraft> drafts) throws Exception {
        ScanReport.Builder report = new ScanReport.Builder(Findings.fingerprints());
        List<String> expected = new ArrayList<>();
        for (FindingDraft draft : drafts) {
            report.finding(draft);
            expected.add(draft.rule() + draft.message() + draft.place());
        }
        ScanReport kept = copy(report.build());
        assertThat(kept.findings())
                .extracting(finding -> finding.rule() + finding.message() + finding.place())
                .isEqualTo(expected);
        assertThat(kept.fingerprints()).hasSameSizeAs(expected);
    }

    /** As it comes from an agent. */
    private static ScanReport copy(ScanReport report) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(report);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (ScanReport) in.readObject();
        }
    }
}
