package io.jenkins.plugins.delivery.jenkinsapi;

import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;

/** Makes the permissions of the core. */
public final class StandardPermission {
    private StandardPermission() {}

    public static Permission of(PermissionGroup group, String name, Permission impliedBy, PermissionScope scope) {
        return new Permission(group, name, new FixedText(name), impliedBy, true, new PermissionScope[] {scope});
    }
}
