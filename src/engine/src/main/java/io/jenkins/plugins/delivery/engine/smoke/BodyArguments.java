package io.jenkins.plugins.delivery.engine.smoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import java.util.Map;
import java.util.Set;

/** Reads the body of a request: text as it stands, or one of text, JSON, a form and a file. */
final class BodyArguments {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArgumentMap map;
    private final SmokeSources sources;

    BodyArguments(ArgumentMap map, SmokeSources sources) {
        this.map = map;
        this.sources = sources;
    }

    @CheckForNull
    HttpBody parse() {
        Object value = map.raw("body");
        if (!(value instanceof Map<?, ?> given)) {
            return value == null ? null : HttpBody.text(String.valueOf(value));
        }
        ArgumentMap body = ArgumentMap.of(map.place("body"), value, Set.of("text", "json", "form", "file"));
        if (given.size() != 1) {
            throw new ArgumentException(map.place("body"), "expected one of text, json, form and file");
        }
        if (body.has("text")) {
            return HttpBody.text(String.valueOf(body.raw("text")));
        }
        if (body.has("form")) {
            return HttpBody.form(NamedValues.texts(map.place("body.form"), body.raw("form")));
        }
        if (body.has("file")) {
            String file = body.text("file").orElseThrow();
            if (!Template.names(file).isEmpty()) {
                throw new ArgumentException(body.place("file"), "a variable cannot stand here");
            }
            return HttpBody.file(sources.files().read(body.place("file"), file));
        }
        return json(body);
    }

    private static HttpBody json(ArgumentMap body) {
        try {
            return HttpBody.json(JSON.writeValueAsString(body.raw("json")));
        } catch (JsonProcessingException e) {
            throw new ArgumentException(body.place("json"), "it cannot be written as JSON: " + e.getOriginalMessage());
        }
    }
}
