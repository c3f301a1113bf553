package io.jenkins.plugins.delivery.engine.flow.image;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files that hold secrets wherever they turn up, told by their path. */
final class SecretFiles {
    private static final Map<Pattern, String> KNOWN = known();

    private static Map<Pattern, String> known() {
        Map<Pattern, String> known = new LinkedHashMap<>();
        known.put(
                Pattern.compile("(.*/)?\\.env(\\.(?!example$|sample$|template$|dist$)[^/]+)?"),
                "settings of a developer's machine");
        known.put(Pattern.compile("(.*/)?id_(rsa|dsa|ecdsa|ed25519)"), "a private SSH key");
        known.put(Pattern.compile("(.*/)?\\.(npmrc|pypirc|netrc|git-credentials|pgpass)"), "logins of a tool");
        known.put(Pattern.compile("(.*/)?\\.docker/config\\.json"), "logins of registries");
        known.put(Pattern.compile("(.*/)?\\.aws/credentials"), "credentials of a cloud");
        known.put(Pattern.compile("(.*/)?\\.kube/config"), "credentials of a cluster");
        known.put(Pattern.compile("(.*/)?\\.m2/settings\\.xml"), "logins of repositories");
        known.put(Pattern.compile("(.*/)?\\.git/config"), "a whole repository, with its address");
        known.put(Pattern.compile("(.*/)?[^/]*\\.(p12|pfx|jks|keystore|kdbx)"), "a store of keys");
        known.put(Pattern.compile("(.*/)?(terraform\\.tfstate|[^/]+\\.tfvars)"), "state or variables of Terraform");
        known.put(Pattern.compile("run/secrets/.+"), "a secret that was mounted for the build");
        return known;
    }

    /** Those that every distribution ships, and that hold nothing secret. */
    private static final Pattern HARMLESS = Pattern.compile("(usr|lib|opt|etc)/.*(cacerts|/test/.*|/tests/.*)");

    Optional<String> reason(String path) {
        String relative = path.replaceFirst("^(\\./|/)+", "");
        if (relative.endsWith("/") || HARMLESS.matcher(relative).matches()) {
            return Optional.empty();
        }
        return KNOWN.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(relative).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
