package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads which values a check takes from an answer for others. */
final class ExtractArguments {
    private ExtractArguments() {}

    static List<Extract> parse(ArgumentMap map) {
        List<Extract> extracts = new ArrayList<>();
        NamedValues.of(map.place("extract"), map.raw("extract")).forEach((name, value) -> {
            String place = map.place("extract") + "." + name;
            if (!Template.NAME.matcher(name).matches()) {
                throw new ArgumentException(place, "'" + name + "' is no name of a variable such as token");
            }
            extracts.add(extract(place, name, value));
        });
        return extracts;
    }

    private static Extract extract(String place, String name, @CheckForNull Object value) {
        if (value instanceof CharSequence path) {
            JsonPathValue.checkPath(place, path.toString());
            return new Extract(name, Extract.Source.JSON, path.toString());
        }
        ArgumentMap from = ArgumentMap.of(place, value, Set.of("json", "header", "regex"));
        if (value instanceof Map<?, ?> several && several.size() != 1) {
            throw new ArgumentException(place, "expected one of json, header and regex");
        }
        for (Extract.Source source : Extract.Source.values()) {
            String key = source.name().toLowerCase(Locale.ROOT);
            if (from.has(key)) {
                String expression = from.text(key).orElseThrow();
                if (source == Extract.Source.JSON) {
                    JsonPathValue.checkPath(place, expression);
                } else if (source == Extract.Source.REGEX) {
                    Comparison.checkRegex(place, expression);
                }
                return new Extract(name, source, expression);
            }
        }
        throw new ArgumentException(place, "expected one of json, header and regex");
    }
}
