package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A stream of JSON, walked by handlers. A handler stands on the value; what it leaves unread is skipped, so a reader
 * names only what it wants.
 */
final class JsonInput implements Closeable {
    static final int DEEPEST = 200;
    static final int LONGEST_TEXT = 20_000_000;

    private static final ReportJsonFactory FACTORY = factory(64 * 1024);
    private static final ReportJsonFactory FOR_GLANCES = factory(8 * 1024);

    private static ReportJsonFactory factory(int buffer) {
        JsonFactoryBuilder settings = new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(100_000)
                        .build())
                // Report text is not source code: cutting it off the stream again would cost more than it says.
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION);
        return new ReportJsonFactory(settings, buffer);
    }

    /** Handles the value of one field. */
    interface Field {
        void value(String name) throws IOException;
    }

    /** Does something while standing on a value. */
    interface Element {
        void value() throws IOException;
    }

    /** Reads a whole document. */
    interface Document {
        void read(JsonInput json) throws IOException;
    }

    private final String file;
    private final InputStream stream;
    private final JsonParser parser;
    private final FieldNames names;

    private final JsonStart start;
    private final JsonProblem problem;

    private JsonInput(String file, InputStream stream, JsonStart start) {
        this.file = file;
        this.stream = stream;
        this.start = start;
        parser = start.parser();
        names = new FieldNames(parser);
        problem = new JsonProblem(file, parser, start.linesBefore());
    }

    /** Reads one document to its end and refuses anything after it. */
    static void read(ReportFile report, Document document) throws IOException {
        try (JsonInput json = open(report)) {
            json.explaining(() -> {
                json.next();
                document.read(json);
                json.skip();
                JsonEnd.check(json.file, json.parser, json.start.unread(), json.start.linesBefore());
            });
        }
    }

    /** Reads documents that follow each other, such as JSON lines, until the file ends. */
    static void readEach(ReportFile report, Document document) throws IOException {
        try (JsonInput json = open(report)) {
            json.explaining(() -> {
                while (json.parser.nextToken() != null) {
                    document.read(json);
                    json.skip();
                }
            });
        }
    }

    private static JsonInput open(ReportFile report) throws IOException {
        InputStream stream = report.open();
        try {
            return new JsonInput(report.name(), stream, JsonStart.open(FACTORY, stream));
        } catch (CharConversionException e) {
            stream.close();
            throw new ReportFormatException(report.name(), 1, 1, JsonProblem.encoding(e));
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    /** Walks as far as the stream is sound, which may be no further than a cut-off beginning; for detection only. */
    static void glance(String name, InputStream stream, Document document) throws IOException {
        try (JsonInput json = new JsonInput(name, stream, JsonStart.open(FOR_GLANCES, stream))) {
            while (json.parser.nextToken() != null) {
                document.read(json);
            }
        }
    }

    private void next() throws IOException {
        if (parser.nextToken() == null) {
            throw new ReportFormatException(file, 0, 0, "expected a report, but the file is empty");
        }
    }

    /** Calls the handler for each field, if this is an object; null counts as an object without fields. */
    void object(Field handler) throws IOException {
        for (String name = firstField(); name != null; name = nextField()) {
            handler.value(name);
        }
    }

    /** Calls the handler for each element, if this is an array; null counts as an empty one. */
    void array(Element handler) throws IOException {
        for (boolean more = firstElement(); more; more = nextElement()) {
            handler.value();
        }
    }

    /** Enters the object here and stands on its first value; null at its end, and for null, which is one without fields. */
    @CheckForNull
    String firstField() throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return names.next();
        }
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            throw expected("an object");
        }
        return null;
    }

    /** Goes on to the next value of the object, past whatever is unread of the last; null at its end. */
    @CheckForNull
    String nextField() throws IOException {
        skip();
        return names.next();
    }

    /** Enters the array here; false if it has no element, and for null, which is an empty one. */
    boolean firstElement() throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return parser.nextToken() != JsonToken.END_ARRAY;
        }
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            throw expected("an array");
        }
        return false;
    }

    /** Goes on to the next element, past whatever is unread of the last; false at the end. */
    boolean nextElement() throws IOException {
        skip();
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** Skips the structure that a handler left unread; values are consumed already. */
    private void skip() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            parser.skipChildren();
        }
    }

    /** The text of a string, number or boolean; null for null and for structures, which are skipped. */
    @CheckForNull
    String text() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token == JsonToken.VALUE_NULL || !token.isScalarValue()) {
            return null;
        }
        return parser.getText();
    }

    /** The whole number here, or the given one where there is none that fits. */
    int number(int otherwise) throws IOException {
        boolean fits = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() == JsonParser.NumberType.INT;
        return fits ? parser.getIntValue() : otherwise;
    }

    /** The number here, also if written as text, or NaN. */
    double decimal() throws IOException {
        return parser.getValueAsDouble(Double.NaN);
    }

    boolean isTrue() {
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    boolean isFalse() {
        return parser.currentToken() == JsonToken.VALUE_FALSE;
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Everything that is here, in memory. */
    JsonNode tree() throws IOException {
        return JsonTree.read(this);
    }

    /** The texts of an array, or of a single value that stands in its place. */
    List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(4);
        Element add = () -> {
            String text = text();
            if (text != null) {
                texts.add(text);
            }
        };
        if (isArray()) {
            array(add);
        } else {
            add.value();
        }
        return texts;
    }

    /** The text of one field of the object here, or null. */
    @CheckForNull
    String textOf(String field) throws IOException {
        String found = null;
        if (isObject()) {
            for (String name = firstField(); name != null; name = nextField()) {
                if (name.equals(field)) {
                    found = text();
                }
            }
        }
        return found;
    }

    ReportFormatException expected(String what) {
        return problem.expected(what);
    }

    private void explaining(Element work) throws IOException {
        try {
            work.value();
        } catch (ReportFormatException e) {
            throw e;
        } catch (IOException e) {
            ReportFormatException explained = problem.explained(e);
            throw explained == null ? e : explained;
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
        stream.close();
    }
}
