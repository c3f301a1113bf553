package io.jenkins.plugins.delivery.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.pipeline.BuildTool;
import io.jenkins.plugins.delivery.engine.pipeline.Suite;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code deliveryWorkspace}: what builds a workspace, and how it is asked to. */
public final class WorkspaceStep extends AnsweringStep {
    private static final long serialVersionUID = 1L;

    private String tool;
    private String suite = "ALL";

    @DataBoundConstructor
    public WorkspaceStep() {}

    /** Name of the build tool; null for the one whose file is there. */
    @CheckForNull
    public String getTool() {
        return tool;
    }

    @DataBoundSetter
    public void setTool(String tool) {
        this.tool = Util.fixEmptyAndTrim(tool);
    }

    /** Which tests are meant. */
    public String getSuite() {
        return suite;
    }

    @DataBoundSetter
    public void setSuite(String suite) {
        this.suite = Util.fixNull(suite).strip();
    }

    @Override
    void check() {
        Choices.pick("suite", suite, Suite.class);
        if (tool != null) {
            BuildTool.named("tool", tool);
        }
    }

    @Override
    Object answer(StepContext context) throws IOException, InterruptedException {
        ReadWorkspace.Found found = context.get(FilePath.class).act(new ReadWorkspace(null));
        BuildTool known = tool == null
                ? found.workspace()
                        .buildTool()
                        .orElseThrow(() -> new IllegalArgumentException("There is no "
                                + String.join(", ", BuildTool.allMarkers())
                                + " here, so the build tool is not known: say the command."))
                : BuildTool.named("tool", tool);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("tool", known.id());
        answer.put("command", known.command(found.files()));
        answer.put("lint", known.lint(found.files()));
        answer.put("test", known.test(found.files(), Choices.pick("suite", suite, Suite.class)));
        answer.put("results", known.results());
        answer.put("coverage", new ArrayList<>(known.coverage()));
        return answer;
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "deliveryWorkspace";
        }

        @Override
        public String getDisplayName() {
            return Messages.WorkspaceStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(FilePath.class);
        }
    }
}
