package io.jenkins.plugins.delivery.steps.approval;

import hudson.model.Cause;
import hudson.model.Run;
import hudson.model.User;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Everybody who caused a build: who started, rebuilt, replayed or restarted it, here or upstream, and who wrote its changes. */
final class BuildCausers {
    /** Causes of workflow-cps and pipeline-model-definition, which need not be there, hence known by their names. */
    private static final Set<String> AGAIN = Set.of("ReplayCause", "RestartDeclarativePipelineCause");

    private BuildCausers() {}

    /** In the realm's canonical form. */
    static Set<String> of(Run<?, ?> run) {
        Set<String> ids = new TreeSet<>();
        collect(run, ids, new HashSet<>());
        Set<String> canonical = new TreeSet<>();
        ids.forEach(id -> canonical.add(User.idStrategy().keyFor(id)));
        return canonical;
    }

    private static void collect(Run<?, ?> run, Set<String> ids, Set<String> seen) {
        if (seen.add(run.getExternalizableId())) {
            ids.addAll(BuildAuthors.all(run));
            collect(run.getCauses(), ids, seen);
        }
    }

    private static void collect(Collection<? extends Cause> causes, Set<String> ids, Set<String> seen) {
        for (Cause cause : causes) {
            if (cause instanceof Cause.UserIdCause user && user.getUserId() != null) {
                ids.add(user.getUserId());
            }
            if (cause instanceof Cause.UpstreamCause upstream) {
                // What the cause itself remembers counts where the build upstream is gone.
                collect(upstream.getUpstreamCauses(), ids, seen);
                Run<?, ?> started = upstream.getUpstreamRun();
                if (started != null) {
                    collect(started, ids, seen);
                }
            }
            original(cause).ifPresent(replayed -> collect(replayed, ids, seen));
        }
    }

    /** The build that is replayed, rebuilt or restarted from a stage. */
    private static Optional<Run<?, ?>> original(Cause cause) {
        if (!AGAIN.contains(cause.getClass().getSimpleName())) {
            return Optional.empty();
        }
        try {
            Object original = cause.getClass().getMethod("getOriginal").invoke(cause);
            return original instanceof Run<?, ?> run ? Optional.of(run) : Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "It cannot be told which build is run again: " + cause.getShortDescription(), e);
        }
    }
}
