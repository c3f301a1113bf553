package com.cloudbees.plugins.credentials.domains;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsMatcher;
import java.util.Collection;
import java.util.List;
import java.util.Map;

public class DomainCredentials {
    public DomainCredentials(Domain domain, List<Credentials> list) {}

    public static Map<Domain, List<Credentials>> asMap(Collection<DomainCredentials> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static List<DomainCredentials> asList(Map<Domain, List<Credentials>> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Map<Domain, List<Credentials>> toCopyOnWriteMap(Map<Domain, List<Credentials>> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Map<Domain, List<Credentials>> migrateListToMap(
            Map<Domain, List<Credentials>> map, List<Credentials> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static <C extends Credentials> List<C> getCredentials(
            Map<Domain, List<Credentials>> map,
            Class<C> type,
            List<DomainRequirement> list,
            CredentialsMatcher credentialsMatcher) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static List<DomainCredentials> fixList(List<DomainCredentials> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Domain getDomain() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<Credentials> getCredentials() {
        throw new UnsupportedOperationException("unwritten");
    }
}
