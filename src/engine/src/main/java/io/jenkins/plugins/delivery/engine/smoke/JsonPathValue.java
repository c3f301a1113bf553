package io.jenkins.plugins.delivery.engine.smoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import com.jayway.jsonpath.spi.mapper.JsonSmartMappingProvider;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a JSON path selects in a body: values, or why there is none. */
final class JsonPathValue {
    // Jackson reads the body and JsonPath walks its maps and lists: on a controller the plugin that brings JsonPath
    // cannot see the one that brings Jackson, so JsonPath's own Jackson provider would not load there.
    private static final ObjectMapper JACKSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Configuration MAPS_AND_LISTS = Configuration.builder()
            .jsonProvider(new JsonSmartJsonProvider())
            .mappingProvider(new JsonSmartMappingProvider())
            .build();

    private final List<?> values;

    @CheckForNull
    private final String problem;

    private JsonPathValue(List<?> values, @CheckForNull String problem) {
        this.values = values;
        this.problem = problem;
    }

    static void checkPath(String argument, String path) {
        try {
            JsonPath.compile(path);
        } catch (InvalidPathException | IllegalArgumentException e) {
            throw new ArgumentException(argument, "'" + path + "' is no JSON path: " + e.getMessage());
        }
    }

    static JsonPathValue read(String path, String body) {
        try {
            JsonPath compiled = JsonPath.compile(path);
            Object value = compiled.read(JACKSON.readValue(body, Object.class), MAPS_AND_LISTS);
            boolean several = !compiled.isDefinite() && value instanceof List<?>;
            return new JsonPathValue(several ? (List<?>) value : Collections.singletonList(value), null);
        } catch (PathNotFoundException e) {
            return new JsonPathValue(List.of(), "nothing there");
        } catch (JsonProcessingException e) {
            return new JsonPathValue(List.of(), "a body that is no JSON");
        } catch (JsonPathException | IllegalArgumentException e) {
            return new JsonPathValue(List.of(), "no value (" + e.getMessage() + ")");
        }
    }

    /** The first value as text; null if there is none. */
    @CheckForNull
    String first() {
        Object value = values.isEmpty() ? null : values.get(0);
        return value == null ? null : String.valueOf(value);
    }

    /** What was there instead, if the comparison holds for none of the values. */
    Optional<String> check(Comparison comparison) {
        if (problem != null) {
            return Optional.of(problem);
        }
        if (values.stream().anyMatch(value -> comparison.holds(String.valueOf(value)))) {
            return Optional.empty();
        }
        String actual = values.size() == 1 ? String.valueOf(values.get(0)) : values.toString();
        return Optional.of(actual.length() > 200 ? actual.substring(0, 200) + "…" : actual);
    }
}
