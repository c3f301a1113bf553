package jenkins.model;

import hudson.DescriptorExtensionList;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.Launcher;
import hudson.init.InitMilestone;
import hudson.model.Action;
import hudson.model.Computer;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.model.TopLevelItem;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import hudson.security.SecurityRealm;
import hudson.util.XStream2;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

public class Jenkins extends Node implements ItemGroup<TopLevelItem>, AccessControlled, Loadable, StaplerProxy {
    public static final XStream2 XSTREAM2 = null;
    public static String VERSION;
    public static final Permission ADMINISTER = null;
    public static final Permission MANAGE = null;
    public static final Permission SYSTEM_READ = null;
    public static final Permission READ = null;
    public static final Authentication ANONYMOUS2 = null;

    public static Jenkins get() throws IllegalStateException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Jenkins getInstanceOrNull() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Jenkins getInstance() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getNodeDescription() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getSecretKey() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getLegacyInstanceId() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Descriptor getDescriptor(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Descriptor getDescriptorByName(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Descriptor getDescriptor(Class<? extends Describable> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T extends Descriptor> T getDescriptorByType(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getSystemMessage() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getFullName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getFullDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<Action> getActions() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<TopLevelItem> getItems() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<TopLevelItem> getItems(Predicate<TopLevelItem> predicate) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Map<String, TopLevelItem> getItemMap() {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T> List<T> getItems(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Collection<String> getTopLevelItemNames() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Computer[] getComputers() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Computer getComputer(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Node getNode(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<Node> getNodes() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getSearchUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrlChildPrefix() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getRootUrl() throws IllegalStateException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Launcher createLauncher(TaskListener taskListener) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setNodeName(String name) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getNodeName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public File getRootDir() {
        throw new UnsupportedOperationException("unwritten");
    }

    public FilePath getRootPath() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isUseSecurity() {
        throw new UnsupportedOperationException("unwritten");
    }

    public SecurityRealm getSecurityRealm() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setSecurityRealm(SecurityRealm securityRealm) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setAuthorizationStrategy(AuthorizationStrategy authorizationStrategy) {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T> ExtensionList<T> getExtensionList(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ExtensionList getExtensionList(String text) throws ClassNotFoundException {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T extends Describable<T>, D extends Descriptor<T>> DescriptorExtensionList<T, D> getDescriptorList(
            Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ACL getACL() {
        throw new UnsupportedOperationException("unwritten");
    }

    public AuthorizationStrategy getAuthorizationStrategy() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isQuietingDown() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isTerminating() {
        throw new UnsupportedOperationException("unwritten");
    }

    public InitMilestone getInitLevel() {
        throw new UnsupportedOperationException("unwritten");
    }

    public TopLevelItem getItem(String text) throws AccessDeniedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Item getItem(String text, ItemGroup itemGroup) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final Item getItem(String text, Item item) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final <T extends Item> T getItem(String text, ItemGroup itemGroup, Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final <T extends Item> T getItem(String text, Item item, Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public File getRootDirFor(TopLevelItem topLevelItem) {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T extends Item> T getItemByFullName(String text, Class<T> type) throws AccessDeniedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Item getItemByFullName(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public User getUser(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void putItem(TopLevelItem topLevelItem) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onRenamed(TopLevelItem topLevelItem, String text, String text2) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onDeleted(TopLevelItem topLevelItem) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean canAdd(TopLevelItem topLevelItem) {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized <I extends TopLevelItem> I add(I value, String text)
            throws IOException, IllegalArgumentException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void remove(TopLevelItem topLevelItem) throws IOException, IllegalArgumentException {
        throw new UnsupportedOperationException("unwritten");
    }

    public int getNumExecutors() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getLabelString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void load() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void save() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Authentication getAuthentication2() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Object getTarget() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Descriptor getDescriptor() {
        throw new UnsupportedOperationException("unwritten");
    }
}
