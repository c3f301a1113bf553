package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import java.util.List;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;

/** A username and its password in two variables. */
public final class UsernamePasswordBinding extends CredentialBinding {
    private static final long serialVersionUID = 1;

    private final String usernameVariable;
    private final String passwordVariable;

    @DataBoundConstructor
    public UsernamePasswordBinding(String usernameVariable, String passwordVariable, String credentialsId) {
        super(credentialsId);
        this.usernameVariable = usernameVariable;
        this.passwordVariable = passwordVariable;
    }

    public String getUsernameVariable() {
        return usernameVariable;
    }

    public String getPasswordVariable() {
        return passwordVariable;
    }

    @Override
    List<BoundVariable> bind(StepContext context) throws Exception {
        StandardUsernamePasswordCredentials login = credential(StandardUsernamePasswordCredentials.class, context);
        return List.of(
                new BoundVariable(usernameVariable, login.getUsername()),
                new BoundVariable(passwordVariable, login.getPassword(), null));
    }

    /** Registers the binding. */
    @Extension
    @Symbol("usernamePassword")
    public static final class DescriptorImpl extends BindingDescriptor {
        public DescriptorImpl() {
            super("Username and password (separated)");
        }
    }
}
