package hudson.security;

import hudson.model.User;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import jenkins.model.Jenkins;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Decides who may do what to one object. */
public abstract class ACL {
    public static final String ANONYMOUS_USERNAME = "anonymous";
    public static final String SYSTEM_USERNAME = "SYSTEM";

    /** The controller itself, which may do everything. */
    public static final Authentication SYSTEM2 =
            new UsernamePasswordAuthenticationToken(SYSTEM_USERNAME, "SYSTEM", List.of());

    public ACL() {}

    public boolean hasPermission2(Authentication authentication, Permission permission) {
        throw new AbstractMethodError(getClass().getName() + " does not say who has a permission");
    }

    public final boolean hasPermission(Permission permission) {
        Authentication authentication = Jenkins.getAuthentication2();
        return authentication.equals(SYSTEM2) || hasPermission2(authentication, permission);
    }

    public final boolean hasAnyPermission(Permission... permissions) {
        return Arrays.stream(permissions).anyMatch(this::hasPermission);
    }

    public final void checkPermission(Permission permission) {
        Permission wanted = permission;
        while (!wanted.enabled && wanted.impliedBy != null) {
            wanted = wanted.impliedBy;
        }
        if (!hasPermission(wanted)) {
            throw new AccessDeniedException3(Jenkins.getAuthentication2(), wanted);
        }
    }

    /** Passes when one of {@code permissions} is held; otherwise names the first. */
    public final void checkAnyPermission(Permission... permissions) {
        if (permissions.length == 0) {
            throw new IllegalArgumentException("At least one permission must be given");
        }
        if (!hasAnyPermission(permissions)) {
            throw new AccessDeniedException3(Jenkins.getAuthentication2(), permissions[0]);
        }
    }

    public static ACL lambda2(BiFunction<Authentication, Permission, Boolean> decision) {
        return new ACL() {
            @Override
            public boolean hasPermission2(Authentication authentication, Permission permission) {
                return authentication.equals(SYSTEM2) || decision.apply(authentication, permission);
            }
        };
    }

    /** Makes the thread act as {@code authentication} until the context is closed. */
    public static ACLContext as2(Authentication authentication) {
        ACLContext context = new ACLContext(SecurityContextHolder.getContext());
        SecurityContext impersonated = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(impersonated);
        return context;
    }

    /** Makes the thread act as {@code user}, or as nobody when that is null. */
    public static ACLContext as(User user) {
        return as2(user == null ? Jenkins.ANONYMOUS2 : user.impersonate2());
    }

    public static boolean isAnonymous2(Authentication authentication) {
        return authentication.getName().equals(ANONYMOUS_USERNAME);
    }
}
