package io.jenkins.plugins.delivery.engine.scan.format;

import io.jenkins.plugins.delivery.engine.xml.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A stream of XML without entities of its own, whose document type is never read: neither a report nor a server named in it can make us read
 * another file.
 */
final class XmlInput {
    private static final int DEEPEST = 200;
    private static final int LONGEST_TEXT = 20_000_000;

    /** Name and namespace of the root element. */
    record Root(String name, String namespace) {}

    /** Handles the beginning of an element, and its end. */
    interface Handler {
        void start(XMLStreamReader element) throws IOException;

        void end(XMLStreamReader element, String text) throws IOException;
    }

    /** Only makes sure that a file is sound. */
    static final Handler NOTHING = new Handler() {
        @Override
        public void start(XMLStreamReader element) {
            // Not asked for.
        }

        @Override
        public void end(XMLStreamReader element, String text) {
            // Not asked for.
        }
    };

    private XmlInput() {}

    /** Whether these first bytes begin an XML document in UTF-8 or UTF-16, with or without byte order mark. */
    static boolean looksLikeXml(byte[] first) {
        for (byte b : first) {
            if (b == '<') {
                return true;
            }
            boolean markOrSpace = b <= ' ';
            if (!markOrSpace) {
                return false;
            }
        }
        return false;
    }

    static boolean isXml(ReportFile file) throws IOException {
        try (InputStream stream = file.open()) {
            return looksLikeXml(stream.readNBytes(64));
        }
    }

    static Root root(InputStream stream) throws XMLStreamException, IOException {
        XMLStreamReader reader = SafeXml.reader(XmlText.of(stream));
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            // Comments and processing instructions before the root.
        }
        String namespace = reader.getNamespaceURI();
        return new Root(reader.getLocalName(), namespace == null ? "" : namespace);
    }

    /** Calls the handler for each element, with the text that stands directly before its end. */
    static void read(ReportFile report, Handler handler) throws IOException {
        try (InputStream stream = report.open()) {
            walk(report.name(), SafeXml.reader(XmlText.of(stream)), handler);
        } catch (XMLStreamException e) {
            throw explained(report.name(), e);
        } catch (CharacterCodingException | UnsupportedEncodingException e) {
            throw new ReportFormatException(
                    report.name(), 0, 0, "expected text in the encoding that it states: " + e.getMessage());
        }
    }

    private static void walk(String file, XMLStreamReader reader, Handler handler)
            throws XMLStreamException, IOException {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw at(file, reader.getLocation(), "expected at most " + DEEPEST + " levels");
                    }
                    text.setLength(0);
                    handler.start(reader);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    text.append(reader.getText());
                    if (text.length() > LONGEST_TEXT) {
                        throw at(
                                file,
                                reader.getLocation(),
                                "expected texts of at most " + LONGEST_TEXT + " characters");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    handler.end(reader, text.toString().trim());
                    text.setLength(0);
                }
                case XMLStreamConstants.DTD -> {
                    // Nikto names one; it is never fetched. One that brings entities is no report.
                    String type = reader.getText();
                    if (type != null && type.contains("<!ENTITY")) {
                        throw at(file, reader.getLocation(), "expected XML without entities of its own");
                    }
                }
                default -> {
                    // Comments, spaces and instructions say nothing.
                }
            }
        }
    }

    private static ReportFormatException explained(String file, XMLStreamException e) {
        Location at = e.getLocation();
        String message = e.getMessage() == null ? "broken" : e.getMessage().replaceAll("(?s).*Message: ", "");
        ReportFormatException explained = at == null
                ? new ReportFormatException(file, 0, 0, "expected XML: " + message)
                : at(file, at, "expected XML: " + message);
        explained.initCause(e);
        return explained;
    }

    private static ReportFormatException at(String file, Location at, String problem) {
        return new ReportFormatException(file, at.getLineNumber(), at.getColumnNumber(), problem);
    }
}
