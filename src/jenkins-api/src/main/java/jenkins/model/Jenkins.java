package jenkins.model;

import hudson.DescriptorExtensionList;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.Launcher;
import hudson.ProxyConfiguration;
import hudson.XmlFile;
import hudson.model.Action;
import hudson.model.Computer;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Items;
import hudson.model.Node;
import hudson.model.RootAction;
import hudson.model.TaskListener;
import hudson.model.TopLevelItem;
import hudson.model.User;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.SaveableListener;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import hudson.security.PermissionScope;
import hudson.security.SecurityRealm;
import hudson.util.XStream2;
import io.jenkins.plugins.delivery.jenkinsapi.FixedText;
import io.jenkins.plugins.delivery.jenkinsapi.LocalComputer;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** The controller: root of all items, extensions, descriptors and settings. */
public class Jenkins extends Node implements ItemGroup<TopLevelItem>, AccessControlled, Loadable, StaplerProxy {
    public static final XStream2 XSTREAM2 = new XStream2();
    public static String VERSION = "2.541.3";

    @SuppressWarnings("deprecation")
    public static final Permission ADMINISTER = Permission.HUDSON_ADMINISTER;

    public static final Permission MANAGE = overall("Manage", ADMINISTER, true);
    public static final Permission SYSTEM_READ = overall("SystemRead", ADMINISTER, true);
    public static final Permission READ = overall("Read", ADMINISTER, true);

    /** Somebody who has not logged in. */
    public static final Authentication ANONYMOUS2 = new AnonymousAuthenticationToken(
            ACL.ANONYMOUS_USERNAME,
            ACL.ANONYMOUS_USERNAME,
            List.of(new SimpleGrantedAuthority(ACL.ANONYMOUS_USERNAME)));

    private static volatile Jenkins theInstance;

    public final transient File root;
    private final transient Map<Class<?>, ExtensionList<?>> extensionLists = new ConcurrentHashMap<>();
    private final transient Map<Class<?>, DescriptorExtensionList<?, ?>> descriptorLists = new ConcurrentHashMap<>();
    private final transient Map<String, TopLevelItem> items =
            new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
    private transient LocalComputer computer;
    private transient volatile boolean terminating;

    private String nodeName = "";
    private String systemMessage;
    private int numExecutors = 2;

    public transient volatile ProxyConfiguration proxy;
    private AuthorizationStrategy authorizationStrategy = AuthorizationStrategy.UNSECURED;
    private SecurityRealm securityRealm;

    protected Jenkins(File root, ServletContext context) throws IOException {
        if (theInstance != null) {
            throw new IllegalStateException("second instance");
        }
        this.root = root;
        computer = new LocalComputer(this);
        remember(this);
    }

    @SuppressWarnings("deprecation")
    private static Permission overall(String name, Permission impliedBy, boolean enabled) {
        return new Permission(
                Permission.HUDSON_PERMISSIONS, name, new FixedText(name), impliedBy, enabled, new PermissionScope[] {
                    PermissionScope.JENKINS
                });
    }

    public static Jenkins get() throws IllegalStateException {
        Jenkins instance = theInstance;
        if (instance == null) {
            throw new IllegalStateException(
                    "Jenkins.instance is missing. Read the documentation of Jenkins.getInstanceOrNull to see what you are doing wrong.");
        }
        return instance;
    }

    public static Jenkins getInstance() {
        return get();
    }

    public static Jenkins getInstanceOrNull() {
        return theInstance;
    }

    /** Ends this controller without saving or telling anybody. */
    public void cleanUp() {
        terminating = true;
        remember(null);
    }

    private static void remember(Jenkins instance) {
        theInstance = instance;
    }

    public boolean isTerminating() {
        return terminating;
    }

    public boolean isQuietingDown() {
        return terminating;
    }

    // Home and settings

    public File getRootDir() {
        return root;
    }

    @Override
    public FilePath getRootPath() {
        return new FilePath(root);
    }

    /** Reads settings and jobs. */
    @Override
    public void load() throws IOException {
        XmlFile file = configFile();
        if (file.exists()) {
            file.unmarshal(this);
        }
        loadItems();
        ItemListener.all().forEach(ItemListener::onLoaded);
    }

    private void loadItems() throws IOException {
        File[] directories = new File(root, "jobs").listFiles(each -> new File(each, "config.xml").exists());
        if (directories != null) {
            for (File each : directories) {
                TopLevelItem item = (TopLevelItem) Items.load(this, each);
                items.put(item.getName(), item);
            }
        }
    }

    @Override
    public synchronized void save() throws IOException {
        configFile().write(this);
        SaveableListener.fireOnChange(this, configFile());
    }

    private XmlFile configFile() {
        return new XmlFile(XSTREAM2, new File(root, "config.xml"));
    }

    public ProxyConfiguration getProxy() {
        return proxy;
    }

    public void setProxy(ProxyConfiguration proxy) {
        this.proxy = proxy;
    }

    public String getSystemMessage() {
        return systemMessage;
    }

    /** With a slash at its end, or null when the administrator has not set it. */
    public String getRootUrl() throws IllegalStateException {
        JenkinsLocationConfiguration location =
                getExtensionList(GlobalConfiguration.class).get(JenkinsLocationConfiguration.class);
        return location == null ? null : location.getUrl();
    }

    // Security

    public boolean isUseSecurity() {
        return securityRealm != null || authorizationStrategy != AuthorizationStrategy.UNSECURED;
    }

    public SecurityRealm getSecurityRealm() {
        return securityRealm;
    }

    public void setSecurityRealm(SecurityRealm securityRealm) {
        this.securityRealm = securityRealm;
    }

    public AuthorizationStrategy getAuthorizationStrategy() {
        return authorizationStrategy;
    }

    public void setAuthorizationStrategy(AuthorizationStrategy strategy) {
        authorizationStrategy = strategy == null ? AuthorizationStrategy.UNSECURED : strategy;
    }

    @Override
    public ACL getACL() {
        return authorizationStrategy.getRootACL();
    }

    /** Who the current thread acts for. */
    public static Authentication getAuthentication2() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? ANONYMOUS2 : authentication;
    }

    @Override
    public Object getTarget() {
        checkPermission(READ);
        return this;
    }

    public User getUser(String name) {
        return User.getById(name, User.getById(name, false) != null);
    }

    // Extensions and descriptors

    @SuppressWarnings("unchecked")
    public <T> ExtensionList<T> getExtensionList(Class<T> extensionType) {
        ExtensionList<?> known = extensionLists.get(extensionType);
        if (known == null) {
            // Not computeIfAbsent: an extension may look up others while it is made.
            ExtensionList<T> found = ExtensionList.create(this, extensionType);
            known = Objects.requireNonNullElse(extensionLists.putIfAbsent(extensionType, found), found);
        }
        return (ExtensionList<T>) known;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T extends Describable<T>, D extends Descriptor<T>> DescriptorExtensionList<T, D> getDescriptorList(
            Class<T> type) {
        DescriptorExtensionList known = descriptorLists.get(type);
        if (known == null) {
            DescriptorExtensionList<T, D> found = DescriptorExtensionList.createDescriptorList(this, type);
            known = Objects.requireNonNullElse(descriptorLists.putIfAbsent(type, found), found);
        }
        return known;
    }

    /** By id or by the name of the described class, or null. */
    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptor(String id) {
        Descriptor byClassName = null;
        for (Descriptor each : getExtensionList(Descriptor.class)) {
            if (each.getId().equals(id)) {
                return each;
            }
            if (each.clazz.getName().equals(id) || each.clazz.getSimpleName().equals(id)) {
                byClassName = each;
            }
        }
        return byClassName;
    }

    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptorByName(String id) {
        return getDescriptor(id);
    }

    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptor(Class<? extends Describable> type) {
        for (Descriptor each : getExtensionList(Descriptor.class)) {
            if (each.clazz == type) {
                return each;
            }
        }
        return null;
    }

    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
        Descriptor found = getDescriptor(type);
        if (found == null) {
            throw new AssertionError(type + " is missing its descriptor");
        }
        return found;
    }

    @SuppressWarnings("rawtypes")
    public <T extends Descriptor> T getDescriptorByType(Class<T> type) {
        for (Descriptor each : getExtensionList(Descriptor.class)) {
            if (each.getClass() == type) {
                return type.cast(each);
            }
        }
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptor() {
        throw new IllegalStateException("The controller's own node is not configured by a form");
    }

    public List<Action> getActions() {
        return new ArrayList<>(getExtensionList(RootAction.class));
    }

    // Items

    @Override
    public List<TopLevelItem> getItems() {
        return getItems(item -> true);
    }

    @Override
    public List<TopLevelItem> getItems(Predicate<TopLevelItem> predicate) {
        return items.values().stream()
                .filter(predicate)
                .filter(each -> each.hasPermission(Item.READ))
                .toList();
    }

    public Map<String, TopLevelItem> getItemMap() {
        return Collections.unmodifiableMap(items);
    }

    public Collection<String> getTopLevelItemNames() {
        return List.copyOf(items.keySet());
    }

    /** Null when there is none, or when the current user may not know that there is one. */
    @Override
    public TopLevelItem getItem(String name) throws AccessDeniedException {
        TopLevelItem item = items.get(name);
        if (item == null || item.hasPermission(Item.READ)) {
            return item;
        }
        if (item.hasPermission(Item.DISCOVER)) {
            throw new AccessDeniedException("Please log in to access job " + name);
        }
        return null;
    }

    public <T extends Item> T getItemByFullName(String fullName, Class<T> type) throws AccessDeniedException {
        ItemGroup<?> parent = this;
        Item item = null;
        for (String name : fullName.split("/")) {
            if (parent == null) {
                return null;
            }
            item = parent.getItem(name);
            parent = item instanceof ItemGroup<?> group ? group : null;
        }
        return type.isInstance(item) ? type.cast(item) : null;
    }

    public Item getItemByFullName(String fullName) {
        return getItemByFullName(fullName, Item.class);
    }

    public synchronized void putItem(TopLevelItem item) throws IOException, InterruptedException {
        item.save();
        items.put(item.getName(), item);
        ItemListener.fireOnCreated(item);
    }

    public void remove(TopLevelItem item) throws IOException, IllegalArgumentException {
        items.remove(item.getName());
    }

    @Override
    public void onDeleted(TopLevelItem item) throws IOException {
        ItemListener.fireOnDeleted(item);
        remove(item);
    }

    @Override
    public File getRootDirFor(TopLevelItem child) {
        return new File(new File(root, "jobs"), child.getName());
    }

    public String getFullName() {
        return "";
    }

    public String getFullDisplayName() {
        return "";
    }

    @Override
    public String getDisplayName() {
        return "Jenkins";
    }

    @Override
    public String getUrl() {
        return "";
    }

    public String getSearchUrl() {
        return "/";
    }

    @Override
    public String getUrlChildPrefix() {
        return "job";
    }

    // The node that this machine is

    @Override
    public String getNodeName() {
        return nodeName;
    }

    @Override
    public void setNodeName(String name) {
        nodeName = name;
    }

    @Override
    public String getNodeDescription() {
        return "the Jenkins controller's built-in node";
    }

    @Override
    public String getLabelString() {
        return "built-in";
    }

    @Override
    public int getNumExecutors() {
        return numExecutors;
    }

    @Override
    public Launcher createLauncher(TaskListener listener) {
        return new Launcher.LocalLauncher(listener);
    }

    public Computer[] getComputers() {
        return new Computer[] {computer};
    }

    /** This machine, which goes by the empty name and by {@code (built-in)}; null for another name. */
    public Computer getComputer(String name) {
        return name.isEmpty() || name.equals("(built-in)") || name.equals("(master)") ? computer : null;
    }

    public Node getNode(String name) {
        return null;
    }

    public List<Node> getNodes() {
        return List.of();
    }
}
