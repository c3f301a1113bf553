package io.jenkins.plugins.delivery.engine.smoke;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a JSON path selects in a body: values, or why there is none. */
final class JsonPathValue {
    private static final Configuration JACKSON = Configuration.builder()
            .jsonProvider(new JacksonJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
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
            Object value = compiled.read(body, JACKSON);
            boolean several = !compiled.isDefinite() && value instanceof List<?>;
            return new JsonPathValue(several ? (List<?>) value : Collections.singletonList(value), null);
        } catch (PathNotFoundException e) {
            return new JsonPathValue(List.of(), "nothing there");
        } catch (InvalidJsonException e) {
            return new JsonPathValue(List.of(), "a body that is no JSON");
        } catch (JsonPathException | IllegalArgumentException e) {
            return new JsonPathValue(List.of(), "no value (" + e.getMessage() + ")");
        }
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
