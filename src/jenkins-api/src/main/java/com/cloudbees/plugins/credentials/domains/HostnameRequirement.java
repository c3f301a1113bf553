package com.cloudbees.plugins.credentials.domains;

public class HostnameRequirement extends DomainRequirement {
    public HostnameRequirement(String text) {}

    public String getHostname() {
        throw new UnsupportedOperationException("unwritten");
    }
}
