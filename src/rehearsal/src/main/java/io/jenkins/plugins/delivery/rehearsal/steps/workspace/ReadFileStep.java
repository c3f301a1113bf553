package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.FilePath;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.io.InputStream;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code readFile}: the text of a file. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.ReadFileStep")
public final class ReadFileStep extends Step {
    private final String file;
    private String encoding;

    @DataBoundConstructor
    public ReadFileStep(String file) {
        this.file = file;
    }

    public String getFile() {
        return file;
    }

    @CheckForNull
    public String getEncoding() {
        return encoding;
    }

    @DataBoundSetter
    public void setEncoding(@CheckForNull String encoding) {
        this.encoding = encoding;
    }

    @Override
    public StepExecution start(StepContext context) {
        String name = file;
        String how = encoding;
        return StepExecutions.synchronousNonBlocking(context, at -> {
            try (InputStream in = at.get(FilePath.class).child(name).read()) {
                return FileText.decode(in.readAllBytes(), how);
            }
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("readFile", "Read file from workspace", FilePath.class);
        }
    }
}
