package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import hudson.Extension;
import java.util.List;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;

/** A secret text in one variable. */
public final class StringBinding extends CredentialBinding {
    private static final long serialVersionUID = 1;

    private final String variable;

    @DataBoundConstructor
    public StringBinding(String credentialsId, String variable) {
        super(credentialsId);
        this.variable = variable;
    }

    public String getVariable() {
        return variable;
    }

    @Override
    List<BoundVariable> bind(StepContext context) throws Exception {
        StringCredentials credential = credential(StringCredentials.class, context);
        return List.of(new BoundVariable(variable, credential.getSecret(), null));
    }

    /** Registers the binding. */
    @Extension
    @Symbol("string")
    public static final class DescriptorImpl extends BindingDescriptor {
        public DescriptorImpl() {
            super("Secret text");
        }
    }
}
