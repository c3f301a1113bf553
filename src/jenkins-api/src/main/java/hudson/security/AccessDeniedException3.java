package hudson.security;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Somebody lacks a permission. */
public class AccessDeniedException3 extends AccessDeniedException {
    private static final long serialVersionUID = 1;

    public final Authentication authentication;
    public final Permission permission;

    public AccessDeniedException3(Authentication authentication, Permission permission) {
        this(null, authentication, permission);
    }

    public AccessDeniedException3(Throwable cause, Authentication authentication, Permission permission) {
        super(
                authentication.getName() + " is missing the " + permission.group.title + "/" + permission.name
                        + " permission",
                cause);
        this.authentication = authentication;
        this.permission = permission;
    }
}
