package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Extension;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code libraryResource}: the text of a file below {@code resources} of a shared library. */
@KnownAs("org.jenkinsci.plugins.workflow.libs.ResourceStep")
public final class LibraryResourceStep extends Step {
    private final String resource;
    private String encoding;

    @DataBoundConstructor
    public LibraryResourceStep(String resource) {
        this.resource = resource;
    }

    public String getResource() {
        return resource;
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
        String path = resource;
        String how = encoding;
        return StepExecutions.synchronous(context, at -> {
            Path file = at.get(PipelineExecution.class).libraryResource(path);
            if (file == null) {
                throw new AbortException("No such library resource " + path + " could be found.");
            }
            byte[] bytes = Files.readAllBytes(file);
            return "Base64".equals(how)
                    ? Base64.getEncoder().encodeToString(bytes)
                    : new String(bytes, how == null ? StandardCharsets.UTF_8 : Charset.forName(how));
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("libraryResource", "Load a resource file from a library");
        }
    }
}
