package org.jenkinsci.remoting;

public interface RoleSensitive {
    public void checkRoles(RoleChecker roleChecker) throws SecurityException;
}
