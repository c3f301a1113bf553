package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import java.io.IOException;
import java.util.Collection;

public interface Item extends ModelObject, AccessControlled {
    public static final PermissionGroup PERMISSIONS = null;
    public static final Permission CREATE = null;
    public static final Permission DELETE = null;
    public static final Permission CONFIGURE = null;
    public static final Permission READ = null;
    public static final Permission DISCOVER = null;
    public static final Permission EXTENDED_READ = null;
    public static final Permission BUILD = null;
    public static final Permission WORKSPACE = null;
    public static final Permission WIPEOUT = null;
    public static final Permission CANCEL = null;

    public ItemGroup<? extends Item> getParent();

    public Collection<? extends Job> getAllJobs();

    public String getName();

    public String getFullName();

    public String getDisplayName();

    public default String getRelativeNameFrom(ItemGroup itemGroup) {
        throw new UnsupportedOperationException("unwritten");
    }

    public default String getRelativeNameFrom(Item item) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrl();

    public String getShortUrl();

    public default String getAbsoluteUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onLoad(ItemGroup<? extends Item> itemGroup, String text) throws IOException;

    public void onCopiedFrom(Item item);

    public default void onCreatedFromScratch() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void save() throws IOException;

    public void delete() throws IOException, InterruptedException;
}
