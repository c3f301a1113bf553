package hudson.security;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import jenkins.model.IdStrategy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Who the users are, and which groups they belong to. */
public abstract class SecurityRealm implements Describable<SecurityRealm>, ExtensionPoint {
    public static final GrantedAuthority AUTHENTICATED_AUTHORITY2 = new SimpleGrantedAuthority("authenticated");

    public SecurityRealm() {}

    public IdStrategy getUserIdStrategy() {
        return IdStrategy.CASE_INSENSITIVE;
    }

    public IdStrategy getGroupIdStrategy() {
        return getUserIdStrategy();
    }

    public UserDetails loadUserByUsername2(String username) throws UsernameNotFoundException {
        throw new UsernameNotFoundException("This realm cannot look up " + username);
    }
}
