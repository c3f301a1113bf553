package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.User;
import hudson.util.FormValidation;
import io.jenkins.plugins.delivery.engine.approval.ApproverRule;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** So many people out of these users and groups, as settings and Jenkinsfiles write it. */
public class Approver extends AbstractDescribableImpl<Approver> implements Serializable {
    private static final long serialVersionUID = 1L;

    private String user;
    private String group;
    private int count = 1;

    @DataBoundConstructor
    public Approver() {
        // everything is optional, together at least one of user and group is not
    }

    /** User ids, separated by commas. */
    @CheckForNull
    public String getUser() {
        return user;
    }

    @DataBoundSetter
    public void setUser(String user) {
        this.user = Util.fixEmptyAndTrim(user);
    }

    /** Groups or roles of the security realm, separated by commas. */
    @CheckForNull
    public String getGroup() {
        return group;
    }

    @DataBoundSetter
    public void setGroup(String group) {
        this.group = Util.fixEmptyAndTrim(group);
    }

    /** How many different people of them have to approve. */
    public int getCount() {
        return count;
    }

    @DataBoundSetter
    public void setCount(int count) {
        this.count = count;
    }

    /**
     * With user ids as the security realm compares them.
     *
     * @throws IllegalArgumentException if nobody could satisfy it
     */
    public ApproverRule toRule() {
        Set<String> users =
                words(user).stream().map(id -> User.idStrategy().keyFor(id)).collect(Collectors.toSet());
        return new ApproverRule(users, Set.copyOf(words(group)), count);
    }

    private static List<String> words(@CheckForNull String text) {
        return Words.names(List.of(Util.fixNull(text)));
    }

    @Extension
    @Symbol("approver")
    public static class DescriptorImpl extends Descriptor<Approver> {
        @Override
        public String getDisplayName() {
            return Messages.Approver_title();
        }

        @POST
        public FormValidation doCheckCount(@QueryParameter String value) {
            return Checks.administrator() ? FormValidation.validatePositiveInteger(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckGroup(@QueryParameter String value, @QueryParameter String user) {
            if (!Checks.administrator()) {
                return FormValidation.ok();
            }
            boolean nobody = Util.fixEmptyAndTrim(value) == null && Util.fixEmptyAndTrim(user) == null;
            return nobody ? FormValidation.error("Name a user or a group.") : FormValidation.ok();
        }
    }
}
