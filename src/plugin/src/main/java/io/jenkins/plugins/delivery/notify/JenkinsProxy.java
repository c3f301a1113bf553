package io.jenkins.plugins.delivery.notify;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.util.Secret;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;

/** Leads requests through the proxy of Manage Jenkins, except to the hosts that are reached without it. */
final class JenkinsProxy extends ProxySelector {
    @CheckForNull
    private final ProxyConfiguration proxy;

    private JenkinsProxy(@CheckForNull ProxyConfiguration proxy) {
        this.proxy = proxy;
    }

    /** @param proxy null for none */
    static JenkinsProxy of(@CheckForNull ProxyConfiguration proxy) {
        boolean none = proxy == null || Util.fixEmptyAndTrim(proxy.getName()) == null;
        return new JenkinsProxy(none ? null : proxy);
    }

    HttpClient.Builder lead(HttpClient.Builder builder) {
        builder.proxy(this);
        if (proxy != null && Util.fixEmpty(proxy.getUserName()) != null) {
            builder.authenticator(authenticator(proxy));
        }
        return builder;
    }

    @Override
    public List<Proxy> select(URI uri) {
        return proxy == null || uri.getHost() == null || isReachedWithoutIt(proxy, uri.getHost())
                ? List.of(Proxy.NO_PROXY)
                : List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getName(), proxy.getPort())));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // Whoever asked is told.
    }

    private static boolean isReachedWithoutIt(ProxyConfiguration proxy, String host) {
        return proxy.getNoProxyHostPatterns().stream()
                .anyMatch(pattern -> pattern.matcher(host).matches());
    }

    /** The password goes to the proxy and to nobody else who asks for one. */
    private static Authenticator authenticator(ProxyConfiguration proxy) {
        return new Authenticator() {
            @Override
            @CheckForNull
            protected PasswordAuthentication getPasswordAuthentication() {
                Secret password = proxy.getSecretPassword();
                return getRequestorType() == RequestorType.PROXY && password != null
                        ? new PasswordAuthentication(
                                proxy.getUserName(), password.getPlainText().toCharArray())
                        : null;
            }
        };
    }
}
