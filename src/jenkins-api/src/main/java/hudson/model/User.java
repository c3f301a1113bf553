package hudson.model;

import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jenkins.model.IdStrategy;
import jenkins.model.Loadable;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

public class User implements ModelObject, AccessControlled, Saveable, Comparable<User>, StaplerProxy, Loadable {
    public void load() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static IdStrategy idStrategy() {
        throw new UnsupportedOperationException("unwritten");
    }

    public int compareTo(User user) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getId() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getSearchUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getAbsoluteUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getFullName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setFullName(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDescription() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setDescription(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void addProperty(UserProperty userProperty) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<UserProperty> getAllProperties() {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T extends UserProperty> T getProperty(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Authentication impersonate2() throws UsernameNotFoundException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Authentication impersonate(UserDetails userDetails) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static User getUnknown() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static User get(String text, boolean flag) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static User get(String text, boolean flag, Map map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static User get(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static User getOrCreateByIdOrFullName(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static User current() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static User getById(String text, boolean flag) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Collection<User> getAll() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void clear() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean isIdOrFullnameAllowed(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void save() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void delete() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public ACL getACL() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean canDelete() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<String> getAuthorities() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<Action> getTransientActions() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Object getTarget() {
        throw new UnsupportedOperationException("unwritten");
    }
}
