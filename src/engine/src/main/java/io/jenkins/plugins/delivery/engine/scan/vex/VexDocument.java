package io.jenkins.plugins.delivery.engine.scan.vex;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.VexStatement;
import io.jenkins.plugins.delivery.engine.scan.VexStatement.Status;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormatException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A document while its statements are read. */
record VexDocument(String name, JsonNode root) {
    ReportFormatException problem(String place, String problem) {
        return new ReportFormatException(name, 0, 0, (place.isEmpty() ? "" : place + ": ") + problem);
    }

    /** One statement, if it says all that a statement has to. */
    VexStatement statement(
            String place,
            Collection<String> vulnerabilities,
            Collection<String> packages,
            Status status,
            String justification,
            @CheckForNull Instant time)
            throws ReportFormatException {
        List<String> names = vulnerabilities.stream()
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw problem(place, "expected the name of a vulnerability");
        }
        if (status == Status.NOT_AFFECTED && justification.isBlank()) {
            throw problem(place, "'not affected' needs a justification, and " + names.get(0) + " has none");
        }
        return new VexStatement(
                names,
                packages.stream().filter(text -> !text.isBlank()).distinct().toList(),
                status,
                justification,
                time,
                name + ", " + place);
    }

    /** When a statement was made; the document's own time where it does not say. */
    @CheckForNull
    Instant time(String place, JsonNode... candidates) throws ReportFormatException {
        for (JsonNode candidate : candidates) {
            if (candidate.isTextual()) {
                try {
                    return OffsetDateTime.parse(candidate.asText()).toInstant();
                } catch (DateTimeException e) {
                    throw problem(place, "'" + candidate.asText() + "' is no time such as 2026-01-31T12:00:00Z");
                }
            }
        }
        return null;
    }

    /** What is not blank of several texts, in one. */
    static String words(String... texts) {
        return Stream.of(texts)
                .filter(text -> !text.isBlank())
                .reduce((one, two) -> one + ": " + two)
                .orElse("");
    }
}
