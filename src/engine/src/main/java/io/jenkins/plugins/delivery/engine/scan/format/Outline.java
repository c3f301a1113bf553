package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * What a file looks like from outside: for JSON the paths of its keys down to a small depth, for XML its root element.
 *
 * <p>A path is the keys joined by dots, with {@code []} for the elements of an array: {@code runs[].tool.driver}. A root
 * that is an array begins with {@code []}; documents that follow each other in one file share their paths.
 */
public final class Outline {
    private static final int BEGINNING = 16 * 1024;
    private static final int LONGER_BEGINNING = 64 * 1024;
    private static final int DEEPEST = 5;
    private static final int MOST_PATHS = 4_000;
    private static final int LONGEST_TEXT = 200;
    private static final int ELEMENTS_LOOKED_AT = 20;

    /** What has one path: elements repeat their keys, and to find one again takes less than to make its path again. */
    private static final class Key {
        private final String path;
        private final Map<String, Key> below = new HashMap<>();
        private boolean noted;

        @CheckForNull
        private Key element;

        Key(String path) {
            this.path = path;
        }

        Key element() {
            if (element == null) {
                element = new Key(path + "[]");
            }
            return element;
        }
    }

    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Key root = new Key("");
    private final Key rootObject = new Key("{}");
    private String xmlRoot = "";
    private String xmlNamespace = "";

    private Outline() {}

    /** The outline of the first 16 KiB, which says enough of most reports. */
    static Outline ofBeginning(ReportFile file) throws IOException {
        return ofFirst(file, BEGINNING);
    }

    /** The outline of the first 64 KiB, which says enough of nearly all the others. */
    static Outline ofLongerBeginning(ReportFile file) throws IOException {
        return ofFirst(file, LONGER_BEGINNING);
    }

    private static Outline ofFirst(ReportFile file, int length) throws IOException {
        byte[] beginning = new byte[length];
        int read;
        try (InputStream stream = file.open()) {
            read = stream.readNBytes(beginning, 0, length);
        }
        Outline outline = new Outline();
        outline.look(file.name(), new ByteArrayInputStream(beginning, 0, read));
        return outline;
    }

    /** The outline of the whole file, for reports that tell late what they are. */
    static Outline ofAll(ReportFile file) throws IOException {
        Outline outline = new Outline();
        try (InputStream stream = file.open()) {
            outline.look(file.name(), stream);
        }
        return outline;
    }

    /** Whether this key was seen. */
    public boolean has(String path) {
        return paths.containsKey(path);
    }

    public boolean hasAll(String... keys) {
        for (String key : keys) {
            if (!has(key)) {
                return false;
            }
        }
        return true;
    }

    /** The first text, number or boolean seen at this path, or the empty string. */
    public String text(String path) {
        return paths.getOrDefault(path, "");
    }

    /** The name of the XML root element without its prefix, or the empty string. */
    public String xmlRoot() {
        return xmlRoot;
    }

    public String xmlNamespace() {
        return xmlNamespace;
    }

    /** Whether this can be a report at all. */
    public boolean isEmpty() {
        return paths.isEmpty() && xmlRoot.isEmpty();
    }

    /** A list without elements: what many tools write when they find nothing. */
    boolean isEmptyList() {
        return paths.size() == 1 && has("[]");
    }

    boolean looksLikeJson() {
        return has("{}") || has("[]");
    }

    private void look(String name, InputStream stream) {
        InputStream marked = new BufferedInputStream(stream, 1024);
        try {
            marked.mark(16);
            byte[] first = marked.readNBytes(8);
            marked.reset();
            if (XmlInput.looksLikeXml(first)) {
                lookAtXml(marked);
            } else {
                JsonInput.glance(name, marked, json -> value(json, root, 0));
            }
        } catch (IOException | XMLStreamException e) {
            // Cut off or broken: what was seen until here is the outline. The reader that is chosen by it will say
            // where.
            return;
        }
    }

    private void lookAtXml(InputStream stream) throws XMLStreamException, IOException {
        XmlInput.Root root = XmlInput.root(stream);
        xmlRoot = root.name();
        xmlNamespace = root.namespace();
    }

    private void value(JsonInput json, Key key, int depth) throws IOException {
        if (json.isArray()) {
            Key element = key.element();
            note(element, "");
            elements(json, element, depth);
        } else if (json.isObject()) {
            note(key == root ? rootObject : key, "");
            if (depth < DEEPEST) {
                for (String name = json.firstField(); name != null; name = json.nextField()) {
                    value(json, below(key, name), depth + 1);
                }
            }
        } else if (!key.noted) {
            String text = json.text();
            note(key, text == null || text.length() > LONGEST_TEXT ? "" : text);
        }
    }

    private void elements(JsonInput json, Key element, int depth) throws IOException {
        int seen = 0;
        for (boolean more = json.firstElement(); more; more = json.nextElement()) {
            if (depth < DEEPEST && seen++ < ELEMENTS_LOOKED_AT) {
                value(json, element, depth);
            }
        }
    }

    private Key below(Key key, String name) {
        Key below = key.below.get(name);
        if (below == null) {
            below = new Key(key.path.isEmpty() ? name : key.path + "." + name);
            if (paths.size() < MOST_PATHS) {
                key.below.put(name, below);
            }
        }
        return below;
    }

    private void note(Key key, String text) {
        if (!key.noted && paths.size() < MOST_PATHS) {
            paths.putIfAbsent(key.path, text);
            key.noted = true;
        }
    }
}
