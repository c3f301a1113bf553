package io.jenkins.plugins.delivery.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.Util;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.pipeline.Contradictions;
import io.jenkins.plugins.delivery.engine.pipeline.Occasion;
import io.jenkins.plugins.delivery.engine.pipeline.PipelinePlan;
import io.jenkins.plugins.delivery.engine.pipeline.Program;
import io.jenkins.plugins.delivery.engine.pipeline.Stage;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code deliveryPlan}: which stages a delivery has, and which of them run in this build. */
public final class PlanStep extends AnsweringStep {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, String> stages;
    private ArrayList<String> environments = new ArrayList<>(List.of("staging", "production"));
    private ArrayList<String> targets = new ArrayList<>();
    private String image;
    private boolean strategySaid;
    private ArrayList<String> hooks = new ArrayList<>();
    private ArrayList<String> releaseBranches = new ArrayList<>(List.of("main", "master", "release/*"));

    @DataBoundConstructor
    public PlanStep(Map<String, String> stages) {
        this.stages = Texts.of(stages);
    }

    /** What the Jenkinsfile made of each stage. */
    public Map<String, String> getStages() {
        return new LinkedHashMap<>(stages);
    }

    /** In the order in which a release goes through them. */
    public List<String> getEnvironments() {
        return List.copyOf(environments);
    }

    @DataBoundSetter
    public void setEnvironments(List<String> environments) {
        this.environments = Texts.of(environments);
    }

    /** What the settings call the environments, one for each; empty where they are called the same. */
    public List<String> getTargets() {
        return List.copyOf(targets);
    }

    @DataBoundSetter
    public void setTargets(List<String> targets) {
        this.targets = Texts.of(targets);
    }

    /** Stages before or after which something is to be done, such as {@code after.staging}. */
    public List<String> getHooks() {
        return List.copyOf(hooks);
    }

    @DataBoundSetter
    public void setHooks(List<String> hooks) {
        this.hooks = Texts.of(hooks);
    }

    /** Names of the branches that are released; they may have wildcards. */
    public List<String> getReleaseBranches() {
        return List.copyOf(releaseBranches);
    }

    @DataBoundSetter
    public void setReleaseBranches(List<String> releaseBranches) {
        this.releaseBranches = Texts.of(releaseBranches);
    }

    /** The repository that is built, or the image that was; null where the pipeline says none. */
    @CheckForNull
    public String getImage() {
        return image;
    }

    @DataBoundSetter
    public void setImage(String image) {
        this.image = Util.fixEmptyAndTrim(image);
    }

    /** Whether the pipeline says by which strategy the last environment is deployed to. */
    public boolean isStrategySaid() {
        return strategySaid;
    }

    @DataBoundSetter
    public void setStrategySaid(boolean strategySaid) {
        this.strategySaid = strategySaid;
    }

    @Override
    Object answer(StepContext context) throws IOException, InterruptedException {
        EnvVars env = context.get(EnvVars.class);
        Occasion occasion = new Occasion(env.get("CHANGE_ID"), env.get("BRANCH_NAME"), env.get("TAG_NAME"));
        Map<String, Stage.Way> ways = new HashMap<>();
        stages.forEach((key, way) -> ways.put(key, Choices.pick(key, way, Stage.Way.class)));
        checkOrder();
        PipelinePlan plan = PipelinePlan.of(ways, environments, hooks, occasion, releaseBranches);
        new Contradictions(ways, environments, Util.fixNull(image)).refuse(strategySaid);
        tell(plan, context.get(TaskListener.class).getLogger());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("stages", StageMaps.of(plan.stages()));
        answer.put("before", StageMaps.of(plan.beforeGate()));
        answer.put("gate", StageMaps.of(plan.gate()));
        answer.put("after", StageMaps.of(plan.afterGate()));
        answer.put("programs", new ArrayList<>(Program.names()));
        return answer;
    }

    /** That production gets nothing from here is said before anything is built. */
    private void checkOrder() {
        List<String> names = targets.isEmpty() ? environments : targets;
        for (int i = 1; i < names.size(); i++) {
            String before = names.get(i - 1);
            String here = names.get(i);
            DeliveryConfiguration.get()
                    .knownEnvironment(here)
                    .map(EnvironmentSettings::getPromotedFrom)
                    .filter(from -> !from.equals(before))
                    .ifPresent(from -> {
                        throw new ArgumentException(
                                "environments",
                                "'" + here + "' is promoted from '" + from + "', as its settings say, and not from '"
                                        + before + "'; put '" + from + "' before it");
                    });
        }
    }

    private static void tell(PipelinePlan plan, PrintStream log) {
        Map<String, List<String>> leftOut = new LinkedHashMap<>();
        for (Stage stage : plan.stages()) {
            if (!stage.runs()) {
                leftOut.computeIfAbsent(stage.leftOut(), why -> new ArrayList<>())
                        .add(stage.title());
            }
        }
        leftOut.forEach((why, titles) -> log.println("Without " + String.join(", ", titles) + ": " + why));
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "deliveryPlan";
        }

        @Override
        public String getDisplayName() {
            return Messages.PlanStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(EnvVars.class, TaskListener.class);
        }
    }
}
