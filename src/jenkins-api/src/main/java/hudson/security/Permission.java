package hudson.security;

import io.jenkins.plugins.delivery.jenkinsapi.FixedText;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jvnet.localizer.Localizable;

/** Something that one may be allowed to do; registers itself in its group. */
public final class Permission {
    public static final Comparator<Permission> ID_COMPARATOR = Comparator.comparing(Permission::getId);

    @Deprecated
    public static final PermissionGroup HUDSON_PERMISSIONS =
            new PermissionGroup(Jenkins.class, new FixedText("Overall"));

    @Deprecated
    public static final Permission HUDSON_ADMINISTER = new Permission(HUDSON_PERMISSIONS, "Administer", null);

    public static final PermissionGroup GROUP = new PermissionGroup(Permission.class, new FixedText("Generic"));

    public static final Permission READ = new Permission(GROUP, "GenericRead", null, HUDSON_ADMINISTER);
    public static final Permission WRITE = new Permission(GROUP, "GenericWrite", null, HUDSON_ADMINISTER);
    public static final Permission CREATE = new Permission(GROUP, "GenericCreate", null, WRITE);
    public static final Permission UPDATE = new Permission(GROUP, "GenericUpdate", null, WRITE);
    public static final Permission DELETE = new Permission(GROUP, "GenericDelete", null, WRITE);
    public static final Permission CONFIGURE = new Permission(GROUP, "GenericConfigure", null, UPDATE);

    @SuppressWarnings("rawtypes")
    public final Class owner;

    public final PermissionGroup group;
    public final String name;
    public final Localizable description;

    /** Who holds this one holds the present one too. */
    public final Permission impliedBy;

    public boolean enabled;
    private final Set<PermissionScope> scopes;

    public Permission(
            PermissionGroup group,
            String name,
            Localizable description,
            Permission impliedBy,
            boolean enable,
            PermissionScope[] scopes)
            throws IllegalStateException {
        this.owner = group.owner;
        this.group = group;
        this.name = name;
        this.description = description;
        this.impliedBy = impliedBy;
        this.enabled = enable;
        this.scopes = Set.of(scopes);
        group.add(this);
    }

    public Permission(
            PermissionGroup group, String name, Localizable description, Permission impliedBy, PermissionScope scope) {
        this(group, name, description, impliedBy, true, new PermissionScope[] {scope});
    }

    @Deprecated
    public Permission(
            PermissionGroup group, String name, Localizable description, Permission impliedBy, boolean enable) {
        this(group, name, description, impliedBy, enable, new PermissionScope[0]);
    }

    @Deprecated
    public Permission(PermissionGroup group, String name, Localizable description, Permission impliedBy) {
        this(group, name, description, impliedBy, true, new PermissionScope[0]);
    }

    @Deprecated
    public Permission(PermissionGroup group, String name, Permission impliedBy) {
        this(group, name, null, impliedBy);
    }

    public boolean isContainedBy(PermissionScope scope) {
        return scopes.stream().anyMatch(each -> each.isContainedBy(scope));
    }

    public String getId() {
        return owner.getName() + '.' + name;
    }

    /** The permission with this id, or null. */
    public static Permission fromId(String id) {
        return getAll().stream()
                .filter(each -> each.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    public static List<Permission> getAll() {
        return PermissionGroup.getAll().stream()
                .flatMap(group -> group.getPermissions().stream())
                .toList();
    }

    public boolean getEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enable) {
        enabled = enable;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Permission that && getId().equals(that.getId());
    }

    @Override
    public int hashCode() {
        return getId().hashCode();
    }

    @Override
    public String toString() {
        return "Permission[" + owner + "," + name + "]";
    }
}
