package io.jenkins.plugins.delivery.rehearsal.scenario;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a pipeline finds: {@code rehearsal.yaml}.
 *
 * @param settings of Progressive Delivery, as its configuration page has them
 * @param env global environment variables
 * @param replay patterns of scripts whose recorded outcome may stand for another run
 * @param standIns programs of the agent that the rehearsal brings along
 */
public record RehearsalSettings(
        String startedBy,
        List<Person> users,
        List<Secret> credentials,
        Map<String, String> env,
        Map<String, Object> settings,
        List<ImageTar> images,
        List<Application> applications,
        List<String> replay,
        List<String> standIns) {
    private static final Set<String> KEYS = Set.of(
            "startedBy", "users", "credentials", "env", "settings", "images", "applications", "replay", "standIns");

    /** Somebody who can start a build or decide. */
    public record Person(String name, String fullName, List<String> groups) {}

    /** A credential with test values. */
    public record Secret(String id, String kind, String username, String value, String scope) {}

    /** An image that a script writes. */
    public record ImageTar(String repository, String tar) {}

    /**
     * An application with its users.
     *
     * @param previous what served before the run; null for nothing
     */
    public record Application(String name, String environment, String front, Traffic traffic, Previous previous) {}

    /** What users do; none at all with 0 requests. */
    public record Traffic(int requestsPerSecond, int concurrency, List<String> requests) {}

    /** What served before the run. */
    public record Previous(String manifests, Map<String, String> env) {}

    /** Settings of a pipeline that has no {@code rehearsal.yaml}. */
    public static RehearsalSettings none() {
        return new RehearsalSettings(
                "admin", List.of(), List.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Reads a file.
     *
     * @param shown what messages call it
     * @throws io.jenkins.plugins.delivery.engine.yaml.YamlFileException with line and column
     */
    public static RehearsalSettings read(Path file, String shown) throws IOException {
        return YamlFile.parse(shown, Files.readString(file)).read(root -> parse(ArgumentMap.of("", root, KEYS)));
    }

    private static RehearsalSettings parse(ArgumentMap map) {
        List<Person> users = ArgumentMap.list("users", map.raw("users"), Set.of("name", "fullName", "groups")).stream()
                .map(user -> new Person(
                        required(user, "name"),
                        user.text("fullName").orElse(required(user, "name")),
                        texts(user, "groups")))
                .toList();
        String startedBy = map.text("startedBy")
                .orElse(users.isEmpty() ? "admin" : users.get(0).name());
        if (!users.isEmpty() && users.stream().noneMatch(user -> user.name().equals(startedBy))) {
            throw new ArgumentException("startedBy", "'" + startedBy + "' is none of the users");
        }
        return new RehearsalSettings(
                startedBy,
                users,
                ArgumentMap.list(
                                "credentials",
                                map.raw("credentials"),
                                Set.of("id", "kind", "username", "password", "secret", "key", "content", "scope"))
                        .stream()
                        .map(RehearsalSettings::secret)
                        .toList(),
                map(map, "env"),
                map.has("settings") ? objects("settings", map.raw("settings")) : Map.of(),
                ArgumentMap.list("images", map.raw("images"), Set.of("repository", "tar")).stream()
                        .map(image -> new ImageTar(required(image, "repository"), required(image, "tar")))
                        .toList(),
                ArgumentMap.list(
                                "applications",
                                map.raw("applications"),
                                Set.of("name", "environment", "front", "traffic", "previous"))
                        .stream()
                        .map(RehearsalSettings::application)
                        .toList(),
                texts(map, "replay"),
                StandIns.checked(texts(map, "standIns")));
    }

    private static Secret secret(ArgumentMap map) {
        String kind = required(map, "kind");
        String value =
                switch (kind) {
                    case "usernamePassword" -> required(map, "password");
                    case "secretText" -> required(map, "secret");
                    case "secretFile" -> required(map, "content");
                    default ->
                        throw new ArgumentException(
                                map.place("kind"),
                                "there is no kind '" + kind + "' (known are secretFile, secretText, usernamePassword)");
                };
        return new Secret(
                required(map, "id"),
                kind,
                map.text("username").orElse(""),
                value,
                map.text("scope").orElse("GLOBAL"));
    }

    private static Application application(ArgumentMap map) {
        String name = required(map, "name");
        Traffic traffic = new Traffic(0, 1, List.of("/"));
        if (map.has("traffic")) {
            ArgumentMap users = ArgumentMap.of(
                    map.place("traffic"), map.raw("traffic"), Set.of("requestsPerSecond", "concurrency", "requests"));
            List<String> requests = texts(users, "requests");
            traffic = new Traffic(
                    users.wholeNumber("requestsPerSecond", 10),
                    users.wholeNumber("concurrency", 8),
                    requests.isEmpty() ? List.of("/") : requests);
        }
        Previous previous = null;
        if (map.has("previous")) {
            ArgumentMap before = ArgumentMap.of(map.place("previous"), map.raw("previous"), Set.of("manifests", "env"));
            previous = new Previous(required(before, "manifests"), map(before, "env"));
        }
        return new Application(
                name, required(map, "environment"), map.text("front").orElse(name), traffic, previous);
    }

    static String required(ArgumentMap map, String key) {
        return map.text(key).orElseThrow(() -> new ArgumentException(map.place(), "it needs '" + key + "'"));
    }

    static List<String> texts(ArgumentMap map, String key) {
        Object value = map.raw(key);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return map.text(key).map(List::of).orElse(List.of());
    }

    static Map<String, String> map(ArgumentMap map, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (map.has(key)) {
            objects(map.place(key), map.raw(key)).forEach((name, value) -> texts.put(name, String.valueOf(value)));
        }
        return texts;
    }

    static Map<String, Object> objects(String place, Object value) {
        if (!(value instanceof Map<?, ?> given)) {
            throw new ArgumentException(place, "expected a map, but it is '" + value + "'");
        }
        Map<String, Object> objects = new LinkedHashMap<>();
        given.forEach((name, one) -> objects.put(String.valueOf(name), one));
        return objects;
    }

    /** The groups of each user. */
    Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        users.forEach(user -> groups.put(user.name(), new ArrayList<>(user.groups())));
        return groups;
    }
}
