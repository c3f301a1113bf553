package io.jenkins.plugins.delivery.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.pipeline.PipelineAccount;
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

/** {@code deliveryAccount}: says what a delivery did, what it did not, and how to go on; also on the page of the build. */
public final class AccountStep extends AnsweringStep {
    private static final long serialVersionUID = 1L;

    private final String app;
    private final ArrayList<Object> stages;
    private String version;
    private int done;
    private String problem;

    @DataBoundConstructor
    @SuppressWarnings("rawtypes")
    public AccountStep(String app, List stages) {
        this.app = Util.fixNull(app).strip();
        this.stages = StageMaps.copy(stages);
    }

    public String getApp() {
        return app;
    }

    /** As {@code deliveryPlan} returned them. */
    @SuppressWarnings("rawtypes")
    public List getStages() {
        return stages;
    }

    /** Null where it stopped before that was known. */
    @CheckForNull
    public String getVersion() {
        return version;
    }

    @DataBoundSetter
    public void setVersion(String version) {
        this.version = Util.fixEmptyAndTrim(version);
    }

    /** How many of the stages that run were done. */
    public int getDone() {
        return done;
    }

    @DataBoundSetter
    public void setDone(int done) {
        this.done = done;
    }

    /** Why it stopped at the next one; null where it got through. */
    @CheckForNull
    public String getProblem() {
        return problem;
    }

    @DataBoundSetter
    public void setProblem(String problem) {
        this.problem = Util.fixEmptyAndTrim(problem);
    }

    @Override
    void check() {
        int runs = StageMaps.plan(stages).running().size();
        if (done < 0 || done > runs || problem != null && done == runs) {
            throw new ArgumentException("done", done + " stages were done, but " + runs + " run");
        }
    }

    @Override
    Object answer(StepContext context) throws IOException, InterruptedException {
        PipelineAccount account = PipelineAccount.of(app, Util.fixNull(version), StageMaps.plan(stages), done, problem);
        PipelineReport.of(context.get(Run.class)).publish(context.get(Run.class), account);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("headline", account.headline());
        answer.put("text", String.join("\n", account.sentences()));
        return answer;
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "deliveryAccount";
        }

        @Override
        public String getDisplayName() {
            return Messages.AccountStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class);
        }
    }
}
