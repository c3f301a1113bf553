package com.cloudbees.plugins.credentials;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

public class CredentialsMatchers {
    public static CredentialsMatcher always() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CredentialsMatcher never() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CredentialsMatcher not(CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CredentialsMatcher instanceOf(Class type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CredentialsMatcher withId(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CredentialsMatcher withScope(CredentialsScope credentialsScope) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CredentialsMatcher withScopes(CredentialsScope... credentialsScope) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CredentialsMatcher withScopes(Collection<CredentialsScope> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CredentialsMatcher withUsername(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CredentialsMatcher allOf(CredentialsMatcher... credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CredentialsMatcher anyOf(CredentialsMatcher... credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CredentialsMatcher both(
            CredentialsMatcher credentialsMatcher, CredentialsMatcher credentialsMatcher2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CredentialsMatcher either(
            CredentialsMatcher credentialsMatcher, CredentialsMatcher credentialsMatcher2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CredentialsMatcher noneOf(CredentialsMatcher... credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> Collection<C> filter(
            Collection<C> collection, CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> Set<C> filter(Set<C> set, CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> filter(List<C> list, CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> Iterable<C> filter(
            Iterable<C> iterable, CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials, V> Map<C, V> filterKeys(
            Map<C, V> map, CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials, K> Map<K, C> filterValues(
            Map<K, C> map, CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> C firstOrDefault(
            Iterable<C> iterable, CredentialsMatcher credentialsMatcher, C value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> C firstOrNull(Iterable<C> iterable, CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }
}
