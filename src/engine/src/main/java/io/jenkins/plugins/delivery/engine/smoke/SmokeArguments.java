package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.yaml.YamlFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a {@link SmokeSuite} from the arguments of a Jenkinsfile, and from a YAML file with the same keys. */
public final class SmokeArguments {
    /** What a suite can say, in a Jenkinsfile and in a file. */
    public static final Set<String> KEYS = Set.of(
            "url",
            "service",
            "checks",
            "openapi",
            "include",
            "exclude",
            "timeout",
            "interval",
            "stableFor",
            "concurrency",
            "credentialsId");

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int CONCURRENCY = 16;

    private SmokeArguments() {}

    /** What a check can say, of whatever kind it is. */
    public static Set<String> checkKeys() {
        return Set.copyOf(CheckArguments.KEYS);
    }

    /** @throws ArgumentException naming the argument, the value and what is allowed */
    public static SmokeSuite parse(Map<String, ?> arguments) {
        return parse(arguments, SmokeSources.none());
    }

    /** @throws ArgumentException naming the argument, the value and what is allowed */
    public static SmokeSuite parse(Map<String, ?> arguments, SmokeSources sources) {
        Variables variables = new Variables(sources.environment(), Variables.extracted(arguments.get("checks")));
        return parse(ArgumentMap.of("smokeTest", variables.fill(arguments), KEYS), sources);
    }

    /** Whether the arguments hold variables or name files, so that they can only be read where those are known. */
    public static boolean needsSources(Map<String, ?> arguments) {
        return Variables.in(arguments) || arguments.containsKey("openapi") || namesFile(arguments.get("checks"));
    }

    private static boolean namesFile(@CheckForNull Object checks) {
        return checks instanceof Collection<?> several
                && several.stream()
                        .anyMatch(check -> check instanceof Map<?, ?> map
                                && map.get("body") instanceof Map<?, ?> body
                                && body.containsKey("file"));
    }

    /**
     * Reads a file; what the Jenkinsfile says besides wins over the file.
     *
     * @param name what messages call the file
     * @throws io.jenkins.plugins.delivery.engine.yaml.YamlFileException with line and column
     */
    public static SmokeSuite parseFile(String name, String text, Map<String, ?> overrides, SmokeSources sources) {
        return YamlFile.parse(name, text).read(root -> {
            ArgumentMap file = ArgumentMap.of("file", root, KEYS);
            Map<String, Object> merged = new HashMap<>();
            KEYS.stream().filter(file::has).forEach(key -> merged.put(key, file.raw(key)));
            if (overrides.containsKey("url") || overrides.containsKey("service")) {
                merged.remove("url");
                merged.remove("service");
            }
            merged.putAll(overrides);
            return parse(merged, sources);
        });
    }

    private static SmokeSuite parse(ArgumentMap map, SmokeSources sources) {
        ServiceTarget service = map.text("service")
                .map(text -> ServiceTarget.parse("service", text))
                .orElse(null);
        String credentialsId = map.text("credentialsId").orElse(null);
        CheckArguments.SuiteDefaults defaults =
                new CheckArguments.SuiteDefaults(base(map, service), credentialsId, service != null, sources);
        List<Check> checks = new ArrayList<>();
        for (ArgumentMap check : ArgumentMap.list("checks", map.raw("checks"), CheckArguments.KEYS)) {
            checks.add(new CheckArguments(check, defaults).parse());
        }
        checks.addAll(documented(map, defaults));
        return new SmokeSuite(
                checks,
                map.duration("timeout", TIMEOUT),
                map.duration("interval", INTERVAL),
                map.duration("stableFor", Duration.ZERO),
                map.wholeNumber("concurrency", CONCURRENCY),
                service);
    }

    /** A check for each operation of an OpenAPI document that can be called as it is. */
    private static List<Check> documented(ArgumentMap map, CheckArguments.SuiteDefaults defaults) {
        if (!map.has("openapi")) {
            for (String key : List.of("include", "exclude")) {
                if (map.has(key)) {
                    throw new ArgumentException(key, "it chooses from an 'openapi' document, and there is none");
                }
            }
            return List.of();
        }
        String place = map.text("openapi").orElseThrow();
        String text = new String(defaults.sources().files().read("openapi", place), StandardCharsets.UTF_8);
        Predicate<String> included = OpenApi.patterns("include", map.raw("include"), true);
        Predicate<String> excluded = OpenApi.patterns("exclude", map.raw("exclude"), false);
        Map<String, Expectation> operations = OpenApi.read(place, text, included.and(excluded.negate()));
        if (operations.isEmpty()) {
            throw new ArgumentException(
                    "openapi", "'" + place + "' has no GET without required parameters that include and exclude leave");
        }
        List<Check> checks = new ArrayList<>();
        operations.forEach((path, expectation) -> checks.add(HttpArguments.documented(path, expectation, defaults)));
        return checks;
    }

    /** Where paths start. */
    @CheckForNull
    private static URI base(ArgumentMap map, @CheckForNull ServiceTarget service) {
        if (service == null) {
            return map.text("url").map(url -> uri("url", url)).orElse(null);
        }
        if (map.has("url")) {
            throw new ArgumentException(
                    "service", "there is a 'url' as well; the paths of checks start at one of them");
        }
        return URI.create(service.scheme() + "://" + service.name());
    }

    static URI uri(String argument, String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new ArgumentException(argument, "'" + Template.shown(text) + "' is no address: " + e.getReason());
        }
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null || !Template.names(uri.getHost()).isEmpty()) {
            throw new ArgumentException(
                    argument, "'" + Template.shown(text) + "' is no address such as https://staging.example.com");
        }
        if (uri.getUserInfo() != null) {
            throw new ArgumentException(argument, "it holds a user or password; use credentialsId instead");
        }
        return uri;
    }
}
