package io.jenkins.plugins.delivery.config;

import hudson.model.Item;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import jenkins.model.Jenkins;

/** What people may be allowed to do. Folders can grant all of it. */
public final class DeliveryPermissions {
    public static final PermissionGroup GROUP =
            new PermissionGroup(DeliveryPermissions.class, Messages._DeliveryPermissions_group());

    private static final PermissionScope[] SCOPES = {
        PermissionScope.JENKINS, PermissionScope.ITEM_GROUP, PermissionScope.ITEM
    };

    /** See environments, deployments and what waits for approval. */
    public static final Permission VIEW =
            new Permission(GROUP, "View", Messages._DeliveryPermissions_view(), Item.READ, true, SCOPES);

    /** Approve or reject where the policy of a gate accepts one's vote. */
    public static final Permission APPROVE =
            new Permission(GROUP, "Approve", Messages._DeliveryPermissions_approve(), Jenkins.ADMINISTER, true, SCOPES);

    /** Promote, hold and abort a rollout that is under way. */
    public static final Permission OPERATE =
            new Permission(GROUP, "Operate", Messages._DeliveryPermissions_operate(), Jenkins.ADMINISTER, true, SCOPES);

    /** Let a change pass although a window or a freeze forbids it, on record and with a second person. */
    public static final Permission OVERRIDE = new Permission(
            GROUP, "Override", Messages._DeliveryPermissions_override(), Jenkins.ADMINISTER, true, SCOPES);

    private DeliveryPermissions() {}
}
