package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Run;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** One credential of {@code withCredentials}, and the variables that its parts go to. */
public abstract class CredentialBinding extends AbstractDescribableImpl<CredentialBinding> implements Serializable {
    private static final long serialVersionUID = 1;

    private final String credentialsId;

    CredentialBinding(String credentialsId) {
        this.credentialsId = credentialsId;
    }

    public final String getCredentialsId() {
        return credentialsId;
    }

    /** The variables with their values, in the order in which the log names them. */
    abstract List<BoundVariable> bind(StepContext context) throws Exception;

    final <C extends StandardCredentials> C credential(Class<C> type, StepContext context)
            throws IOException, InterruptedException {
        Run<?, ?> run = context.get(Run.class);
        IdCredentials found = CredentialsProvider.findCredentialById(credentialsId, IdCredentials.class, run);
        if (found == null) {
            throw new CredentialMissing("Could not find credentials entry with ID '" + credentialsId + "'");
        }
        if (!type.isInstance(found)) {
            throw new CredentialMissing("Credentials '" + credentialsId + "' is of type '"
                    + found.getClass().getSimpleName() + "' where '" + type.getSimpleName() + "' was expected");
        }
        return CredentialsProvider.track(run, type.cast(found));
    }

    /** Base of the kinds of bindings. */
    abstract static class BindingDescriptor extends Descriptor<CredentialBinding> {
        private final String display;

        BindingDescriptor(String display) {
            this.display = display;
        }

        @Override
        public final String getDisplayName() {
            return display;
        }
    }
}
