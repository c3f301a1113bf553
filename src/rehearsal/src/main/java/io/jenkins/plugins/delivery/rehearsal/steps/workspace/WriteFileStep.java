package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.FilePath;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code writeFile}: writes a file and the folders that it needs. */
@KnownAs("org.jenkinsci.plugins.workflow.steps.WriteFileStep")
public final class WriteFileStep extends Step {
    private final String file;
    private final String text;
    private String encoding;

    @DataBoundConstructor
    public WriteFileStep(String file, String text) {
        this.file = file;
        this.text = text;
    }

    public String getFile() {
        return file;
    }

    public String getText() {
        return text;
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
        byte[] bytes = FileText.encode(text, encoding);
        return StepExecutions.synchronousNonBlockingVoid(context, at -> {
            FilePath target = at.get(FilePath.class).child(name);
            target.copyFrom(new java.io.ByteArrayInputStream(bytes));
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("writeFile", "Write file to workspace", FilePath.class);
        }
    }
}
