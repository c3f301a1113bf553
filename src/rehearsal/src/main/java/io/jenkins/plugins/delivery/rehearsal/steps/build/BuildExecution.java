package io.jenkins.plugins.delivery.rehearsal.steps.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRequest;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRun;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.support.steps.build.RunWrapper;

/** Waits for the other build without a thread; finds it again after a restart. */
final class BuildExecution extends StepExecution {
    private static final long serialVersionUID = 1;
    private static final Map<String, PipelineRun> RUNNING = new ConcurrentHashMap<>();

    private final String job;
    private final LinkedHashMap<String, Object> parameters;
    private final boolean wait;
    private final boolean propagate;

    @CheckForNull
    private String started;

    BuildExecution(StepContext context, String job, Map<String, Object> parameters, boolean wait, boolean propagate) {
        super(context);
        this.job = job;
        this.parameters = new LinkedHashMap<>(parameters);
        this.wait = wait;
        this.propagate = propagate;
    }

    @Override
    public boolean start() throws Exception {
        PipelineRequest own = getContext().get(PipelineExecution.class).request();
        Path jenkinsfile = own.jobs().get(job);
        if (jenkinsfile == null) {
            throw new AbortException("No item named " + job + " found");
        }
        print("Scheduling project: " + job);
        PipelineRun run = new PipelineRuntime().start(request(own, jenkinsfile));
        if (!wait) {
            getContext().onSuccess(null);
            return true;
        }
        Run<?, ?> build = run.build();
        started = build.getExternalizableId();
        RUNNING.put(started, run);
        print("Starting building: " + build.getFullDisplayName());
        whenDone(run);
        return false;
    }

    private PipelineRequest request(PipelineRequest own, Path jenkinsfile) {
        return PipelineRequest.of(jenkinsfile)
                .home(own.home())
                .jobName(job)
                .parameters(parameters)
                .strict(own.strict())
                .sandbox(own.sandbox())
                .libraries(own.libraries())
                .clock(own.clock())
                .shell(own.shell())
                .jobs(own.jobs())
                .user(own.user())
                .build();
    }

    private void whenDone(PipelineRun run) {
        run.whenDone().whenComplete((outcome, broken) -> {
            RUNNING.remove(started);
            if (broken != null) {
                getContext().onFailure(broken);
            } else {
                ended(outcome.run());
            }
        });
    }

    private void ended(Run<?, ?> build) {
        try {
            Result result = build.getResult();
            print("Build " + build.getFullDisplayName() + " completed: " + result);
            if (propagate && result != Result.SUCCESS) {
                getContext()
                        .onFailure(new FlowInterruptedException(
                                result, false, new DownstreamFailed(build.getFullDisplayName(), result)));
            } else {
                getContext().onSuccess(new RunWrapper(build, false));
            }
        } catch (IOException | InterruptedException failed) {
            getContext().onFailure(failed);
        }
    }

    @Override
    public void onResume() {
        String id = started;
        if (id == null) {
            getContext().onFailure(new AbortException("The controller ended before " + job + " was started"));
            return;
        }
        PipelineRun run = RUNNING.get(id);
        if (run != null) {
            whenDone(run);
            return;
        }
        Run<?, ?> build = Run.fromExternalizableId(id);
        if (build != null && !build.isBuilding()) {
            ended(build);
        } else {
            getContext().onFailure(new AbortException("The build " + id + " was lost when the controller ended"));
        }
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        PipelineRun run = started == null ? null : RUNNING.get(started);
        if (run != null) {
            run.abort(new CauseOfInterruption.UserInterruption("unknown"));
        }
        getContext().onFailure(cause);
    }

    @Override
    public String getStatus() {
        return "waiting for " + job;
    }

    private void print(String line) throws IOException, InterruptedException {
        getContext().get(TaskListener.class).getLogger().println(line);
    }

    /** Another build failed, and this one with it. */
    static final class DownstreamFailed extends CauseOfInterruption {
        private static final long serialVersionUID = 1;

        private final String build;
        private final String result;

        DownstreamFailed(String build, Result result) {
            this.build = build;
            this.result = result.toString();
        }

        @Override
        public String getShortDescription() {
            return build + " completed with status " + result + " (propagate: false to ignore)";
        }
    }
}
