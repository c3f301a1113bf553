package com.cloudbees.plugins.credentials.domains;

/** For a path. */
public class PathRequirement extends DomainRequirement {
    private static final long serialVersionUID = 1;
    private final String path;

    public PathRequirement(String path) {
        this.path = path;
    }

    public String getPath() {
        return path;
    }
}
