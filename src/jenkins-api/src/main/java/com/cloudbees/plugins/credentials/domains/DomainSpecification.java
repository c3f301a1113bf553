package com.cloudbees.plugins.credentials.domains;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import java.io.Serializable;

public abstract class DomainSpecification extends AbstractDescribableImpl<DomainSpecification>
        implements ExtensionPoint, Serializable {
    public DomainSpecification() {}

    public abstract DomainSpecification.Result test(DomainRequirement domainRequirement);

    public enum Result {
        UNKNOWN,
        NEGATIVE,
        PARTIAL,
        POSITIVE;

        public boolean isDefinitive() {
            throw new UnsupportedOperationException("unwritten");
        }

        public boolean isMatch() {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
