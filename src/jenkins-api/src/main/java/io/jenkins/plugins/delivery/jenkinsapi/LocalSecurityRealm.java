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

/** Users and their groups, as the settings name them. There are no others. */
public final class LocalSecurityRealm extends SecurityRealm {
    private final Map<String, List<String>> groups;

    /** Groups by the id of the user. */
    public LocalSecurityRealm(Map<String, ? extends Collection<String>> groupsByUser) {
        groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        groupsByUser.forEach((user, names) -> groups.put(user, List.copyOf(names)));
    }

    @Override
    public UserDetails loadUserByUsername2(String username) throws UsernameNotFoundException {
        if (!groups.containsKey(username)) {
            throw new UsernameNotFoundException("There is no user " + username);
        }
        List<GrantedAuthority> authorities = new java.util.ArrayList<>();
        authorities.add(AUTHENTICATED_AUTHORITY2);
        groups.getOrDefault(username, List.of()).forEach(each -> authorities.add(new SimpleGrantedAuthority(each)));
        return new User(username, "", authorities);
    }

    /** Not of the recorded type, which nothing of ours needs: it is called by its name. */
    public String loadGroupByGroupname2(String groupname, boolean fetchMembers) throws UsernameNotFoundException {
        if (groups.values().stream().noneMatch(names -> names.contains(groupname))) {
            throw new UsernameNotFoundException("There is no group " + groupname);
        }
        return groupname;
    }

    @Override
    public Descriptor<SecurityRealm> getDescriptor() {
        throw new IllegalStateException("The local security realm is set by settings, not by a form");
    }
}
