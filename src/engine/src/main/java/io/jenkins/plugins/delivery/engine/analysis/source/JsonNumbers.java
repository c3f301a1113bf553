package io.jenkins.plugins.delivery.engine.analysis.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import com.jayway.jsonpath.spi.mapper.JsonSmartMappingProvider;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Missing;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Several;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers that a JSON path selects. */
final class JsonNumbers {
    // Jackson reads, JsonPath walks: on a controller JsonPath's plugin cannot load its own Jackson provider.
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Configuration WALK = Configuration.builder()
            .jsonProvider(new JsonSmartJsonProvider())
            .mappingProvider(new JsonSmartMappingProvider())
            .build();

    private JsonNumbers() {}

    static Optional<String> problem(String path) {
        try {
            JsonPath.compile(path);
            return Optional.empty();
        } catch (InvalidPathException | IllegalArgumentException e) {
            return Optional.of(
                    path.isEmpty()
                            ? "there is no JSON path; say path: '$.…', or set one for the metric provider"
                            : "'" + path + "' is no JSON path: " + e.getMessage());
        }
    }

    static Measurement read(String path, byte[] body) {
        try {
            Object found = JsonPath.compile(path).read(JSON.readValue(body, Object.class), WALK);
            return found instanceof List<?> list ? numbers(path, list) : numbers(path, java.util.Arrays.asList(found));
        } catch (PathNotFoundException e) {
            return new Missing("nothing at " + path, true);
        } catch (IOException e) {
            return new Failed("the answer is not JSON");
        } catch (JsonPathException | IllegalArgumentException e) {
            return new Failed("'" + path + "' cannot be read: " + e.getMessage(), true);
        }
    }

    private static Measurement numbers(String path, List<?> found) {
        if (found.isEmpty()) {
            return new Missing("nothing at " + path, true);
        }
        List<Double> numbers = new ArrayList<>();
        for (Object value : found) {
            if (value == null) {
                return new Missing("null at " + path);
            }
            try {
                numbers.add(Double.valueOf(String.valueOf(value)));
            } catch (NumberFormatException e) {
                String text = String.valueOf(value);
                return new Failed("'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "' at " + path
                        + " is not a number");
            }
        }
        return new Several(numbers);
    }
}
