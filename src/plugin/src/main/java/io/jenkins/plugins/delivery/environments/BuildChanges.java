package io.jenkins.plugins.delivery.environments;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.delivery.engine.record.Change;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What was changed in a build, as Jenkins tells it.
 *
 * <p>Builds of every kind have {@code getChangeSets()}, and entries of every kind their {@code getCommitId()}, but share no
 * type that a plugin could name without depending on all those kinds; so they are called by their names.
 */
final class BuildChanges {
    private static final Logger LOGGER = Logger.getLogger(BuildChanges.class.getName());
    /** A job that has not deployed for so many builds has no end worth looking for. */
    private static final int BUILDS = 200;

    private BuildChanges() {}

    /**
     * The newest first.
     *
     * @param last address of the build whose version was deployed before; null for none: then this build's alone
     */
    static List<Change> since(@CheckForNull String last, Run<?, ?> run) {
        List<Change> changes = new ArrayList<>();
        Run<?, ?> build = run;
        for (int i = 0; i < BUILDS && build != null && !build.getUrl().equals(last); i++) {
            changes.addAll(of(build));
            build = last == null ? null : build.getPreviousBuild();
        }
        return changes;
    }

    private static List<Change> of(Run<?, ?> build) {
        List<Change> changes = new ArrayList<>();
        for (Object set : iterable(call(build, "getChangeSets"))) {
            for (Object entry : iterable(set)) {
                changes.add(0, change(entry));
            }
        }
        return changes;
    }

    private static Change change(Object entry) {
        Object author = call(entry, "getAuthor");
        Object time = call(entry, "getTimestamp");
        Instant at = time instanceof Long millis && millis > 0 ? Instant.ofEpochMilli(millis) : null;
        return new Change(
                text(call(entry, "getCommitId")),
                author instanceof User user ? user.getFullName() : "",
                text(call(entry, "getMsg")),
                at,
                null);
    }

    private static Iterable<?> iterable(@CheckForNull Object value) {
        return value instanceof Iterable<?> many ? many : List.of();
    }

    private static String text(@CheckForNull Object value) {
        return value == null ? "" : value.toString();
    }

    /** Null where it has no such method, or the method fails: a change that cannot be told is not worth a record. */
    @CheckForNull
    private static Object call(Object on, String method) {
        try {
            return on.getClass().getMethod(method).invoke(on);
        } catch (NoSuchMethodException e) {
            LOGGER.log(Level.FINE, "{0} has no {1}", new Object[] {on.getClass(), method});
            return null;
        } catch (IllegalAccessException | InvocationTargetException e) {
            LOGGER.log(Level.WARNING, e, () -> method + " of " + on.getClass() + " failed");
            return null;
        }
    }
}
