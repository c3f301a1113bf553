package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A route as {@code docs/openapi.yaml} describes it. That those are the routes of the classes, all of them and no others, is a
 * test of the plugin's.
 *
 * @param type the class that answers
 * @param name the last segment of its address
 * @param permissions all that it asks for, as in {@code Delivery/View}
 */
record Route(String type, String name, boolean changes, List<String> permissions, List<String> parameters) {
    private static final Path DOCUMENT = Path.of("../../docs/openapi.yaml");
    private static final Pattern NEEDS = Pattern.compile("Needs (\\w+/\\w+)(?:, and (\\w+/\\w+) for [\\w ]+)?[.;].*");

    static List<Route> all() throws IOException {
        Map<?, ?> document =
                (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(DOCUMENT));
        List<Route> routes = new ArrayList<>();
        ((Map<?, ?>) document.get("paths")).forEach((path, verbs) -> ((Map<?, ?>) verbs)
                .forEach((verb, says) -> routes.add(of(path.toString(), verb.toString(), (Map<?, ?>) says))));
        return routes;
    }

    private static Route of(String path, String verb, Map<?, ?> says) {
        String id = says.get("operationId").toString();
        Matcher needs = NEEDS.matcher(says.get("description").toString());
        if (!needs.matches()) {
            throw new AcceptanceException(id + " in " + DOCUMENT + " does not say which permission it needs.");
        }
        return new Route(
                "io.jenkins.plugins.delivery." + id.substring(0, id.lastIndexOf('.')),
                path.substring(path.lastIndexOf('/') + 1),
                verb.equals("post"),
                Stream.of(needs.group(1), needs.group(2))
                        .filter(Objects::nonNull)
                        .toList(),
                names(says));
    }

    /** Of the form, or of the query. */
    private static List<String> names(Map<?, ?> says) {
        List<String> names = new ArrayList<>();
        Matcher field = Pattern.compile("(\\w+)=\\{type=string").matcher(String.valueOf(says.get("requestBody")));
        while (field.find()) {
            names.add(field.group(1));
        }
        for (Object parameter :
                (List<?>) says.get("parameters") == null ? List.of() : (List<?>) says.get("parameters")) {
            if ("query".equals(((Map<?, ?>) parameter).get("in"))) {
                names.add(((Map<?, ?>) parameter).get("name").toString());
            }
        }
        return names;
    }

    @Override
    public String toString() {
        return type.substring(type.lastIndexOf('.') + 1) + "/" + name;
    }
}
