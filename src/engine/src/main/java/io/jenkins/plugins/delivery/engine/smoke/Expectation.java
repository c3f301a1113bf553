package io.jenkins.plugins.delivery.engine.smoke;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must hold of an answer. */
public sealed interface Expectation extends Serializable
        permits DocumentedAnswer,
                Expectation.Status,
                Expectation.Header,
                Expectation.Contains,
                Expectation.Matches,
                Expectation.Json {
    /** What does not hold, or nothing. */
    Optional<Mismatch> check(Answer answer);

    /** Names of the variables in it. */
    default Set<String> uses() {
        return Set.of();
    }

    /** The same with values for its variables. */
    default Expectation bound(Map<String, String> values) {
        return this;
    }

    /** The status is in one of the ranges. */
    record Status(List<StatusRange> ranges) implements Expectation {
        private static final long serialVersionUID = 1L;

        public Status {
            ranges = List.copyOf(ranges);
        }

        @Override
        public Optional<Mismatch> check(Answer answer) {
            if (ranges.stream().anyMatch(range -> range.contains(answer.status()))) {
                return Optional.empty();
            }
            String wanted = ranges.stream().map(StatusRange::toString).collect(Collectors.joining(" or "));
            return Optional.of(new Mismatch("status " + wanted, "status " + answer.status() + answer.hint()));
        }
    }

    /** A header has a value that compares so. */
    record Header(String name, Comparison comparison) implements Expectation {
        private static final long serialVersionUID = 1L;

        @Override
        public Set<String> uses() {
            return Template.names(comparison.operand());
        }

        @Override
        public Expectation bound(Map<String, String> values) {
            return new Header(name, comparison.bound(values));
        }

        @Override
        public Optional<Mismatch> check(Answer answer) {
            String expected = "header " + name + " " + comparison;
            List<String> values = answer.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (values.isEmpty()) {
                return Optional.of(new Mismatch(expected, "no such header"));
            }
            boolean holds = values.stream().anyMatch(comparison::holds);
            return holds ? Optional.empty() : Optional.of(new Mismatch(expected, String.join(", ", values)));
        }
    }

    /** The body contains this text. */
    record Contains(String text) implements Expectation {
        private static final long serialVersionUID = 1L;

        @Override
        public Set<String> uses() {
            return Template.names(text);
        }

        @Override
        public Expectation bound(Map<String, String> values) {
            return new Contains(Template.bind(text, values, value -> value));
        }

        @Override
        public Optional<Mismatch> check(Answer answer) {
            return answer.body().contains(text)
                    ? Optional.empty()
                    : Optional.of(new Mismatch("a body that contains '" + text + "'", answer.excerpt()));
        }
    }

    /** The regular expression is found in the body. */
    record Matches(String regex) implements Expectation {
        private static final long serialVersionUID = 1L;

        @Override
        public Set<String> uses() {
            return Template.names(regex);
        }

        @Override
        public Expectation bound(Map<String, String> values) {
            return new Matches(Template.bind(regex, values, Pattern::quote));
        }

        @Override
        public Optional<Mismatch> check(Answer answer) {
            boolean found = Pattern.compile(regex)
                    .matcher(new DeadlineText(answer.body()))
                    .find();
            return found
                    ? Optional.empty()
                    : Optional.of(new Mismatch("a body that matches /" + regex + "/", answer.excerpt()));
        }
    }

    /** What the JSON path selects compares so. */
    record Json(String path, Comparison comparison) implements Expectation {
        private static final long serialVersionUID = 1L;

        @Override
        public Set<String> uses() {
            return Template.names(comparison.operand());
        }

        @Override
        public Expectation bound(Map<String, String> values) {
            return new Json(path, comparison.bound(values));
        }

        @Override
        public Optional<Mismatch> check(Answer answer) {
            String expected = path + " " + comparison;
            return JsonPathValue.read(path, answer.body())
                    .check(comparison)
                    .map(actual -> new Mismatch(expected, actual));
        }
    }
}
