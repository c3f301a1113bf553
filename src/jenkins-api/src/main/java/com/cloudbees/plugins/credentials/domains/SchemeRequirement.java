package com.cloudbees.plugins.credentials.domains;

/** For a kind of URI. */
public class SchemeRequirement extends DomainRequirement {
    private static final long serialVersionUID = 1;
    private final String scheme;

    public SchemeRequirement(String scheme) {
        this.scheme = scheme;
    }

    public String getScheme() {
        return scheme;
    }
}
