package hudson.model;

import hudson.XmlFile;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.SaveableListener;
import hudson.security.ACL;
import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import jenkins.model.Jenkins;
import jenkins.model.Loadable;
import org.apache.commons.io.FileUtils;
import org.kohsuke.stapler.StaplerProxy;

/** An item that is kept in a directory of its own. */
@SuppressWarnings({"rawtypes", "unchecked"})
public abstract class AbstractItem extends Actionable implements Loadable, Item, StaplerProxy {
    protected transient String name;
    protected volatile String description;
    private transient ItemGroup parent;
    private String displayName;

    protected AbstractItem(ItemGroup parent, String name) {
        this.parent = parent;
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDisplayName() {
        return displayName == null ? name : displayName;
    }

    public String getDisplayNameOrNull() {
        return displayName;
    }

    public void setDisplayName(String displayName) throws IOException {
        this.displayName = displayName == null || displayName.isBlank() ? null : displayName.trim();
        save();
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) throws IOException {
        this.description = description;
        save();
    }

    @Override
    public ItemGroup getParent() {
        return parent;
    }

    public File getRootDir() {
        return parent.getRootDirFor(this);
    }

    @Override
    public final String getFullName() {
        return parent instanceof Item group ? group.getFullName() + '/' + name : name;
    }

    public final String getFullDisplayName() {
        return parent instanceof AbstractItem group
                ? group.getFullDisplayName() + " » " + getDisplayName()
                : getDisplayName();
    }

    @Override
    public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
        this.parent = parent;
        this.name = name;
    }

    @Override
    public void onCopiedFrom(Item source) {}

    @Override
    public final String getUrl() {
        return parent.getUrl() + getShortUrl();
    }

    @Override
    public String getShortUrl() {
        return parent.getUrlChildPrefix() + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + "/";
    }

    public String getSearchUrl() {
        return getShortUrl();
    }

    @Override
    public final String getAbsoluteUrl() {
        return Item.super.getAbsoluteUrl();
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }

    @Override
    public Object getTarget() {
        if (!hasPermission(Item.DISCOVER)) {
            return null;
        }
        checkPermission(Item.READ);
        return this;
    }

    @Override
    public synchronized void save() throws IOException {
        getConfigFile().write(this);
        SaveableListener.fireOnChange(this, getConfigFile());
    }

    public final XmlFile getConfigFile() {
        return Items.getConfigFile(this);
    }

    @Override
    public void load() throws IOException {
        getConfigFile().unmarshal(this);
        onLoad(parent, name);
    }

    @Override
    public void delete() throws IOException, InterruptedException {
        checkPermission(Item.DELETE);
        ItemListener.checkBeforeDelete(this);
        FileUtils.deleteDirectory(getRootDir());
        parent.onDeleted(this);
    }

    @Override
    public String toString() {
        return super.toString() + '[' + getFullName() + ']';
    }
}
