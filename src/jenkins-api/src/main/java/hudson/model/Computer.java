package hudson.model;

import hudson.EnvVars;
import hudson.remoting.VirtualChannel;
import hudson.security.AccessControlled;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;

public abstract class Computer extends Actionable implements AccessControlled {
    public abstract VirtualChannel getChannel();

    public abstract Charset getDefaultCharset();

    public int getNumExecutors() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract Boolean isUnix();

    public Node getNode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isOffline() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean isOnline() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected void setNode(Node node) {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<Executor> getExecutors() {
        throw new UnsupportedOperationException("unwritten");
    }

    public EnvVars getEnvironment() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getHostName() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Computer currentComputer() {
        throw new UnsupportedOperationException("unwritten");
    }
}
