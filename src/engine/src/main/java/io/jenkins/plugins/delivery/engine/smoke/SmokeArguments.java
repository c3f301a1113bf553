package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.yaml.YamlFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a {@link SmokeSuite} from the arguments of a Jenkinsfile, and from a YAML file with the same keys. */
public final class SmokeArguments {
    /** What a suite can say, in a Jenkinsfile and in a file. */
    public static final Set<String> KEYS =
            Set.of("url", "checks", "timeout", "interval", "stableFor", "concurrency", "credentialsId");

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int CONCURRENCY = 16;

    private SmokeArguments() {}

    /** @throws ArgumentException naming the argument, the value and what is allowed */
    public static SmokeSuite parse(Map<String, ?> arguments) {
        return parse(ArgumentMap.of("smokeTest", arguments, KEYS), "");
    }

    /**
     * Reads a file; what the Jenkinsfile says besides wins over the file.
     *
     * @param name what messages call the file
     * @throws io.jenkins.plugins.delivery.engine.yaml.YamlFileException with line and column
     */
    public static SmokeSuite parseFile(String name, String text, Map<String, ?> overrides) {
        return YamlFile.parse(name, text).read(root -> {
            ArgumentMap file = ArgumentMap.of("file", root, KEYS);
            Map<String, Object> merged = new HashMap<>();
            KEYS.stream().filter(file::has).forEach(key -> merged.put(key, file.raw(key)));
            merged.putAll(overrides);
            return parse(ArgumentMap.of("", merged, KEYS), "");
        });
    }

    private static SmokeSuite parse(ArgumentMap map, String prefix) {
        URI base = map.text("url").map(url -> uri("url", url)).orElse(null);
        String credentialsId = map.text("credentialsId").orElse(null);
        List<Check> checks = new ArrayList<>();
        for (ArgumentMap check : ArgumentMap.list(prefix + "checks", map.raw("checks"), CheckArguments.KEYS)) {
            checks.add(new CheckArguments(check, base, credentialsId).parse());
        }
        return new SmokeSuite(
                checks,
                map.duration("timeout", TIMEOUT),
                map.duration("interval", INTERVAL),
                map.duration("stableFor", Duration.ZERO),
                map.wholeNumber("concurrency", CONCURRENCY));
    }

    static URI uri(String argument, String text) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null) {
                return withoutUser(argument, uri);
            }
        } catch (URISyntaxException e) {
            throw new ArgumentException(argument, "'" + text + "' is no address: " + e.getReason());
        }
        throw new ArgumentException(argument, "'" + text + "' is no address such as https://staging.example.com");
    }

    private static URI withoutUser(String argument, @CheckForNull URI uri) {
        if (uri != null && uri.getUserInfo() != null) {
            throw new ArgumentException(argument, "it holds a user or password; use credentialsId instead");
        }
        return uri;
    }
}
