package io.jenkins.plugins.checks.api;

import java.util.Optional;

/** One check of a build. */
public class ChecksDetails {
    private final String name;
    private final ChecksStatus status;
    private final String detailsUrl;
    private final ChecksConclusion conclusion;
    private final ChecksOutput output;

    private ChecksDetails(ChecksDetailsBuilder builder) {
        name = builder.name;
        status = builder.status;
        detailsUrl = builder.detailsUrl;
        conclusion = builder.conclusion;
        output = builder.output;
    }

    public Optional<String> getName() {
        return Optional.ofNullable(name);
    }

    public ChecksStatus getStatus() {
        return status;
    }

    public Optional<String> getDetailsURL() {
        return Optional.ofNullable(detailsUrl);
    }

    public ChecksConclusion getConclusion() {
        return conclusion;
    }

    public Optional<ChecksOutput> getOutput() {
        return Optional.ofNullable(output);
    }

    /** Collects what there is to say of a check. */
    public static class ChecksDetailsBuilder {
        private String name;
        private ChecksStatus status = ChecksStatus.NONE;
        private String detailsUrl;
        private ChecksConclusion conclusion = ChecksConclusion.NONE;
        private ChecksOutput output;

        public ChecksDetailsBuilder() {}

        public ChecksDetailsBuilder withName(String value) {
            name = value;
            return this;
        }

        public ChecksDetailsBuilder withStatus(ChecksStatus value) {
            status = value;
            return this;
        }

        public ChecksDetailsBuilder withDetailsURL(String value) {
            detailsUrl = value;
            return this;
        }

        public ChecksDetailsBuilder withConclusion(ChecksConclusion value) {
            conclusion = value;
            return this;
        }

        public ChecksDetailsBuilder withOutput(ChecksOutput value) {
            output = value;
            return this;
        }

        public ChecksDetails build() {
            return new ChecksDetails(this);
        }
    }
}
