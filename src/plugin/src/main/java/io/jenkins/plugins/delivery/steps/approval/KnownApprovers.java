package io.jenkins.plugins.delivery.steps.approval;

import hudson.model.User;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.delivery.engine.approval.ApprovalPolicy;
import io.jenkins.plugins.delivery.engine.approval.ApproverRule;
import io.jenkins.plugins.delivery.engine.approval.Approvers;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.lang.reflect.InvocationTargetException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * Asks the security realm whether the approvers of a policy exist, before anybody waits for them. A realm that cannot
 * tell, because it does not know people before they log in or does not answer, is believed to know them.
 */
final class KnownApprovers {
    private static final Logger LOGGER = Logger.getLogger(KnownApprovers.class.getName());
    /** What realms throw that cannot look somebody up; its name is the same in all releases. */
    private static final String MAY_OR_MAY_NOT = "UserMayOrMayNotExistException";

    private KnownApprovers() {}

    /**
     * @throws ArgumentException if a user or group is known not to exist
     */
    static void check(ApprovalPolicy policy) {
        SecurityRealm realm = Jenkins.get().getSecurityRealm();
        if (realm == null) {
            return;
        }
        for (Approvers demand : policy.demands()) {
            for (ApproverRule rule : demand.rules()) {
                rule.users().forEach(user -> require("user", user, () -> realm.loadUserByUsername2(user)));
                rule.groups().stream()
                        .filter(group -> !group.equals(SecurityRealm.AUTHENTICATED_AUTHORITY2.getAuthority()))
                        .forEach(group -> require("group", group, () -> loadGroup(realm, group)));
            }
        }
    }

    /** By its name, since it returns a type that plugins do not need otherwise. */
    private static void loadGroup(SecurityRealm realm, String group) {
        try {
            realm.getClass()
                    .getMethod("loadGroupByGroupname2", String.class, boolean.class)
                    .invoke(realm, group, false);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("It cannot be told whether there is a group " + group, e);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            LOGGER.log(Level.FINE, "The security realm cannot look up groups", e);
        }
    }

    private static void require(String what, String name, Runnable lookUp) {
        try {
            lookUp.run();
        } catch (UsernameNotFoundException e) {
            boolean cannotTell = e.getClass().getSimpleName().startsWith(MAY_OR_MAY_NOT);
            boolean loggedIn = what.equals("user") && User.getById(name, false) != null;
            if (!cannotTell && !loggedIn) {
                throw new ArgumentException("approvers", "the security realm knows no " + what + " '" + name + "'");
            }
        } catch (AuthenticationException e) {
            LOGGER.log(Level.WARNING, e, () -> "It cannot be told whether there is a " + what + " " + name);
        }
    }
}
