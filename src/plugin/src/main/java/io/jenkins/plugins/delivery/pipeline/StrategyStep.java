package io.jenkins.plugins.delivery.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.pipeline.DeployStrategy;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import java.io.IOException;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code deliveryStrategy}: by which strategy to deploy: what the Jenkinsfile says, else the settings of the environment. */
public final class StrategyStep extends AnsweringStep {
    private static final long serialVersionUID = 1L;

    private final String environment;
    private String said;
    private String otherwise = "rolling";

    @DataBoundConstructor
    public StrategyStep(String environment) {
        this.environment = Util.fixNull(environment).strip();
    }

    public String getEnvironment() {
        return environment;
    }

    /** What the Jenkinsfile says; null for nothing. */
    @CheckForNull
    public String getSaid() {
        return said;
    }

    @DataBoundSetter
    public void setSaid(String said) {
        this.said = Util.fixEmptyAndTrim(said);
    }

    /** Where nobody says any. */
    public String getOtherwise() {
        return otherwise;
    }

    @DataBoundSetter
    public void setOtherwise(String otherwise) {
        this.otherwise = Util.fixNull(otherwise).strip();
    }

    @Override
    void check() {
        if (environment.isEmpty()) {
            throw new ArgumentException("environment", "nothing was given");
        }
        pick(said == null ? otherwise : said);
        pick(otherwise);
    }

    @Override
    Object answer(StepContext context) throws IOException, InterruptedException {
        if (said != null) {
            return pick(said);
        }
        String ruled = ruled(environment);
        if (ruled == null) {
            return otherwise;
        }
        context.get(TaskListener.class)
                .getLogger()
                .println("To " + environment + " by " + ruled + ": the settings of the environment say so");
        return ruled;
    }

    /** What the settings of an environment say; null where they say nothing, or there is none of that name. */
    @CheckForNull
    static String ruled(@CheckForNull String environment) {
        return DeliveryConfiguration.get()
                .knownEnvironment(environment)
                .map(EnvironmentSettings::getDefaultStrategy)
                .orElse(null);
    }

    private static String pick(String word) {
        return Choices.pick(
                "deployTo",
                "strategy",
                word,
                DeployStrategy.WORDS.stream().sorted().toList());
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "deliveryStrategy";
        }

        @Override
        public String getDisplayName() {
            return Messages.StrategyStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(TaskListener.class);
        }
    }
}
