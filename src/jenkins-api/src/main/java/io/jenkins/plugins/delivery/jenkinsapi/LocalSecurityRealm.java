package io.jenkins.plugins.delivery.jenkinsapi;

import hudson.model.Descriptor;
import hudson.security.SecurityRealm;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Users and their groups, as the settings name them. A user who is not named exists too, but is in no group. */
public final class LocalSecurityRealm extends SecurityRealm {
    private final Map<String, List<String>> groups;

    /** Groups by the id of the user. */
    public LocalSecurityRealm(Map<String, ? extends Collection<String>> groupsByUser) {
        groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        groupsByUser.forEach((user, names) -> groups.put(user, List.copyOf(names)));
    }

    @Override
    public UserDetails loadUserByUsername2(String username) throws UsernameNotFoundException {
        List<GrantedAuthority> authorities = new java.util.ArrayList<>();
        authorities.add(AUTHENTICATED_AUTHORITY2);
        groups.getOrDefault(username, List.of()).forEach(each -> authorities.add(new SimpleGrantedAuthority(each)));
        return new User(username, "", authorities);
    }

    @Override
    public Descriptor<SecurityRealm> getDescriptor() {
        throw new IllegalStateException("The local security realm is set by settings, not by a form");
    }
}
