package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import hudson.Extension;
import hudson.FilePath;
import hudson.util.Secret;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;

/** A secret file, copied beside the workspace while the block runs; the variable holds its path. */
public final class FileBinding extends CredentialBinding {
    private static final long serialVersionUID = 1;

    private final String variable;

    @DataBoundConstructor
    public FileBinding(String credentialsId, String variable) {
        super(credentialsId);
        this.variable = variable;
    }

    public String getVariable() {
        return variable;
    }

    @Override
    List<BoundVariable> bind(StepContext context) throws Exception {
        FilePath workspace = context.get(FilePath.class);
        if (workspace == null) {
            throw new MissingContextVariableException(FilePath.class);
        }
        FileCredentials credential = credential(FileCredentials.class, context);
        Path folder = Path.of(
                workspace.getRemote() + "@tmp", "secretFiles", UUID.randomUUID().toString());
        Files.createDirectories(folder);
        Path file = folder.resolve(Path.of(credential.getFileName()).getFileName());
        try (InputStream content = credential.getContent()) {
            Files.copy(content, file);
        }
        return List.of(new BoundVariable(variable, Secret.fromString(file.toString()), folder.toString()));
    }

    /** Registers the binding. */
    @Extension
    @Symbol("file")
    public static final class DescriptorImpl extends BindingDescriptor {
        public DescriptorImpl() {
            super("Secret file");
        }
    }
}
