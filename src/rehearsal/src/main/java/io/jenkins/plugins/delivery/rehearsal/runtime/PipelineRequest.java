package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pipeline to run.
 *
 * @param jenkinsfile the script; null if {@code script} holds its text
 * @param script text of the script, null to read {@code jenkinsfile}
 * @param workspace folder in which {@code node} works
 * @param home JENKINS_HOME: builds are kept in {@code jobs/NAME/builds}
 * @param parameters values of the build's parameters by name
 * @param strict unknown and mistyped arguments are errors; otherwise exactly as Jenkins does
 * @param sandbox whether the script is sandboxed
 * @param jobs other pipelines that the {@code build} step can start, by job name
 * @param user id of who starts the build
 * @param actions what the build carries from its start, such as where its source comes from; a cause among them is used instead
 *     of the user's
 */
public record PipelineRequest(
        @CheckForNull Path jenkinsfile,
        @CheckForNull String script,
        Path workspace,
        Path home,
        String jobName,
        Map<String, Object> parameters,
        boolean strict,
        boolean sandbox,
        List<LibrarySource> libraries,
        RunObserver observer,
        KillPlan kill,
        VirtualClock clock,
        ShellInterceptor shell,
        Map<String, Path> jobs,
        String user,
        List<Action> actions) {
    public PipelineRequest {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        libraries = List.copyOf(libraries);
        jobs = Map.copyOf(jobs);
        actions = List.copyOf(actions);
    }

    public static Builder of(Path jenkinsfile) {
        return new Builder(jenkinsfile, null);
    }

    public static Builder ofScript(String text) {
        return new Builder(null, text);
    }

    /** Collects what differs from the defaults: sandboxed, strict, nobody listening, nothing killed, started by {@code admin}. */
    public static final class Builder {
        private final Path jenkinsfile;
        private final String script;
        private Path workspace;
        private Path home;
        private String jobName = "pipeline";
        private Map<String, Object> parameters = Map.of();
        private boolean strict = true;
        private boolean sandbox = true;
        private List<LibrarySource> libraries = List.of();
        private RunObserver observer = RunObserver.NONE;
        private KillPlan kill = KillPlan.none();
        private VirtualClock clock;
        private ShellInterceptor shell = ShellInterceptor.NONE;
        private Map<String, Path> jobs = Map.of();
        private String user = "admin";
        private List<Action> actions = List.of();

        private Builder(Path jenkinsfile, String script) {
            this.jenkinsfile = jenkinsfile;
            this.script = script;
        }

        public Builder workspace(Path folder) {
            this.workspace = folder;
            return this;
        }

        public Builder home(Path folder) {
            this.home = folder;
            return this;
        }

        public Builder jobName(String name) {
            this.jobName = name;
            return this;
        }

        public Builder parameters(Map<String, Object> values) {
            this.parameters = values;
            return this;
        }

        public Builder strict(boolean on) {
            this.strict = on;
            return this;
        }

        public Builder sandbox(boolean on) {
            this.sandbox = on;
            return this;
        }

        public Builder libraries(List<LibrarySource> sources) {
            this.libraries = sources;
            return this;
        }

        public Builder observer(RunObserver listener) {
            this.observer = listener;
            return this;
        }

        public Builder kill(KillPlan plan) {
            this.kill = plan;
            return this;
        }

        public Builder clock(VirtualClock time) {
            this.clock = time;
            return this;
        }

        public Builder shell(ShellInterceptor interceptor) {
            this.shell = interceptor;
            return this;
        }

        public Builder jobs(Map<String, Path> others) {
            this.jobs = others;
            return this;
        }

        public Builder user(String id) {
            this.user = id;
            return this;
        }

        public Builder actions(List<Action> carried) {
            this.actions = carried;
            return this;
        }

        /** Home is required; the workspace is that of the job in it unless given. */
        public PipelineRequest build() {
            if (home == null) {
                throw new IllegalStateException("A rehearsal needs a home folder for its builds");
            }
            Path folder = workspace == null ? home.resolve("workspace").resolve(jobName) : workspace;
            return new PipelineRequest(
                    jenkinsfile,
                    script,
                    folder,
                    home,
                    jobName,
                    parameters,
                    strict,
                    sandbox,
                    libraries,
                    observer,
                    kill,
                    clock == null ? new VirtualClock() : clock,
                    shell,
                    jobs,
                    user,
                    actions);
        }
    }
}
