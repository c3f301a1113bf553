package hudson.security;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

public interface AccessControlled {
    public ACL getACL();

    public default void checkPermission(Permission permission) throws AccessDeniedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public default void checkAnyPermission(Permission... permission) throws AccessDeniedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public default boolean hasPermission(Permission permission) {
        throw new UnsupportedOperationException("unwritten");
    }

    public default boolean hasAnyPermission(Permission... permission) {
        throw new UnsupportedOperationException("unwritten");
    }

    public default boolean hasPermission2(Authentication authentication, Permission permission) {
        throw new UnsupportedOperationException("unwritten");
    }
}
