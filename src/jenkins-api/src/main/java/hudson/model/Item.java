package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import io.jenkins.plugins.delivery.jenkinsapi.FixedText;
import io.jenkins.plugins.delivery.jenkinsapi.StandardPermission;
import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import jenkins.model.Jenkins;

/** A job, a folder, or another thing with a name, a place on disk and permissions. */
@SuppressWarnings("rawtypes")
public interface Item extends ModelObject, AccessControlled, Saveable {
    PermissionGroup PERMISSIONS = new PermissionGroup("Job", Item.class, new FixedText("Job"));
    Permission CREATE = StandardPermission.of(PERMISSIONS, "Create", Permission.CREATE, PermissionScope.ITEM_GROUP);
    Permission DELETE = StandardPermission.of(PERMISSIONS, "Delete", Permission.DELETE, PermissionScope.ITEM);
    Permission CONFIGURE = StandardPermission.of(PERMISSIONS, "Configure", Permission.CONFIGURE, PermissionScope.ITEM);
    Permission READ = StandardPermission.of(PERMISSIONS, "Read", Permission.READ, PermissionScope.ITEM);
    Permission DISCOVER = StandardPermission.of(PERMISSIONS, "Discover", READ, PermissionScope.ITEM);
    Permission EXTENDED_READ = StandardPermission.of(PERMISSIONS, "ExtendedRead", CONFIGURE, PermissionScope.ITEM);
    Permission BUILD = StandardPermission.of(PERMISSIONS, "Build", Permission.UPDATE, PermissionScope.ITEM);
    Permission WORKSPACE = StandardPermission.of(PERMISSIONS, "Workspace", Permission.READ, PermissionScope.ITEM);
    Permission CANCEL = StandardPermission.of(PERMISSIONS, "Cancel", Permission.UPDATE, PermissionScope.ITEM);

    ItemGroup<? extends Item> getParent();

    Collection<? extends Job> getAllJobs();

    String getName();

    String getFullName();

    @Override
    String getDisplayName();

    /** Relative to the root, without a slash in front, with one at the end. */
    String getUrl();

    String getShortUrl();

    default String getAbsoluteUrl() {
        String root = Jenkins.get().getRootUrl();
        if (root == null) {
            throw new IllegalStateException("Root URL isn't configured yet. Cannot compute absolute URL.");
        }
        return root + Objects.requireNonNull(getUrl());
    }

    void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException;

    void onCopiedFrom(Item source);

    default void onCreatedFromScratch() {}

    @Override
    void save() throws IOException;

    void delete() throws IOException, InterruptedException;
}
