package hudson.model;

import hudson.XmlFile;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import jakarta.servlet.ServletException;
import java.io.File;
import java.io.IOException;
import jenkins.model.Loadable;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class AbstractItem extends Actionable implements Loadable, Item, AccessControlled, StaplerProxy {
    protected transient String name;
    protected volatile String description;

    protected AbstractItem(ItemGroup itemGroup, String text) {}

    public String getName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayNameOrNull() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setDisplayNameOrNull(String text) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setDisplayName(String text) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public File getRootDir() {
        throw new UnsupportedOperationException("unwritten");
    }

    public ItemGroup getParent() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDescription() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setDescription(String text) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isNameEditable() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getFullName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getFullDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onLoad(ItemGroup<? extends Item> itemGroup, String text) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onCopiedFrom(Item item) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getShortUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getSearchUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final String getAbsoluteUrl() {
        throw new UnsupportedOperationException("unwritten");
    }

    public ACL getACL() {
        throw new UnsupportedOperationException("unwritten");
    }

    public synchronized void save() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public final XmlFile getConfigFile() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void delete(StaplerRequest2 staplerRequest2, StaplerResponse2 staplerResponse2)
            throws IOException, ServletException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void delete() throws IOException, InterruptedException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }
}
