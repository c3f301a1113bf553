package io.jenkins.plugins.delivery.rehearsal.pages;

import hudson.model.Item;
import hudson.security.Permission;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.jenkinsapi.LocalPermissions;
import io.jenkins.plugins.delivery.jenkinsapi.LocalSecurityRealm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.model.Jenkins;

/** The kinds of people that there are: who they are is said to the server by basic authentication. */
final class People {
    /** May nothing. */
    static final String ANONYMOUS = "";

    static final String READER = "reader";
    static final String DEVELOPER = "developer";
    static final String APPROVER = "approver";
    static final String ANOTHER_APPROVER = "other";
    static final String ADMINISTRATOR = "administrator";

    /** What each was given; the administrator has all of it. */
    static final Map<String, List<Permission>> PERMISSIONS = permissions();

    private People() {}

    /** From now on everybody may only what they were given. */
    static void move() {
        Map<String, List<String>> groups = new TreeMap<>();
        LocalPermissions permissions = new LocalPermissions();
        PERMISSIONS.forEach((name, given) -> {
            if (!name.equals(ANONYMOUS)) {
                groups.put(name, List.of());
                permissions.grant(name, given.toArray(Permission[]::new));
            }
        });
        Jenkins.get().setSecurityRealm(new LocalSecurityRealm(groups));
        Jenkins.get().setAuthorizationStrategy(permissions);
    }

    static boolean may(String name, Permission wanted) {
        for (Permission one = wanted; one != null; one = one.impliedBy) {
            if (PERMISSIONS.get(name).contains(one)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, List<Permission>> permissions() {
        Map<String, List<Permission>> all = new LinkedHashMap<>();
        all.put(ANONYMOUS, List.of());
        all.put(READER, List.of(Jenkins.READ, Item.READ));
        all.put(DEVELOPER, List.of(Jenkins.READ, Item.READ, Item.BUILD, DeliveryPermissions.OPERATE));
        all.put(APPROVER, List.of(Jenkins.READ, Item.READ, DeliveryPermissions.APPROVE));
        all.put(ANOTHER_APPROVER, List.of(Jenkins.READ, Item.READ, DeliveryPermissions.APPROVE));
        all.put(ADMINISTRATOR, List.of(Jenkins.ADMINISTER));
        return all;
    }
}
