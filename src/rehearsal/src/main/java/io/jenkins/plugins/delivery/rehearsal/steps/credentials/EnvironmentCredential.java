package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code NAME = credentials('id')} in a declarative pipeline: the kind of the credential decides which variables there are. */
public final class EnvironmentCredential extends CredentialBinding {
    private static final long serialVersionUID = 1;

    private final String variable;

    @DataBoundConstructor
    public EnvironmentCredential(String credentialsId, String variable) {
        super(credentialsId);
        this.variable = variable;
    }

    public String getVariable() {
        return variable;
    }

    @Override
    List<BoundVariable> bind(StepContext context) throws Exception {
        StandardCredentials credential = credential(StandardCredentials.class, context);
        if (credential instanceof StandardUsernamePasswordCredentials) {
            List<BoundVariable> both =
                    new ArrayList<>(new UsernameColonPasswordBinding(getCredentialsId(), variable).bind(context));
            both.addAll(new UsernamePasswordBinding(variable + "_USR", variable + "_PSW", getCredentialsId())
                    .bind(context));
            return both;
        }
        return credential instanceof FileCredentials
                ? new FileBinding(getCredentialsId(), variable).bind(context)
                : new StringBinding(getCredentialsId(), variable).bind(context);
    }

    /** Registers the binding. */
    @Extension
    @Symbol("environmentCredential")
    public static final class DescriptorImpl extends BindingDescriptor {
        public DescriptorImpl() {
            super("Credential of a declarative environment");
        }
    }
}
