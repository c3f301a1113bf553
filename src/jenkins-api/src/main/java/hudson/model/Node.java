package hudson.model;

import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.Launcher;
import hudson.remoting.VirtualChannel;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.io.IOException;

public abstract class Node implements ModelObject, AccessControlled, ExtensionPoint, Describable<Node>, Saveable {
    public Node() {}

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void save() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract String getNodeName();

    public abstract void setNodeName(String text);

    public abstract String getNodeDescription();

    public abstract Launcher createLauncher(TaskListener taskListener);

    public abstract int getNumExecutors();

    public final Computer toComputer() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final VirtualChannel getChannel() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract String getLabelString();

    public abstract FilePath getRootPath();

    public FilePath createPath(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ACL getACL() {
        throw new UnsupportedOperationException("unwritten");
    }
}
