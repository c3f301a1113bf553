package jenkins.security;

import hudson.remoting.Callable;
import org.jenkinsci.remoting.Role;
import org.jenkinsci.remoting.RoleChecker;

/** Work that the controller sends to agents, never the other way round. */
public abstract class MasterToSlaveCallable<V, T extends Throwable> implements Callable<V, T> {
    private static final long serialVersionUID = 1;

    public MasterToSlaveCallable() {}

    @Override
    public void checkRoles(RoleChecker checker) throws SecurityException {
        checker.check(this, new Role("agent"));
    }
}
