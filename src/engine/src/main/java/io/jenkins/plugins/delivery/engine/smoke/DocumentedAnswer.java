package io.jenkins.plugins.delivery.engine.smoke;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The answer is one that an OpenAPI document describes: its status, its content type, and its body by the schema of both.
 *
 * @param document whose schemas are meant
 * @param responses that are documented and count as good
 */
record DocumentedAnswer(ApiDocument document, List<Response> responses) implements Expectation {
    private static final long serialVersionUID = 1L;

    /**
     * @param status which answers it is about
     * @param schemas pointers to schemas by media type, empty text where a media type has none; empty if there is no content
     */
    record Response(StatusRange status, Map<String, String> schemas) implements Serializable {
        private static final long serialVersionUID = 1L;

        Response {
            schemas = new TreeMap<>(schemas);
        }
    }

    DocumentedAnswer {
        responses = List.copyOf(responses);
    }

    @Override
    public Optional<Mismatch> check(Answer answer) {
        Optional<Response> response = responses.stream()
                .filter(one -> one.status().contains(answer.status()))
                .findFirst();
        if (response.isEmpty()) {
            String wanted =
                    responses.stream().map(one -> one.status().toString()).collect(Collectors.joining(" or "));
            return Optional.of(new Mismatch("status " + wanted, "status " + answer.status() + answer.hint()));
        }
        return content(answer, response.get().schemas());
    }

    private Optional<Mismatch> content(Answer answer, Map<String, String> schemas) {
        if (schemas.isEmpty()) {
            return Optional.empty();
        }
        String given = answer.header("content-type");
        String type = given == null ? "" : given.split(";")[0].strip().toLowerCase(Locale.ROOT);
        String known = schemas.keySet().stream()
                .filter(documented -> matches(documented, type))
                .min((one, two) -> Integer.compare(stars(one), stars(two)))
                .orElse(null);
        if (known == null) {
            return Optional.of(new Mismatch(
                    "content type " + String.join(" or ", schemas.keySet()),
                    type.isEmpty() ? "no content type" : "content type " + type));
        }
        boolean json = type.equals("application/json") || type.endsWith("+json");
        String pointer = schemas.get(known);
        if (pointer.isEmpty() || !json) {
            return Optional.empty();
        }
        return document.violation(pointer, answer.body())
                .map(violation -> new Mismatch("a body as documented (" + pointer + ")", violation));
    }

    private static boolean matches(String documented, String type) {
        String range = documented.split(";")[0].strip().toLowerCase(Locale.ROOT);
        return range.equals("*/*")
                || range.equals(type)
                || range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1));
    }

    private static int stars(String range) {
        return (int) range.chars().filter(c -> c == '*').count();
    }
}
