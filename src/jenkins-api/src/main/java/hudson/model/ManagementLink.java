package hudson.model;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.security.Permission;
import java.util.List;
import jenkins.management.Badge;

public abstract class ManagementLink implements ExtensionPoint, Action {
    public static final List<ManagementLink> LIST = null;

    public ManagementLink() {}

    public abstract String getIconFileName();

    public String getDescription() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract String getUrlName();

    public boolean getRequiresConfirmation() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ExtensionList<ManagementLink> all() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Permission getRequiredPermission() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean getRequiresPOST() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected String getCategoryName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Badge getBadge() {
        throw new UnsupportedOperationException("unwritten");
    }
}
