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
import java.io.Serializable;
import java.util.Collection;
import java.util.Set;
import jenkins.model.Jenkins;

/** Who may do what on this controller. */
public abstract class AuthorizationStrategy implements Describable<AuthorizationStrategy>, ExtensionPoint {
    /** Everybody may do everything. */
    public static final AuthorizationStrategy UNSECURED = new Unsecured();

    public AuthorizationStrategy() {}

    public abstract ACL getRootACL();

    public ACL getACL(Job<?, ?> project) {
        return getRootACL();
    }

    public ACL getACL(AbstractItem item) {
        return getRootACL();
    }

    /** Users may change themselves. */
    public ACL getACL(User user) {
        return ACL.lambda2((who, permission) -> (permission == Permission.CONFIGURE || permission == Permission.UPDATE)
                        && who.getName().equals(user.getId())
                || getRootACL().hasPermission2(who, permission));
    }

    public ACL getACL(Computer computer) {
        return getRootACL();
    }

    public ACL getACL(Node node) {
        return getRootACL();
    }

    /** Groups that this strategy speaks of. */
    public abstract Collection<String> getGroups();

    public static DescriptorExtensionList<AuthorizationStrategy, Descriptor<AuthorizationStrategy>> all() {
        return Jenkins.get().getDescriptorList(AuthorizationStrategy.class);
    }

    /** The strategy of a controller without security. */
    public static final class Unsecured extends AuthorizationStrategy implements Serializable {
        private static final long serialVersionUID = 1;

        public Unsecured() {}

        private Object readResolve() {
            return UNSECURED;
        }

        @Override
        public ACL getRootACL() {
            return ACL.lambda2((who, permission) -> true);
        }

        @Override
        public Collection<String> getGroups() {
            return Set.of();
        }
    }
}
