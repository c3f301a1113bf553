package org.jenkinsci.remoting;

/** Work that says where it may run. */
public interface RoleSensitive {
    void checkRoles(RoleChecker roleChecker) throws SecurityException;
}
