package hudson.model;

import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.Launcher;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import jenkins.model.Jenkins;

/** A machine that builds run on. */
public abstract class Node implements ModelObject, AccessControlled, ExtensionPoint, Describable<Node>, Saveable {
    public Node() {}

    @Override
    public String getDisplayName() {
        return getNodeName();
    }

    /** Empty for the controller's own. */
    public abstract String getNodeName();

    public abstract void setNodeName(String name);

    public abstract String getNodeDescription();

    public abstract Launcher createLauncher(TaskListener listener);

    public abstract int getNumExecutors();

    public abstract String getLabelString();

    public abstract FilePath getRootPath();

    public final Computer toComputer() {
        return Jenkins.get().getComputer(getNodeName());
    }

    public FilePath createPath(String absolutePath) {
        return new FilePath(getRootPath().getChannel(), absolutePath);
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }
}
