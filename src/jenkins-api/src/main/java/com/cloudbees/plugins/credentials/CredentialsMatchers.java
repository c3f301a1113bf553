package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.UsernameCredentials;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Matchers of credentials, and lists that they are applied to. */
public class CredentialsMatchers {
    private CredentialsMatchers() {}

    public static CredentialsMatcher always() {
        return credentials -> true;
    }

    public static CredentialsMatcher never() {
        return credentials -> false;
    }

    public static CredentialsMatcher not(CredentialsMatcher matcher) {
        return credentials -> !matcher.matches(credentials);
    }

    @SuppressWarnings("rawtypes")
    public static CredentialsMatcher instanceOf(Class clazz) {
        return credentials -> clazz.isInstance(credentials);
    }

    public static CredentialsMatcher withId(String id) {
        return credentials -> credentials instanceof IdCredentials identified && id.equals(identified.getId());
    }

    public static CredentialsMatcher withScope(CredentialsScope scope) {
        return credentials -> scope == credentials.getScope();
    }

    public static CredentialsMatcher withScopes(CredentialsScope... scopes) {
        return withScopes(List.of(scopes));
    }

    public static CredentialsMatcher withScopes(Collection<CredentialsScope> scopes) {
        List<CredentialsScope> wanted = List.copyOf(scopes);
        return credentials -> credentials.getScope() != null && wanted.contains(credentials.getScope());
    }

    public static CredentialsMatcher withUsername(String username) {
        return credentials -> credentials instanceof UsernameCredentials user && username.equals(user.getUsername());
    }

    public static CredentialsMatcher allOf(CredentialsMatcher... matchers) {
        return credentials -> Arrays.stream(matchers).allMatch(each -> each.matches(credentials));
    }

    public static CredentialsMatcher anyOf(CredentialsMatcher... matchers) {
        return credentials -> Arrays.stream(matchers).anyMatch(each -> each.matches(credentials));
    }

    public static CredentialsMatcher both(CredentialsMatcher matcher1, CredentialsMatcher matcher2) {
        return allOf(matcher1, matcher2);
    }

    public static CredentialsMatcher either(CredentialsMatcher matcher1, CredentialsMatcher matcher2) {
        return anyOf(matcher1, matcher2);
    }

    public static <C extends Credentials> Collection<C> filter(Collection<C> credentials, CredentialsMatcher matcher) {
        return credentials.stream().filter(matcher::matches).toList();
    }

    public static <C extends Credentials> Set<C> filter(Set<C> credentials, CredentialsMatcher matcher) {
        return credentials.stream().filter(matcher::matches).collect(Collectors.toSet());
    }

    public static <C extends Credentials> List<C> filter(List<C> credentials, CredentialsMatcher matcher) {
        return credentials.stream().filter(matcher::matches).toList();
    }

    public static <C extends Credentials> C firstOrDefault(
            Iterable<C> credentials, CredentialsMatcher matcher, C defaultIfNone) {
        for (C each : credentials) {
            if (matcher.matches(each)) {
                return each;
            }
        }
        return defaultIfNone;
    }

    /** Null when none matches. */
    public static <C extends Credentials> C firstOrNull(Iterable<C> credentials, CredentialsMatcher matcher) {
        return firstOrDefault(credentials, matcher, null);
    }
}
