package com.cloudbees.plugins.credentials.domains;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Says what a URI needs credentials for. */
public class URIRequirementBuilder {
    private final List<DomainRequirement> requirements = new ArrayList<>();

    private URIRequirementBuilder() {}

    public static URIRequirementBuilder create() {
        return new URIRequirementBuilder();
    }

    public static URIRequirementBuilder fromUri(String uri) {
        return create().withUri(uri);
    }

    /** Nothing is required of what is not a URI. */
    public URIRequirementBuilder withUri(String uri) {
        try {
            URI parsed = new URI(uri == null ? "" : uri);
            if (parsed.getScheme() != null) {
                withScheme(parsed.getScheme());
            }
            if (parsed.getHost() != null) {
                withHost(parsed);
            }
            if (parsed.getRawPath() != null && !parsed.getRawPath().isEmpty()) {
                withPath(parsed.getRawPath());
            }
        } catch (URISyntaxException e) {
            requirements.clear();
        }
        return this;
    }

    private void withHost(URI uri) {
        if (uri.getPort() < 0) {
            withHostname(uri.getHost());
        } else {
            withHostnamePort(uri.getHost(), uri.getPort());
        }
    }

    public URIRequirementBuilder withScheme(String scheme) {
        return replace(SchemeRequirement.class, new SchemeRequirement(scheme));
    }

    public URIRequirementBuilder withPath(String path) {
        return replace(PathRequirement.class, new PathRequirement(path));
    }

    public URIRequirementBuilder withHostname(String hostname) {
        return replace(HostnameRequirement.class, new HostnameRequirement(hostname));
    }

    public URIRequirementBuilder withHostnamePort(String hostname, int port) {
        return replace(HostnameRequirement.class, new HostnamePortRequirement(hostname, port));
    }

    private URIRequirementBuilder replace(Class<?> kind, DomainRequirement requirement) {
        requirements.removeIf(kind::isInstance);
        requirements.add(requirement);
        return this;
    }

    public List<DomainRequirement> build() {
        return List.copyOf(requirements);
    }
}
