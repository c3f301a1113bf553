package hudson.security;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import jenkins.model.IdStrategy;
import org.springframework.security.core.GrantedAuthority;

public abstract class SecurityRealm implements Describable<SecurityRealm>, ExtensionPoint {
    public static final SecurityRealm NO_AUTHENTICATION = null;
    public static final GrantedAuthority AUTHENTICATED_AUTHORITY2 = null;

    public SecurityRealm() {}

    public IdStrategy getUserIdStrategy() {
        throw new UnsupportedOperationException("unwritten");
    }

    public IdStrategy getGroupIdStrategy() {
        throw new UnsupportedOperationException("unwritten");
    }
}
