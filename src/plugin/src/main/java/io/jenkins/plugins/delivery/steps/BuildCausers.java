package io.jenkins.plugins.delivery.steps;

import hudson.model.Cause;
import hudson.model.Run;
import hudson.model.User;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Everybody who caused a build: who started, rebuilt or replayed it, here or upstream, and who wrote its changes. */
final class BuildCausers {
    private BuildCausers() {}

    /** In the realm's canonical form. */
    static Set<String> of(Run<?, ?> run) {
        Set<String> ids = new TreeSet<>();
        collect(run.getCauses(), ids);
        ids.addAll(BuildAuthors.all(run));
        Set<String> canonical = new TreeSet<>();
        ids.forEach(id -> canonical.add(User.idStrategy().keyFor(id)));
        return canonical;
    }

    private static void collect(Collection<? extends Cause> causes, Set<String> ids) {
        for (Cause cause : causes) {
            if (cause instanceof Cause.UserIdCause user && user.getUserId() != null) {
                ids.add(user.getUserId());
            }
            if (cause instanceof Cause.UpstreamCause upstream) {
                collect(upstream.getUpstreamCauses(), ids);
                Run<?, ?> started = upstream.getUpstreamRun();
                if (started != null) {
                    ids.addAll(BuildAuthors.all(started));
                }
            }
        }
    }
}
