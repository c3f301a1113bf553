package com.cloudbees.plugins.credentials.domains;

import java.util.List;

public class URIRequirementBuilder {
    public static URIRequirementBuilder create() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static URIRequirementBuilder fromUri(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public URIRequirementBuilder duplicate() {
        throw new UnsupportedOperationException("unwritten");
    }

    public URIRequirementBuilder withUri(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public URIRequirementBuilder withoutScheme() {
        throw new UnsupportedOperationException("unwritten");
    }

    public URIRequirementBuilder withoutPath() {
        throw new UnsupportedOperationException("unwritten");
    }

    public URIRequirementBuilder withoutHostname() {
        throw new UnsupportedOperationException("unwritten");
    }

    public URIRequirementBuilder withoutHostnamePort() {
        throw new UnsupportedOperationException("unwritten");
    }

    public URIRequirementBuilder withScheme(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public URIRequirementBuilder withPath(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public URIRequirementBuilder withHostname(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public URIRequirementBuilder withHostnamePort(String text, int n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<DomainRequirement> build() {
        throw new UnsupportedOperationException("unwritten");
    }
}
