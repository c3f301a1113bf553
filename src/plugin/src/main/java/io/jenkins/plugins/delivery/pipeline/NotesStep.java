package io.jenkins.plugins.delivery.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.document.Document;
import io.jenkins.plugins.delivery.environments.BuildDocuments;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code deliveryNotes}: release notes, or the report on an incident, of the last rollout of this build. */
public final class NotesStep extends AnsweringStep {
    private static final long serialVersionUID = 1L;

    private final String about;
    private String environment;
    private String app;

    /** What is written about. */
    enum About {
        RELEASE,
        INCIDENT
    }

    @DataBoundConstructor
    public NotesStep(String about) {
        this.about = Util.fixNull(about).strip();
    }

    public String getAbout() {
        return about;
    }

    /** Null for any. */
    @CheckForNull
    public String getEnvironment() {
        return environment;
    }

    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = Util.fixEmptyAndTrim(environment);
    }

    /** Null for any. */
    @CheckForNull
    public String getApp() {
        return app;
    }

    @DataBoundSetter
    public void setApp(String app) {
        this.app = Util.fixEmptyAndTrim(app);
    }

    @Override
    void check() {
        Choices.pick("about", about, About.class);
    }

    /** An empty map where there is nothing to write about. */
    @Override
    Object answer(StepContext context) throws IOException, InterruptedException {
        Run<?, ?> run = context.get(Run.class);
        Optional<Document> found = Choices.pick("about", about, About.class) == About.RELEASE
                ? BuildDocuments.notes(run, BuildDocuments.about(environment, app))
                : BuildDocuments.incident(run, BuildDocuments.about(environment, app));
        Map<String, Object> answer = new LinkedHashMap<>();
        found.ifPresent(document -> {
            answer.put("title", document.title());
            answer.put("markdown", document.markdown());
            answer.put("html", document.html());
        });
        return answer;
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "deliveryNotes";
        }

        @Override
        public String getDisplayName() {
            return Messages.NotesStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class);
        }
    }
}
