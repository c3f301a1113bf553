package com.cloudbees.plugins.credentials.domains;

public class SchemeRequirement extends DomainRequirement {
    public SchemeRequirement(String text) {}

    public String getScheme() {
        throw new UnsupportedOperationException("unwritten");
    }
}
