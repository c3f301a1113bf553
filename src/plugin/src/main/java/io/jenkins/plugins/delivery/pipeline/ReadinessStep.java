package io.jenkins.plugins.delivery.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.engine.pipeline.BuildTool;
import io.jenkins.plugins.delivery.engine.pipeline.Checkout;
import io.jenkins.plugins.delivery.engine.pipeline.ReleaseVersion;
import io.jenkins.plugins.delivery.engine.pipeline.StrategyChoice;
import io.jenkins.plugins.delivery.engine.pipeline.Workspace;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import io.jenkins.plugins.delivery.steps.WorkspaceFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code deliveryReadiness}: whether what was checked out can be delivered from this agent; all problems at once. */
public final class ReadinessStep extends AnsweringStep {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Object> stages;
    private ArrayList<String> programs = new ArrayList<>();
    private String git;
    private String version;
    private String manifests;
    private String environment;
    private boolean allowDirty;
    private boolean allowShallow;

    @DataBoundConstructor
    @SuppressWarnings("rawtypes")
    public ReadinessStep(List stages) {
        this.stages = StageMaps.copy(stages);
    }

    /** As {@code deliveryPlan} returned them. */
    @SuppressWarnings("rawtypes")
    public List getStages() {
        return stages;
    }

    /** Those that the agent has. */
    public List<String> getPrograms() {
        return List.copyOf(programs);
    }

    @DataBoundSetter
    public void setPrograms(List<String> programs) {
        this.programs = Texts.of(programs);
    }

    /** What Git said of the checkout; null where there is none. */
    @CheckForNull
    public String getGit() {
        return git;
    }

    @DataBoundSetter
    public void setGit(String git) {
        this.git = Util.fixEmpty(git);
    }

    @CheckForNull
    public String getVersion() {
        return version;
    }

    @DataBoundSetter
    public void setVersion(String version) {
        this.version = Util.fixEmptyAndTrim(version);
    }

    /** Ant patterns. */
    @CheckForNull
    public String getManifests() {
        return manifests;
    }

    @DataBoundSetter
    public void setManifests(String manifests) {
        this.manifests = Util.fixEmptyAndTrim(manifests);
    }

    /** The environment that the strategy is for; null where its settings say nothing of it. */
    @CheckForNull
    public String getEnvironment() {
        return environment;
    }

    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = Util.fixEmptyAndTrim(environment);
    }

    public boolean isAllowDirty() {
        return allowDirty;
    }

    @DataBoundSetter
    public void setAllowDirty(boolean allowDirty) {
        this.allowDirty = allowDirty;
    }

    public boolean isAllowShallow() {
        return allowShallow;
    }

    @DataBoundSetter
    public void setAllowShallow(boolean allowShallow) {
        this.allowShallow = allowShallow;
    }

    @Override
    void check() {
        StageMaps.plan(stages);
        if (manifests != null) {
            WorkspaceFiles.check("manifests", manifests);
        }
    }

    @Override
    Object answer(StepContext context) throws IOException, InterruptedException {
        Workspace workspace =
                context.get(FilePath.class).act(new ReadWorkspace(manifests)).workspace();
        Checkout checkout = Checkout.parse(Util.fixNull(git));
        List<String> problems = new ArrayList<>(checkout.problems(allowDirty, allowShallow));
        String released = released(workspace, context, problems);
        problems.addAll(StageMaps.plan(stages).missing(workspace, programs));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        StrategyChoice strategy = strategy(workspace);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", released);
        answer.put("commit", checkout.commit());
        answer.put("tool", workspace.buildTool().map(BuildTool::id).orElse(""));
        answer.put("strategy", strategy.strategy());
        answer.put("router", Util.fixNull(strategy.router()));
        answer.put("why", strategy.why());
        context.get(TaskListener.class)
                .getLogger()
                .println("Version " + released
                        + (checkout.commit().isEmpty() ? "" : " of commit " + checkout.shortCommit()));
        return answer;
    }

    private StrategyChoice strategy(Workspace workspace) {
        StrategyChoice found = workspace.strategy();
        String ruled = StrategyStep.ruled(environment);
        return ruled == null ? found : found.instead(ruled, "the settings of " + environment + " say so");
    }

    private String released(Workspace workspace, StepContext context, List<String> problems)
            throws IOException, InterruptedException {
        String build = String.valueOf(context.get(Run.class).getNumber());
        try {
            return ReleaseVersion.of(
                    version, context.get(EnvVars.class).get("TAG_NAME"), workspace.projectVersion(), build);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            return "";
        }
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "deliveryReadiness";
        }

        @Override
        public String getDisplayName() {
            return Messages.ReadinessStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(FilePath.class, Run.class, EnvVars.class, TaskListener.class);
        }
    }
}
