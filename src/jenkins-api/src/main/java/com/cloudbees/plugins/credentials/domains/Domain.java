package com.cloudbees.plugins.credentials.domains;

import java.io.Serializable;
import java.util.List;

public class Domain implements Serializable {
    public Domain(String text, String text2, List<DomainSpecification> list) {}

    public static Domain global() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Domain resolve() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDescription() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<DomainSpecification> getSpecifications() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isGlobal() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean test(DomainRequirement... domainRequirement) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean test(List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }
}
