package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.XmlFile;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Saveable;
import hudson.model.listeners.SaveableListener;
import hudson.security.ACL;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** The credentials of the controller, in {@code credentials.xml}. */
@Extension
@SuppressWarnings("rawtypes")
public class SystemCredentialsProvider implements Saveable {
    private CopyOnWriteArrayList<Credentials> credentials = new CopyOnWriteArrayList<>();

    public SystemCredentialsProvider() {
        XmlFile file = getConfigFile();
        if (file.exists()) {
            try {
                file.unmarshal(this);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot load " + file, e);
            }
        }
    }

    public static XmlFile getConfigFile() {
        return new XmlFile(Jenkins.XSTREAM2, new File(Jenkins.get().getRootDir(), "credentials.xml"));
    }

    public static SystemCredentialsProvider getInstance() {
        return ExtensionList.lookupSingleton(SystemCredentialsProvider.class);
    }

    /** Live: add to it, then {@link #save}. */
    public List<Credentials> getCredentials() {
        return credentials;
    }

    @Override
    public void save() throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        getConfigFile().write(this);
        SaveableListener.fireOnChange(this, getConfigFile());
    }

    /** Offers them to jobs and to the controller. */
    @Extension
    public static class ProviderImpl extends CredentialsProvider {
        public ProviderImpl() {}

        @Override
        public <C extends Credentials> List<C> getCredentialsInItemGroup(
                Class<C> type,
                ItemGroup itemGroup,
                Authentication authentication,
                List<DomainRequirement> domainRequirements) {
            return find(type, authentication, itemGroup instanceof Jenkins);
        }

        @Override
        public <C extends Credentials> List<C> getCredentialsInItem(
                Class<C> type, Item item, Authentication authentication, List<DomainRequirement> domainRequirements) {
            return find(type, authentication, false);
        }

        private static <C extends Credentials> List<C> find(Class<C> type, Authentication who, boolean system) {
            if (!ACL.SYSTEM2.equals(who)) {
                return List.of();
            }
            return getInstance().getCredentials().stream()
                    .filter(type::isInstance)
                    .filter(each -> system || each.getScope() != CredentialsScope.SYSTEM)
                    .map(type::cast)
                    .toList();
        }
    }
}
