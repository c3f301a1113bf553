package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A format whose findings are elements of moderate size at known places, in JSON or in XML: it streams to each of them
 * and reads only that one as a tree. A subclass says where they are and what they mean.
 */
abstract class ElementReader implements ReportReader {
    private final String id;
    private final String title;
    private final SeverityTable severities;
    private final Places places;

    ElementReader(String id, String title, SeverityTable severities, Places places) {
        this.id = id;
        this.title = title;
        this.severities = severities;
        this.places = places;
    }

    /** Tells the findings of an element; of XML, attributes and children are both fields, and its text is field "". */
    abstract void element(String place, JsonNode element, Reading reading) throws IOException;

    /** Whether a report without the list of findings is none; else it is one that found nothing. */
    boolean needsList() {
        return true;
    }

    /** Tells what only the whole file says. */
    void end(Reading reading) {}

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
        Reading reading = new Reading(file.name(), sink);
        if (XmlInput.isXml(file)) {
            XmlInput.read(file, new XmlElements(file.name(), places, reading));
        } else if (places.isWholeDocument()) {
            JsonInput.readEach(file, json -> new JsonElements(json, places, reading).walk());
        } else {
            JsonInput.read(file, json -> {
                JsonElements elements = new JsonElements(json, places, reading);
                elements.walk();
                if (needsList() && !elements.listSeen()) {
                    throw json.expected("\"" + String.join("\" or \"", places.lists()) + "\" (" + title + ")");
                }
            });
        }
        end(reading);
        sink.run(reading.tool, reading.version());
    }

    /** The text at the end of these keys, or null. */
    @CheckForNull
    static String text(JsonNode node, String... keys) {
        JsonNode at = node;
        for (String key : keys) {
            at = at.path(key);
        }
        // An element of XML that has attributes besides its text.
        at = at.isObject() && at.has("") ? at.path("") : at;
        return at.isValueNode() && !at.isNull() ? at.asText() : null;
    }

    /** The first of these fields that has a text, or null. */
    @CheckForNull
    static String firstText(JsonNode node, String... keys) {
        for (String key : keys) {
            String text = text(node, key);
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return null;
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

    /** The elements of an array; what is no array is a list of itself, as XML cannot tell one from many. */
    static Iterable<JsonNode> each(JsonNode node) {
        if (node.isArray()) {
            return node;
        }
        return node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
    }

    /** One pass over one file. */
    final class Reading {
        final FindingSink sink;
        private final Map<String, String> scalars = new LinkedHashMap<>();
        private final Map<String, JsonNode> notes = new LinkedHashMap<>();
        private String tool = title;

        private final String file;
        private String version = "";

        private Reading(String file, FindingSink sink) {
            this.file = file;
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

        void tool(@CheckForNull String stated) {
            tool = stated == null || stated.isEmpty() ? tool : stated;
        }

        /** The last text seen at this place outside an element, such as {@code results[].file}; the key itself for {@code *}. */
        @CheckForNull
        String seen(String place) {
            return scalars.get(place);
        }

        void version(String stated) {
            version = stated;
        }

        /** What later elements refer to; a subclass keeps only a few fields of what a file has few of. */
        Map<String, JsonNode> notes() {
            return notes;
        }

        void note(String key, String text) {
            notes.put(key, TextNode.valueOf(text));
        }

        /** The text noted for this key, else the key. */
        @CheckForNull
        String noted(@CheckForNull String key) {
            JsonNode text = key == null ? null : notes.get(key);
            return text == null ? key : text.asText();
        }

        /** The report says that its tool did not do its work. */
        ReportFormatException failed(String expected) {
            return new ReportFormatException(file, 0, 0, "expected " + expected);
        }

        void see(String place, String text) {
            scalars.put(place, text);
        }

        /** A new object begins at this place: what was seen in the one before it is past. */
        void forget(String place) {
            scalars.keySet().removeIf(key -> key.startsWith(place + "."));
        }

        void tell(String place, JsonNode element) throws IOException {
            element(place, element, this);
        }

        private String version() {
            return Stream.concat(
                            Stream.of(version),
                            places.versions().stream().map(place -> scalars.getOrDefault(place, "")))
                    .filter(version -> !version.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }
}
