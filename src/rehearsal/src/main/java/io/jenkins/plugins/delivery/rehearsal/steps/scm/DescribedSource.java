package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** A git repository as a pipeline describes it; a rehearsal fetches nothing from a network. */
record DescribedSource(String url, String branch) {
    /** Reads {@code scmGit(…)} or {@code [$class: 'GitSCM', …]}. */
    static Optional<DescribedSource> of(@CheckForNull Object scm) {
        Map<?, ?> arguments = scm instanceof UninstantiatedDescribable described
                ? described.getArguments()
                : scm instanceof Map<?, ?> map ? map : Map.of();
        String url = first(arguments.get("userRemoteConfigs"), "url");
        String branch = first(arguments.get("branches"), "name");
        return url == null
                ? Optional.empty()
                : Optional.of(new DescribedSource(url, branch == null ? "master" : branch.replaceFirst("^\\*/", "")));
    }

    @CheckForNull
    private static String first(@CheckForNull Object list, String key) {
        Object first = list instanceof List<?> values && !values.isEmpty() ? values.get(0) : null;
        Map<?, ?> map = first instanceof UninstantiatedDescribable described
                ? described.getArguments()
                : first instanceof Map<?, ?> plain ? plain : Map.of();
        return map.get(key) == null ? null : map.get(key).toString();
    }

    /** This repository if it is on this machine, otherwise the run's own source tree in its place, with a word about that. */
    SourceTree onThisMachine(StepContext running) throws IOException, InterruptedException {
        String path = url.startsWith("file://") ? url.substring("file://".length()) : url;
        if (path.startsWith("/") && Files.isDirectory(Path.of(path))) {
            return new GitSource(path, branch, GitSource.Kind.SINGLE_BRANCH);
        }
        SourceTree own = RunSource.of(running.get(Run.class))
                .orElseThrow(() ->
                        new AbortException("A rehearsal fetches nothing from a network, and this run has no source tree"
                                + " that could stand for " + url));
        running.get(TaskListener.class)
                .getLogger()
                .println("Rehearsal: the run's own source tree stands for " + url + ", branch " + branch);
        return own;
    }
}
