package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Label selectors ({@code a=b, c!=d, e in (f,g), h notin (i), j, !k}) and field selectors ({@code metadata.name=x}). */
final class Selector {
    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)");
    private static final Pattern EQUALITY = Pattern.compile("([^=!\\s]+)\\s*(==|=|!=)\\s*(\\S*)");
    private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");

    private Selector() {}

    static Predicate<JsonNode> labels(@CheckForNull String text) {
        return all(text, requirement -> {
            Predicate<JsonNode> byLabels = labelRequirement(requirement);
            return object -> byLabels.test(object.path("metadata").path("labels"));
        });
    }

    static Predicate<JsonNode> fields(@CheckForNull String text) {
        return all(text, requirement -> {
            Matcher equality = EQUALITY.matcher(requirement);
            if (!equality.matches()) {
                throw ApiException.badRequest("invalid field selector \"" + requirement + "\"");
            }
            String pointer = "/" + equality.group(1).replace('.', '/');
            boolean equal = !equality.group(2).equals("!=");
            return object -> object.at(pointer).asText().equals(equality.group(3)) == equal;
        });
    }

    private static Predicate<JsonNode> all(
            @CheckForNull String text, java.util.function.Function<String, Predicate<JsonNode>> parse) {
        if (text == null || text.isBlank()) {
            return object -> true;
        }
        List<Predicate<JsonNode>> requirements = new ArrayList<>();
        COMMA.splitAsStream(text).map(String::trim).map(parse).forEach(requirements::add);
        return object -> requirements.stream().allMatch(requirement -> requirement.test(object));
    }

    private static Predicate<JsonNode> labelRequirement(String requirement) {
        Matcher set = SET.matcher(requirement);
        if (set.matches()) {
            List<String> values =
                    Arrays.stream(set.group(3).split(",")).map(String::trim).toList();
            boolean in = set.group(2).equals("in");
            return labels -> labels.has(set.group(1))
                    ? values.contains(labels.path(set.group(1)).asText()) == in
                    : !in;
        }
        Matcher equality = EQUALITY.matcher(requirement);
        if (equality.matches()) {
            boolean equal = !equality.group(2).equals("!=");
            return labels ->
                    labels.path(equality.group(1)).asText().equals(equality.group(3)) && labels.has(equality.group(1))
                            ? equal
                            : !equal;
        }
        boolean absent = requirement.startsWith("!");
        String key = absent ? requirement.substring(1).trim() : requirement;
        if (key.isEmpty() || key.contains(" ")) {
            throw ApiException.badRequest("unable to parse requirement: " + requirement);
        }
        return labels -> labels.has(key) != absent;
    }
}
