package hudson.model;

import hudson.XmlFile;
import hudson.model.listeners.SaveableListener;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.SecurityRealm;
import hudson.util.XStream2;
import io.jenkins.plugins.delivery.jenkinsapi.LocalUsers;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jenkins.model.IdStrategy;
import jenkins.model.Jenkins;
import jenkins.model.Loadable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** A person, or a program with an account. */
public class User implements ModelObject, AccessControlled, Saveable, Comparable<User>, Loadable {
    public static final XStream2 XSTREAM = new XStream2();
    private static final Set<String> NOBODY = Set.of(ACL.ANONYMOUS_USERNAME, "system", "unknown");

    static {
        XSTREAM.alias("user", User.class);
    }

    private String id;
    private String fullName;
    private String description;
    private List<UserProperty> properties = new ArrayList<>();

    private User(String id, String fullName) {
        this.id = id;
        this.fullName = fullName;
        load();
    }

    /** The user with this id, made when there is none and {@code create} is true; otherwise null. */
    public static User getById(String id, boolean create) {
        return LocalUsers.of(Jenkins.get()).get(id, create, () -> new User(id, id));
    }

    public static User get(String idOrFullName, boolean create) {
        for (User each : getAll()) {
            if (each.getFullName().equals(idOrFullName)) {
                return each;
            }
        }
        return getById(idOrFullName, create);
    }

    public static User getOrCreateByIdOrFullName(String idOrFullName) {
        return get(idOrFullName, true);
    }

    /** Who the current thread acts for; null for nobody and for the controller itself. */
    public static User current() {
        return get2(Jenkins.getAuthentication2());
    }

    public static User get2(Authentication authentication) {
        if (authentication == null || ACL.isAnonymous2(authentication) || authentication.equals(ACL.SYSTEM2)) {
            return null;
        }
        return getById(authentication.getName(), true);
    }

    public static User getUnknown() {
        return getById("unknown", true);
    }

    public static Collection<User> getAll() {
        return LocalUsers.of(Jenkins.get()).all();
    }

    public static IdStrategy idStrategy() {
        SecurityRealm realm = Jenkins.get().getSecurityRealm();
        return realm == null ? IdStrategy.CASE_INSENSITIVE : realm.getUserIdStrategy();
    }

    public String getId() {
        return id;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String name) {
        fullName = name == null || name.isBlank() ? id : name;
    }

    @Override
    public String getDisplayName() {
        return getFullName();
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getUrl() {
        return "user/" + id;
    }

    public String getAbsoluteUrl() {
        return Objects.toString(Jenkins.get().getRootUrl(), "") + getUrl();
    }

    public String getSearchUrl() {
        return "/user/" + id;
    }

    public synchronized void addProperty(UserProperty property) throws IOException {
        properties.removeIf(each -> each.getClass() == property.getClass());
        property.setUser(this);
        properties.add(property);
        save();
    }

    public <T extends UserProperty> T getProperty(Class<T> type) {
        return properties.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    public List<UserProperty> getAllProperties() {
        return List.copyOf(properties);
    }

    /** This user as the realm knows it, with its groups. */
    public Authentication impersonate2() throws UsernameNotFoundException {
        SecurityRealm realm = Jenkins.get().getSecurityRealm();
        return realm == null
                ? new UsernamePasswordAuthenticationToken(id, "", List.of(SecurityRealm.AUTHENTICATED_AUTHORITY2))
                : impersonate(realm.loadUserByUsername2(id));
    }

    public Authentication impersonate(UserDetails userDetails) {
        return new UsernamePasswordAuthenticationToken(userDetails.getUsername(), "", userDetails.getAuthorities());
    }

    /** The groups, without the one that everybody is in who has logged in. */
    public List<String> getAuthorities() {
        String everybody = SecurityRealm.AUTHENTICATED_AUTHORITY2.getAuthority();
        return impersonate2().getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(each -> !everybody.equals(each))
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }

    public boolean canDelete() {
        return hasPermission(Jenkins.ADMINISTER)
                && !id.equals(Jenkins.getAuthentication2().getName());
    }

    @Override
    public synchronized void save() throws IOException {
        if (isIdOrFullnameAllowed(id)) {
            configFile().write(this);
            SaveableListener.fireOnChange(this, configFile());
        }
    }

    @Override
    public void load() {
        XmlFile file = configFile();
        if (file.exists()) {
            try {
                file.unmarshal(this);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("Cannot load the user " + id, e);
            }
        }
    }

    public void delete() throws IOException {
        configFile().delete();
        LocalUsers.of(Jenkins.get()).remove(id);
    }

    /** False for the names that stand for nobody, and for those that cannot be a file name. */
    public static boolean isIdOrFullnameAllowed(String id) {
        return id != null
                && !id.isBlank()
                && !NOBODY.contains(id.toLowerCase(java.util.Locale.ENGLISH))
                && !id.matches(".*[/\\\\<>:\"|?*\\x00-\\x1f].*")
                && !id.startsWith(".");
    }

    private XmlFile configFile() {
        File users = new File(Jenkins.get().getRootDir(), "users");
        return new XmlFile(XSTREAM, new File(new File(users, LocalUsers.fileName(id)), "config.xml"));
    }

    @Override
    public int compareTo(User that) {
        return idStrategy().compare(id, that.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
