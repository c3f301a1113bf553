package io.jenkins.plugins.delivery.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each account may do with a job, as Jenkins itself says. */
final class Permissions {
    /** From those who may nothing to those who may everything. */
    static final List<String> ACCOUNTS = List.of("", "reader", "developer", "approver", "admin");

    private final RealJenkins jenkins;
    private final String job;
    private final Map<String, Boolean> known = new HashMap<>();

    Permissions(RealJenkins jenkins, String job) {
        this.jenkins = jenkins;
        this.job = job;
    }

    /** @param permission as in {@code Delivery/View} or {@code Overall/Administer} */
    boolean has(String account, String permission) {
        return known.computeIfAbsent(account + " " + permission, key -> {
            String said = jenkins.as("admin").script("""
                    import hudson.security.*
                    def names = [Hudson: 'Overall', DeliveryPermissions: 'Delivery']
                    def wanted = Permission.all.find {
                      (names[it.group.owner.simpleName] ?: it.group.owner.simpleName) + '/' + it.name == '%s'
                    }
                    def who = '%s' ? hudson.model.User.getById('%2$s', false).impersonate2() : Jenkins.ANONYMOUS2
                    def on = wanted.group.owner == hudson.model.Hudson ? Jenkins.get() : Jenkins.get().getItemByFullName('%s')
                    print on.getACL().hasPermission2(who, wanted)
                    """.formatted(permission, account, job));
            if (!List.of("true", "false").contains(said)) {
                throw new AcceptanceException("Nothing is known of the permission " + permission + ": " + said);
            }
            return Boolean.valueOf(said);
        });
    }
}
