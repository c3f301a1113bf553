package io.jenkins.plugins.delivery.steps.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ProxyConfiguration;
import hudson.util.Secret;
import io.jenkins.plugins.delivery.engine.smoke.HttpProxy;
import jenkins.model.Jenkins;

/** The proxy of Manage Jenkins, for requests from the controller and from agents alike. */
final class SmokeProxy {
    private SmokeProxy() {}

    @CheckForNull
    static HttpProxy ofJenkins() {
        ProxyConfiguration proxy = Jenkins.get().getProxy();
        if (proxy == null || proxy.getName() == null || proxy.getName().isBlank()) {
            return null;
        }
        Secret password = proxy.getSecretPassword();
        return new HttpProxy(
                proxy.getName(),
                proxy.getPort(),
                proxy.getUserName(),
                password == null ? null : password.getPlainText(),
                proxy.getNoProxyHostPatterns());
    }
}
