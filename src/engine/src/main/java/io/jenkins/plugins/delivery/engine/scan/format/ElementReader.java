package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A JSON format whose findings are elements of moderate size at known places: it streams to each of them and reads only
 * that one as a tree. A subclass says where they are and what they mean.
 */
abstract class ElementReader implements ReportReader {
    private final String id;
    private final String title;
    private final SeverityTable severities;

    /** Where the elements are, as in {@link Outline}; {@code *} stands for any key. */
    private final Set<String> places;

    private final Set<String> prefixes = new HashSet<>();

    ElementReader(String id, String title, SeverityTable severities, String... places) {
        this.id = id;
        this.title = title;
        this.severities = severities;
        this.places = Set.of(places);
        for (String place : places) {
            for (int i = 0; i <= place.length(); i++) {
                prefixes.add(place.substring(0, i));
            }
        }
    }

    /** Tells the findings of an element. */
    abstract void element(String place, JsonNode element, Reading reading);

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final SeverityTable severities() {
        return severities;
    }

    @Override
    public final void read(ReportFile file, FindingSink sink) throws IOException {
        Reading reading = new Reading(sink);
        if (places.contains("")) {
            JsonInput.readEach(file, json -> reading.value(json, ""));
        } else {
            JsonInput.read(file, json -> reading.value(json, ""));
        }
        sink.run(reading.tool, reading.version);
    }

    /** The text at the end of these keys, or null. */
    @CheckForNull
    static String text(JsonNode node, String... keys) {
        JsonNode at = node;
        for (String key : keys) {
            at = at.path(key);
        }
        return at.isValueNode() && !at.isNull() ? at.asText() : null;
    }

    /** The whole number at the end of these keys, also if written as text, or 0. */
    static int number(JsonNode node, String... keys) {
        String text = text(node, keys);
        try {
            return text == null ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** One pass over one file. */
    final class Reading {
        final FindingSink sink;
        private final Map<String, String> scalars = new HashMap<>();
        private String tool = title;
        private String version = "";

        private Reading(FindingSink sink) {
            this.sink = sink;
        }

        /** A new finding of the tool. */
        FindingDraft draft(Kind kind) {
            return new FindingDraft(tool, kind);
        }

        /** A new finding with the tool's own severity. */
        FindingDraft draft(Kind kind, @CheckForNull String severity) {
            return draft(kind).severity(severities.of(severity), severity);
        }

        void version(@CheckForNull String stated) {
            version = stated == null ? version : stated;
        }

        void tool(@CheckForNull String stated) {
            tool = stated == null || stated.isEmpty() ? tool : stated;
        }

        /** The last text seen at this place outside an element, such as {@code results[].file}; the key itself for {@code *}. */
        @CheckForNull
        String seen(String place) {
            return scalars.get(place);
        }

        private void value(JsonInput json, String place) throws IOException {
            if (places.contains(place) && !json.isNull()) {
                element(place, json.tree(), this);
            } else if (json.isArray() && prefixes.contains(place + "[]")) {
                json.array(() -> value(json, place + "[]"));
            } else if (json.isObject() && prefixes.contains(place)) {
                scalars.keySet().removeIf(key -> key.startsWith(place + "."));
                json.object(key -> value(json, child(place, key)));
            } else {
                String text = json.text();
                if (text != null) {
                    scalars.put(place, text);
                }
            }
        }

        private String child(String place, String key) {
            String named = place.isEmpty() ? key : place + "." + key;
            String any = place.isEmpty() ? "*" : place + ".*";
            if (prefixes.contains(any)) {
                scalars.put(any, key);
                return any;
            }
            return named;
        }
    }
}
