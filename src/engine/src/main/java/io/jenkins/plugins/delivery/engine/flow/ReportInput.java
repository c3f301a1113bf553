package io.jenkins.plugins.delivery.engine.flow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.delivery.engine.xml.XmlElements;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;

/** A file with a report. It can be read as often as a kind needs, never as a whole into memory. */
public final class ReportInput {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory FACTORY = MAPPER.getFactory();

    private final String name;
    private final Path path;

    /**
     * @param name what messages call it, such as its path in the workspace
     * @param most how many bytes it may have
     * @throws ReportException if it is larger
     */
    public ReportInput(String name, Path path, long most) throws IOException {
        this.name = name;
        this.path = path;
        long size = Files.size(path);
        if (size > most) {
            throw new ReportException(
                    name,
                    "expected at most " + most + " bytes, which is what the administrator allows, but it has " + size);
        }
    }

    public String name() {
        return name;
    }

    /** Takes note of one field, or one element, of what is read. */
    @FunctionalInterface
    public interface Field {
        void read(String name, JsonValue value) throws IOException;
    }

    /** Takes note of one line. */
    @FunctionalInterface
    public interface Line {
        void read(int number, String line) throws IOException;
    }

    /** Takes note of all bytes. */
    @FunctionalInterface
    public interface Bytes {
        void read(DataInputStream in) throws IOException;
    }

    /** Reads the object that the file holds, field by field; what the handler leaves unread is skipped. */
    public void object(Field handler) throws IOException {
        try (InputStream in = Files.newInputStream(path);
                JsonParser parser = FACTORY.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ReportException(name, 1, "expected a JSON object");
            }
            new JsonValue(name, parser).fields(handler);
            if (parser.nextToken() != null) {
                throw new ReportException(
                        name, parser.currentTokenLocation().getLineNr(), "expected the end of the file");
            }
        } catch (JsonProcessingException e) {
            throw broken(name, e);
        }
    }

    /** Whether the first character that is no space is that of XML. */
    public boolean beginsLikeXml() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            String first = new String(in.readNBytes(256), StandardCharsets.UTF_8);
            return first.replace("\uFEFF", "").stripLeading().startsWith("<");
        }
    }

    /** Reads the XML that the file holds, element by element. */
    public void elements(XmlElements.Handler handler) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            XmlElements.read(in, handler);
        } catch (XMLStreamException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new ReportException(name, line, "expected XML: " + PlainText.of(String.valueOf(e.getMessage())));
        }
    }

    /** The first byte, or -1 where there is none. */
    public int firstByte() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read();
        }
    }

    /** Reads what is no text. A handler that runs into the end of the file lets it be known as broken off. */
    public void bytes(Bytes handler) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            handler.read(in);
        } catch (EOFException e) {
            throw new ReportException(name, "expected more than there is; the file breaks off");
        }
    }

    /** Reads the file line by line, as UTF-8; longer lines than a mebibyte are cut. */
    public void lines(Line handler) throws IOException {
        try (LineReader reader = new LineReader(path)) {
            int number = 1;
            for (String line = reader.next(); line != null; line = reader.next()) {
                handler.read(number++, line);
            }
        }
    }

    /** The first line that is not blank, without the blanks around it; empty where there is none. */
    public String firstLine() throws IOException {
        try (LineReader reader = new LineReader(path)) {
            String line = reader.next();
            while (line != null && line.isBlank()) {
                line = reader.next();
            }
            return line == null ? "" : line.strip();
        }
    }

    /** The JSON of one line, or a missing node where the line is none. */
    public static JsonNode json(String line) {
        try {
            return line.stripLeading().startsWith("{") ? MAPPER.readTree(line) : MAPPER.missingNode();
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    static JsonNode tree(JsonParser parser) throws IOException {
        return MAPPER.readTree(parser);
    }

    private static ReportException broken(String name, JsonProcessingException e) {
        long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        return new ReportException(name, line, "expected JSON: " + PlainText.of(e.getOriginalMessage()));
    }
}
