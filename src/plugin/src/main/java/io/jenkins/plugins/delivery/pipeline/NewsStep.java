package io.jenkins.plugins.delivery.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import io.jenkins.plugins.delivery.steps.News;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code deliveryNews}: tells the notification targets of the settings something. Whether they got it, the system log says. */
public final class NewsStep extends AnsweringStep {
    private static final long serialVersionUID = 1L;
    private static final Pattern EVENT = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");

    private final String message;
    private String title;
    private String event = "pipeline.message";
    private String environment;

    @DataBoundConstructor
    public NewsStep(String message) {
        this.message = Util.fixNull(message).strip();
    }

    public String getMessage() {
        return message;
    }

    /** In a few words; null for the name of the build. */
    @CheckForNull
    public String getTitle() {
        return title;
    }

    @DataBoundSetter
    public void setTitle(String title) {
        this.title = Util.fixEmptyAndTrim(title);
    }

    /** What targets choose by. */
    public String getEvent() {
        return event;
    }

    @DataBoundSetter
    public void setEvent(String event) {
        this.event = Util.fixNull(event).strip();
    }

    /** What targets choose by, too; null for none. */
    @CheckForNull
    public String getEnvironment() {
        return environment;
    }

    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = Util.fixEmptyAndTrim(environment);
    }

    @Override
    void check() {
        if (message.isEmpty()) {
            throw new ArgumentException("message", "say what is to be told");
        }
        if (!EVENT.matcher(event).matches()) {
            throw new ArgumentException("event", "'" + event + "' is no name of an event, such as pipeline.finished");
        }
        if (environment != null) {
            DeliveryConfiguration.get().environment(environment);
        }
    }

    /** How many targets want to hear of it. */
    @Override
    Object answer(StepContext context) throws IOException, InterruptedException {
        Run<?, ?> run = context.get(Run.class);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("build", run.getFullDisplayName());
        if (environment != null) {
            facts.put("environment", environment);
        }
        String about = Util.fixNull(environment);
        News.send(run, about, event, title == null ? run.getFullDisplayName() : title, message, "delivery", facts);
        return (int) DeliveryConfiguration.get().getNotificationTargets().stream()
                .filter(target -> target.wants(event, about))
                .count();
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "deliveryNews";
        }

        @Override
        public String getDisplayName() {
            return Messages.NewsStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class);
        }
    }
}
