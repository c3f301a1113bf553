package hudson;

import hudson.model.Describable;
import hudson.util.Secret;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The proxy of Manage Jenkins. */
public final class ProxyConfiguration implements Describable<ProxyConfiguration>, Serializable {
    private static final long serialVersionUID = 1L;

    public final String name;
    public final int port;
    public String noProxyHost;
    private String userName;
    private Secret secretPassword;

    public ProxyConfiguration(String name, int port, String userName, String password, String noProxyHost) {
        this.name = name;
        this.port = port;
        this.userName = Util.fixEmptyAndTrim(userName);
        this.secretPassword = Secret.fromString(password);
        this.noProxyHost = Util.fixEmptyAndTrim(noProxyHost);
    }

    public String getName() {
        return name;
    }

    public int getPort() {
        return port;
    }

    public String getUserName() {
        return userName;
    }

    public Secret getSecretPassword() {
        return secretPassword;
    }

    public List<Pattern> getNoProxyHostPatterns() {
        return getNoProxyHostPatterns(noProxyHost);
    }

    /** Names and {@code *.example.com}, separated by spaces, commas or bars. */
    public static List<Pattern> getNoProxyHostPatterns(String noProxyHost) {
        List<Pattern> patterns = new ArrayList<>();
        for (String host : noProxyHost == null ? new String[0] : noProxyHost.split("[ \t\n,|]+")) {
            if (!host.isEmpty()) {
                patterns.add(Pattern.compile(host.replace(".", "\\.").replace("*", ".*")));
            }
        }
        return patterns;
    }
}
