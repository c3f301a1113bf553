package hudson.security;

import hudson.DescriptorExtensionList;
import hudson.ExtensionPoint;
import hudson.model.AbstractItem;
import hudson.model.Computer;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Job;
import hudson.model.Node;
import hudson.model.User;
import java.util.Collection;

public abstract class AuthorizationStrategy implements Describable<AuthorizationStrategy>, ExtensionPoint {
    public static final AuthorizationStrategy UNSECURED = null;

    public AuthorizationStrategy() {}

    public abstract ACL getRootACL();

    public ACL getACL(Job<?, ?> job) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ACL getACL(AbstractItem abstractItem) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ACL getACL(User user) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ACL getACL(Computer computer) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ACL getACL(Node node) {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract Collection<String> getGroups();

    public static DescriptorExtensionList<AuthorizationStrategy, Descriptor<AuthorizationStrategy>> all() {
        throw new UnsupportedOperationException("unwritten");
    }
}
