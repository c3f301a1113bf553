package jenkins.security;

import hudson.remoting.Callable;
import org.jenkinsci.remoting.RoleChecker;

public abstract class NotReallyRoleSensitiveCallable<V, T extends Throwable> implements Callable<V, T> {
    public NotReallyRoleSensitiveCallable() {}

    public void checkRoles(RoleChecker roleChecker) throws SecurityException {
        throw new UnsupportedOperationException("unwritten");
    }
}
