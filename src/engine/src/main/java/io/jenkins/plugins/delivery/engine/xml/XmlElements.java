package io.jenkins.plugins.delivery.engine.xml;

import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A stream of elements. A document type is never read, so neither a file nor a server named in it is. */
public final class XmlElements {
    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 100_000;

    /** Takes note of elements as they begin and end. */
    public interface Handler {
        /**
         * @param path names from the root to this element, joined by slashes
         * @param attributes value by name, or null
         */
        default void begin(String path, UnaryOperator<String> attributes) {}

        /** @param text that stands directly before its end, at most the first 100,000 characters */
        default void end(String path, String text) {}
    }

    private XmlElements() {}

    /** @throws XMLStreamException if it is no XML, all the way to its end */
    public static void read(InputStream in, Handler handler) throws XMLStreamException {
        walk(SafeXml.reader(in), handler);
    }

    /** @throws XMLStreamException if it is no XML, all the way to its end */
    public static void read(Reader in, Handler handler) throws XMLStreamException {
        walk(SafeXml.reader(in), handler);
    }

    private static void walk(XMLStreamReader reader, Handler handler) throws XMLStreamException {
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (path.size() == DEEPEST) {
                        throw new XMLStreamException("more than " + DEEPEST + " levels", reader.getLocation());
                    }
                    path.addLast(reader.getLocalName());
                    text.setLength(0);
                    handler.begin(String.join("/", path), name -> reader.getAttributeValue(null, name));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < LONGEST_TEXT) {
                        text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    handler.end(String.join("/", path), text.toString().strip());
                    path.removeLast();
                    text.setLength(0);
                }
                default -> {
                    // Comments, instructions and the document type say nothing.
                }
            }
        }
    }
}
