package com.cloudbees.plugins.credentials.domains;

public class PathRequirement extends DomainRequirement {
    public PathRequirement(String text) {}

    public String getPath() {
        throw new UnsupportedOperationException("unwritten");
    }
}
