package jenkins;

import hudson.FilePath;
import org.jenkinsci.remoting.Role;
import org.jenkinsci.remoting.RoleChecker;

/** Work on a file that the controller sends to agents, never the other way round. */
public abstract class MasterToSlaveFileCallable<T> implements FilePath.FileCallable<T> {
    private static final long serialVersionUID = 1;

    public MasterToSlaveFileCallable() {}

    @Override
    public void checkRoles(RoleChecker checker) throws SecurityException {
        checker.check(this, new Role("agent"));
    }
}
