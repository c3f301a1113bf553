package hudson.security;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jvnet.localizer.Localizable;

/** Permissions that belong together; registers itself. */
public final class PermissionGroup implements Iterable<Permission>, Comparable<PermissionGroup> {
    private static final SortedSet<PermissionGroup> GROUPS = new TreeSet<>();

    @SuppressWarnings("rawtypes")
    public final Class owner;

    public final Localizable title;
    private final String id;
    private final List<Permission> permissions = new ArrayList<>();

    @SuppressWarnings("rawtypes")
    public PermissionGroup(Class owner, Localizable title) throws IllegalStateException {
        this(title.toString(java.util.Locale.ENGLISH), owner, title);
    }

    @SuppressWarnings("rawtypes")
    public PermissionGroup(String id, Class owner, Localizable title) throws IllegalStateException {
        this.owner = owner;
        this.title = title;
        this.id = id;
        register(this);
    }

    private static synchronized void register(PermissionGroup group) {
        if (!GROUPS.add(group)) {
            throw new IllegalStateException(
                    "attempt to register a second PermissionGroup for " + group.getOwnerClassName());
        }
    }

    public String getId() {
        return id;
    }

    public String getOwnerClassName() {
        return owner.getName();
    }

    synchronized void add(Permission permission) {
        if (find(permission.name) != null) {
            throw new IllegalStateException("attempt to register a second Permission for " + permission.getId());
        }
        permissions.add(permission);
    }

    @Override
    public Iterator<Permission> iterator() {
        return getPermissions().iterator();
    }

    public synchronized List<Permission> getPermissions() {
        return List.copyOf(permissions);
    }

    public synchronized boolean hasPermissionContainedBy(PermissionScope scope) {
        return permissions.stream().anyMatch(each -> each.isContainedBy(scope));
    }

    /** By name within this group, or null. */
    public synchronized Permission find(String name) {
        for (Permission each : permissions) {
            if (each.name.equals(name)) {
                return each;
            }
        }
        return null;
    }

    public synchronized int size() {
        return permissions.size();
    }

    @Override
    public int compareTo(PermissionGroup that) {
        return getOwnerClassName().compareTo(that.getOwnerClassName());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PermissionGroup that && getOwnerClassName().equals(that.getOwnerClassName());
    }

    @Override
    public int hashCode() {
        return getOwnerClassName().hashCode();
    }

    @Override
    public String toString() {
        return "PermissionGroup[" + getOwnerClassName() + "]";
    }

    public static synchronized List<PermissionGroup> getAll() {
        return List.copyOf(GROUPS);
    }

    /** The group of {@code owner}, or null. */
    @SuppressWarnings("rawtypes")
    public static synchronized PermissionGroup get(Class owner) {
        return GROUPS.stream().filter(each -> each.owner == owner).findFirst().orElse(null);
    }
}
