package hudson.model;

import hudson.EnvVars;
import hudson.remoting.VirtualChannel;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jenkins.model.Jenkins;

/** A node that is running. */
public abstract class Computer extends Actionable implements AccessControlled {
    /** For what waits on other machines. */
    public static final ExecutorService threadPoolForRemoting = Executors.newCachedThreadPool(
            new NamingThreadFactory(new DaemonThreadFactory(), "Computer.threadPoolForRemoting"));

    private final Node node;

    protected Computer(Node node) {
        this.node = node;
    }

    /** Null when it cannot be reached. */
    public abstract VirtualChannel getChannel();

    public abstract Charset getDefaultCharset();

    /** Null when it is not known. */
    public abstract Boolean isUnix();

    public Node getNode() {
        return node;
    }

    public String getName() {
        return node.getNodeName();
    }

    @Override
    public String getDisplayName() {
        return node.getDisplayName();
    }

    public String getUrl() {
        return "computer/" + (getName().isEmpty() ? "(built-in)" : getName()) + "/";
    }

    public int getNumExecutors() {
        return node.getNumExecutors();
    }

    public boolean isOffline() {
        return getChannel() == null;
    }

    public final boolean isOnline() {
        return !isOffline();
    }

    public EnvVars getEnvironment() throws IOException, InterruptedException {
        return new EnvVars(EnvVars.masterEnvVars);
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }
}
