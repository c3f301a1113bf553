package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.util.ListBoxModel;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.springframework.security.core.Authentication;

public abstract class AbstractIdCredentialsListBoxModel<
                T extends AbstractIdCredentialsListBoxModel<T, C>, C extends IdCredentials>
        extends ListBoxModel {
    public AbstractIdCredentialsListBoxModel() {}

    protected abstract String describe(C value);

    public AbstractIdCredentialsListBoxModel<T, C> with(C value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> withEmptySelection() {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeEmptyValue() {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> withAll(C... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> withAll(Iterable<? extends C> iterable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> withAll(Iterator<? extends C> iterator) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> withMatching(CredentialsMatcher credentialsMatcher, C... value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> withMatching(
            CredentialsMatcher credentialsMatcher, Iterable<? extends C> iterable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> withMatching(
            CredentialsMatcher credentialsMatcher, Iterator<? extends C> iterator) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> include(Item item, Class<? extends C> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> include(ItemGroup itemGroup, Class<? extends C> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeAs(
            Authentication authentication, Item item, Class<? extends C> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeAs(
            Authentication authentication, ItemGroup itemGroup, Class<? extends C> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> include(
            Item item, Class<? extends C> type, List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> include(
            ItemGroup itemGroup, Class<? extends C> type, List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeAs(
            Authentication authentication, Item item, Class<? extends C> type, List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeAs(
            Authentication authentication, ItemGroup itemGroup, Class<? extends C> type, List<DomainRequirement> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeMatching(
            Item item, Class<? extends C> type, List<DomainRequirement> list, CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeMatching(
            ItemGroup itemGroup,
            Class<? extends C> type,
            List<DomainRequirement> list,
            CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeMatchingAs(
            Authentication authentication,
            Item item,
            Class<? extends C> type,
            List<DomainRequirement> list,
            CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeMatchingAs(
            Authentication authentication,
            ItemGroup itemGroup,
            Class<? extends C> type,
            List<DomainRequirement> list,
            CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeCurrentValue(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean addMissing(Collection<? extends ListBoxModel.Option> collection) {
        throw new UnsupportedOperationException("unwritten");
    }
}
