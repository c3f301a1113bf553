package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.DescriptorExtensionList;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.ModelObject;
import hudson.model.Node;
import hudson.model.Run;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.util.ListBoxModel;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;

public abstract class CredentialsProvider extends Descriptor<CredentialsProvider>
        implements ExtensionPoint, Describable<CredentialsProvider> {
    public static final CredentialsProvider NONE = null;
    public static final PermissionGroup GROUP = null;
    public static final Permission USE_OWN = null;
    public static final Permission USE_ITEM = null;
    public static final Permission CREATE = null;
    public static final Permission UPDATE = null;
    public static final Permission VIEW = null;
    public static final Permission DELETE = null;
    public static final Permission MANAGE_DOMAINS = null;

    public CredentialsProvider() {}

    public static DescriptorExtensionList<Credentials, CredentialsDescriptor> allCredentialsDescriptors() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> lookupCredentials(Class<C> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> lookupCredentials(Class<C> type, Item item) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> lookupCredentials(Class<C> type, ItemGroup itemGroup) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type, ItemGroup itemGroup, Authentication authentication) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type, ItemGroup itemGroup, Authentication authentication, List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItemGroup(
            Class<C> type,
            ItemGroup itemGroup,
            Authentication authentication,
            List<DomainRequirement> list,
            CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            Class<C> type, Item item, Authentication authentication) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            Class<C> type, Item item, Authentication authentication, List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItem(
            Class<C> type,
            Item item,
            Authentication authentication,
            List<DomainRequirement> list,
            CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Set<CredentialsScope> lookupScopes(ModelObject modelObject) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean hasStores(ModelObject modelObject) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Iterable<CredentialsStore> lookupStores(ModelObject modelObject) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> C snapshot(C value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> C snapshot(Class<C> type, C value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends IdCredentials> C findCredentialByIdInItemGroup(
            String text,
            Class<C> type,
            ItemGroup<?> itemGroup,
            Authentication authentication,
            List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends IdCredentials> C findCredentialByIdInItem(
            String text, Class<C> type, Item item, Authentication authentication, List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends IdCredentials> C findCredentialById(String text, Class<C> type, Run<?, ?> run) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends IdCredentials> C findCredentialById(
            String text, Class<C> type, Run<?, ?> run, DomainRequirement... domainRequirement) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends IdCredentials> C findCredentialById(
            String text, Class<C> type, Run<?, ?> run, List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ExtensionList<CredentialsProvider> all() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static List<CredentialsProvider> enabled() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static List<CredentialsProvider> enabled(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Descriptor<CredentialsProvider> getDescriptor() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean isEnabled() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isEnabled(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getIconClassName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Set<CredentialsScope> getScopes(ModelObject modelObject) {
        throw new UnsupportedOperationException("unwritten");
    }

    public CredentialsStore getStore(ModelObject modelObject) {
        throw new UnsupportedOperationException("unwritten");
    }

    public <C extends Credentials> List<C> getCredentialsInItemGroup(
            Class<C> type, ItemGroup itemGroup, Authentication authentication, List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public <C extends IdCredentials> C getCredentialByIdInItemGroup(
            String text,
            Class<C> type,
            ItemGroup<?> itemGroup,
            Authentication authentication,
            List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public <C extends IdCredentials> C getCredentialByIdInItem(
            String text, Class<C> type, Item item, Authentication authentication, List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public <C extends IdCredentials> ListBoxModel getCredentialIdsInItemGroup(
            Class<C> type,
            ItemGroup itemGroup,
            Authentication authentication,
            List<DomainRequirement> list,
            CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public <C extends Credentials> List<C> getCredentialsInItem(
            Class<C> type, Item item, Authentication authentication, List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public <C extends IdCredentials> ListBoxModel getCredentialIdsInItem(
            Class<C> type,
            Item item,
            Authentication authentication,
            List<DomainRequirement> list,
            CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean isApplicable(Class<? extends Credentials> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean isApplicable(Descriptor<?> descriptor) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected boolean _isApplicable(Descriptor<?> descriptor) {
        throw new UnsupportedOperationException("unwritten");
    }

    public final List<CredentialsDescriptor> getCredentialsDescriptors() {
        throw new UnsupportedOperationException("unwritten");
    }

    public final boolean hasCredentialsDescriptors() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> C track(Run run, C value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> trackAll(Run run, C... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> trackAll(Run run, List<C> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> C track(Node node, C value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> trackAll(Node node, C... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> trackAll(Node node, List<C> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> C track(Item item, C value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> trackAll(Item item, C... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> trackAll(Item item, List<C> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void saveAll() {
        throw new UnsupportedOperationException("unwritten");
    }
}
