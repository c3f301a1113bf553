package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import hudson.util.Secret;
import java.util.List;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;

/** A username and its password in one variable, with a colon between. */
public final class UsernameColonPasswordBinding extends CredentialBinding {
    private static final long serialVersionUID = 1;

    private final String variable;

    @DataBoundConstructor
    public UsernameColonPasswordBinding(String credentialsId, String variable) {
        super(credentialsId);
        this.variable = variable;
    }

    public String getVariable() {
        return variable;
    }

    @Override
    List<BoundVariable> bind(StepContext context) throws Exception {
        StandardUsernamePasswordCredentials login = credential(StandardUsernamePasswordCredentials.class, context);
        return List.of(new BoundVariable(variable, login.getUsername() + ":" + Secret.toString(login.getPassword())));
    }

    /** Registers the binding. */
    @Extension
    @Symbol("usernameColonPassword")
    public static final class DescriptorImpl extends BindingDescriptor {
        public DescriptorImpl() {
            super("Username and password (conjoined)");
        }
    }
}
