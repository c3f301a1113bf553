package io.jenkins.plugins.delivery.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.pipeline.Promotion;
import io.jenkins.plugins.delivery.environments.KnownDeployments;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code deliveryPromotion}: lets an image go on only if it served in the environment before. */
public final class PromotionStep extends AnsweringStep {
    private static final long serialVersionUID = 1L;

    private final String app;
    private final String image;
    private final String to;
    private String from;
    private boolean vouched;

    @DataBoundConstructor
    public PromotionStep(String app, String image, String to) {
        this.app = Util.fixNull(app).strip();
        this.image = Util.fixNull(image).strip();
        this.to = Util.fixNull(to).strip();
    }

    public String getApp() {
        return app;
    }

    public String getImage() {
        return image;
    }

    /** The environment before; null for the one that the settings say. */
    @CheckForNull
    public String getFrom() {
        return from;
    }

    @DataBoundSetter
    public void setFrom(String from) {
        this.from = Util.fixEmptyAndTrim(from);
    }

    public String getTo() {
        return to;
    }

    /** Whether the Jenkinsfile deployed it there by means of its own, which no report tells of. */
    public boolean isVouched() {
        return vouched;
    }

    @DataBoundSetter
    public void setVouched(boolean vouched) {
        this.vouched = vouched;
    }

    @Override
    void check() {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("app", app);
        needed.put("image", image);
        needed.put("to", to);
        needed.forEach((name, value) -> {
            if (value.isEmpty()) {
                throw new ArgumentException(name, "nothing was given");
            }
        });
    }

    @Override
    Object answer(StepContext context) throws IOException, InterruptedException {
        String ruled = ruled();
        String before = ruled == null ? from : ruled;
        if (before == null) {
            throw new ArgumentException(
                    "from", "say it, because the settings do not say from which environment '" + to + "' is promoted");
        }
        if (from != null && !from.equals(before)) {
            throw new ArgumentException(
                    "from",
                    "'" + to + "' gets only what served in '" + before + "': the settings say so, and '" + from
                            + "' is not that");
        }
        Run<?, ?> run = context.get(Run.class);
        List<Promotion.Deployment> known = new ArrayList<>(KnownDeployments.of(run, app));
        if (vouched && ruled == null) {
            known.add(new Promotion.Deployment(before, List.of(image), true, "a stage of this Jenkinsfile"));
        }
        String where = new Promotion(app, image, before, to).passed(known);
        context.get(TaskListener.class)
                .getLogger()
                .println(image + " passed " + before + " by " + where + " and may go to " + to);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("digest", Promotion.digest(image).orElseThrow());
        answer.put("passed", where);
        return answer;
    }

    /** What the administrator says stands. */
    @CheckForNull
    private String ruled() {
        return DeliveryConfiguration.get()
                .knownEnvironment(to)
                .map(EnvironmentSettings::getPromotedFrom)
                .orElse(null);
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "deliveryPromotion";
        }

        @Override
        public String getDisplayName() {
            return Messages.PromotionStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }
    }
}
