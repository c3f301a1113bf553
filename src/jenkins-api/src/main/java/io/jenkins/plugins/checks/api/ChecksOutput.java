package io.jenkins.plugins.checks.api;

import java.util.Optional;

/** What a check says, in Markdown. */
public class ChecksOutput {
    private final String title;
    private final String summary;
    private final String text;

    private ChecksOutput(String title, String summary, String text) {
        this.title = title;
        this.summary = summary;
        this.text = text;
    }

    public Optional<String> getTitle() {
        return Optional.ofNullable(title);
    }

    public Optional<String> getSummary() {
        return Optional.ofNullable(summary);
    }

    public Optional<String> getText() {
        return Optional.ofNullable(text);
    }

    /** Collects what a check says. */
    public static class ChecksOutputBuilder {
        private String title;
        private String summary;
        private String text;

        public ChecksOutputBuilder() {}

        public ChecksOutputBuilder withTitle(String value) {
            title = value;
            return this;
        }

        public ChecksOutputBuilder withSummary(String value) {
            summary = value;
            return this;
        }

        public ChecksOutputBuilder withText(String value) {
            text = value;
            return this;
        }

        public ChecksOutput build() {
            return new ChecksOutput(title, summary, text);
        }
    }
}
