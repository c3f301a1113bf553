package io.jenkins.plugins.delivery.steps.approval;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.User;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Those whom Jenkins itself names as authors since the last good build.
 *
 * <p>Builds of every kind have {@code getCulprits()}, but share no type that a plugin could name without depending on
 * all those kinds; so it is called by its name.
 */
@Extension
public final class ScmAuthors extends BuildAuthors {
    private static final Logger LOGGER = Logger.getLogger(ScmAuthors.class.getName());

    @Override
    public Set<String> of(Run<?, ?> run) {
        Set<String> ids = new HashSet<>();
        try {
            Object culprits = run.getClass().getMethod("getCulprits").invoke(run);
            for (Object culprit : culprits instanceof Collection<?> users ? users : Set.of()) {
                if (culprit instanceof User user) {
                    ids.add(user.getId());
                }
            }
        } catch (NoSuchMethodException e) {
            LOGGER.log(Level.FINE, "{0} has no changes", run);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("It cannot be told who wrote the changes of " + run, e);
        }
        return ids;
    }
}
