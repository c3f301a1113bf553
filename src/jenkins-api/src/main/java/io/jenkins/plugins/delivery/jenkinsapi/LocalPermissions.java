package io.jenkins.plugins.delivery.jenkinsapi;

import hudson.model.Descriptor;
import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Permissions given to users and to groups, everywhere on the controller. */
public final class LocalPermissions extends AuthorizationStrategy {
    private final Map<String, Set<String>> byName = new TreeMap<>();

    /** Gives {@code permissions}, and those that they imply, to the user or group {@code name}. */
    public LocalPermissions grant(String name, Permission... permissions) {
        Set<String> granted = byName.computeIfAbsent(name, key -> new TreeSet<>());
        for (Permission each : permissions) {
            granted.add(each.getId());
        }
        return this;
    }

    @Override
    public ACL getRootACL() {
        return ACL.lambda2(this::allows);
    }

    private boolean allows(Authentication who, Permission permission) {
        for (Permission each = permission; each != null; each = each.impliedBy) {
            String id = each.getId();
            Predicate<String> holds =
                    name -> byName.getOrDefault(name, Set.of()).contains(id);
            if (holds.test(who.getName())
                    || who.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .anyMatch(holds)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Collection<String> getGroups() {
        return Set.copyOf(byName.keySet());
    }

    @Override
    public Descriptor<AuthorizationStrategy> getDescriptor() {
        throw new IllegalStateException("Local permissions are set by settings, not by a form");
    }
}
