package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Node;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.jenkinsapi.FixedText;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** Where credentials come from, and how they are looked up. */
@SuppressWarnings("rawtypes")
public abstract class CredentialsProvider extends Descriptor<CredentialsProvider>
        implements ExtensionPoint, Describable<CredentialsProvider> {
    public static final PermissionGroup GROUP =
            new PermissionGroup("Credentials", CredentialsProvider.class, new FixedText("Credentials"));

    public static final Permission USE_OWN = permission("UseOwn", PermissionScope.ITEM);
    public static final Permission USE_ITEM = permission("UseItem", PermissionScope.ITEM);
    public static final Permission VIEW = permission("View", PermissionScope.ITEM_GROUP);

    @SuppressWarnings("unchecked")
    public CredentialsProvider() {
        super(self());
    }

    private static Permission permission(String name, PermissionScope scope) {
        return new Permission(
                GROUP, name, new FixedText(name), Jenkins.ADMINISTER, true, new PermissionScope[] {scope});
    }

    @Override
    public Descriptor<CredentialsProvider> getDescriptor() {
        return this;
    }

    public static ExtensionList<CredentialsProvider> all() {
        return ExtensionList.lookup(CredentialsProvider.class);
    }

    // What a provider has

    /** Those that {@code authentication} may use in a group. */
    public <C extends Credentials> List<C> getCredentialsInItemGroup(
            Class<C> type,
            ItemGroup itemGroup,
            Authentication authentication,
            List<DomainRequirement> domainRequirements) {
        return List.of();
    }

    /** Those that {@code authentication} may use in a job. */
    public <C extends Credentials> List<C> getCredentialsInItem(
            Class<C> type, Item item, Authentication authentication, List<DomainRequirement> domainRequirements) {
        return getCredentialsInItemGroup(type, item.getParent(), authentication, domainRequirements);
    }

    // Looking up

    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type,
            ItemGroup itemGroup,
            Authentication authentication,
            List<DomainRequirement> domainRequirements) {
        ItemGroup group = itemGroup == null ? Jenkins.get() : itemGroup;
        Authentication who = authentication == null ? ACL.SYSTEM2 : authentication;
        List<C> found = new ArrayList<>();
        all().forEach(each -> found.addAll(each.getCredentialsInItemGroup(type, group, who, domainRequirements)));
        return found;
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            Class<C> type, Item item, Authentication authentication, List<DomainRequirement> domainRequirements) {
        if (item == null) {
            return lookupCredentialsInItemGroup(type, Jenkins.get(), authentication, domainRequirements);
        }
        Authentication who = authentication == null ? ACL.SYSTEM2 : authentication;
        List<C> found = new ArrayList<>();
        all().forEach(each -> found.addAll(each.getCredentialsInItem(type, item, who, domainRequirements)));
        return found;
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItemGroup(
            Class<C> type,
            ItemGroup itemGroup,
            Authentication authentication,
            List<DomainRequirement> domainRequirements,
            CredentialsMatcher matcher) {
        return list(lookupCredentialsInItemGroup(type, itemGroup, authentication, domainRequirements), matcher);
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItem(
            Class<C> type,
            Item item,
            Authentication authentication,
            List<DomainRequirement> domainRequirements,
            CredentialsMatcher matcher) {
        return list(lookupCredentialsInItem(type, item, authentication, domainRequirements), matcher);
    }

    private static <C extends IdCredentials> ListBoxModel list(List<C> credentials, CredentialsMatcher matcher) {
        ListBoxModel model = new ListBoxModel();
        CredentialsMatchers.filter(credentials, matcher == null ? CredentialsMatchers.always() : matcher)
                .forEach(each -> model.add(CredentialsNameProvider.name(each), each.getId()));
        return model;
    }

    /** Null when a build may not use any of this id and type. */
    public static <C extends IdCredentials> C findCredentialById(
            String id, Class<C> type, Run<?, ?> run, List<DomainRequirement> domainRequirements) {
        C found = findCredentialByIdInItem(id, type, run.getParent(), ACL.SYSTEM2, domainRequirements);
        return found == null ? null : type.cast(found.forRun(run));
    }

    public static <C extends IdCredentials> C findCredentialById(
            String id, Class<C> type, Run<?, ?> run, DomainRequirement... domainRequirements) {
        return findCredentialById(id, type, run, List.of(domainRequirements));
    }

    public static <C extends IdCredentials> C findCredentialById(String id, Class<C> type, Run<?, ?> run) {
        return findCredentialById(id, type, run, List.of());
    }

    public static <C extends IdCredentials> C findCredentialByIdInItem(
            String id,
            Class<C> type,
            Item item,
            Authentication authentication,
            List<DomainRequirement> domainRequirements) {
        return CredentialsMatchers.firstOrNull(
                lookupCredentialsInItem(type, item, authentication, domainRequirements),
                CredentialsMatchers.withId(id));
    }

    public static <C extends IdCredentials> C findCredentialByIdInItemGroup(
            String id,
            Class<C> type,
            ItemGroup<?> itemGroup,
            Authentication authentication,
            List<DomainRequirement> domainRequirements) {
        return CredentialsMatchers.firstOrNull(
                lookupCredentialsInItemGroup(type, itemGroup, authentication, domainRequirements),
                CredentialsMatchers.withId(id));
    }

    // Use is tracked by the fingerprints of a real controller; here the credentials are only handed on.

    public static <C extends Credentials> C track(Run build, C credentials) {
        return credentials;
    }

    public static <C extends Credentials> C track(Node node, C credentials) {
        return credentials;
    }

    public static <C extends Credentials> C track(Item item, C credentials) {
        return credentials;
    }
}
