package hudson.security;

import hudson.model.User;
import hudson.remoting.Callable;
import java.util.function.BiFunction;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;

public abstract class ACL {
    public static final String ANONYMOUS_USERNAME = "anonymous";
    public static final String SYSTEM_USERNAME = "SYSTEM";
    public static final Authentication SYSTEM2 = null;

    public ACL() {}

    public final void checkPermission(Permission permission) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final void checkAnyPermission(Permission... permission) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean hasPermission(Permission permission) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean hasAnyPermission(Permission... permission) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean hasPermission2(Authentication authentication, Permission permission) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ACL lambda2(BiFunction<Authentication, Permission, Boolean> biFunction) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static SecurityContext impersonate2(Authentication authentication) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void impersonate2(Authentication authentication, Runnable runnable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <V, T extends Exception> V impersonate2(Authentication authentication, Callable<V, T> callable)
            throws T {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ACLContext as2(Authentication authentication) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ACLContext as(User user) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean isAnonymous2(Authentication authentication) {
        throw new UnsupportedOperationException("unwritten");
    }
}
