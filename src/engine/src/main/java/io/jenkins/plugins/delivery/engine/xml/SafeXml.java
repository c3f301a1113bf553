package io.jenkins.plugins.delivery.engine.xml;

import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Parsers of XML that others wrote: they read no document type, no file and no server, print nothing, and know no entity but those
 * of XML itself. Whatever is wrong with a text comes as {@link XMLStreamException}.
 */
public final class SafeXml {
    private SafeXml() {}

    /** A parser of these bytes, in the encoding that they state. */
    public static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return new Refusing(factory().createXMLStreamReader(in));
    }

    /** A parser of these characters. */
    public static XMLStreamReader reader(Reader in) throws XMLStreamException {
        return new Refusing(factory().createXMLStreamReader(in));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLReporter((message, type, related, location) -> {
            // What is wrong is thrown as well; the parser would print it besides.
        });
        return factory;
    }

    /** The parser of the JDK stumbles over some texts, for one over the words it wants to refuse them with. */
    private static final class Refusing extends StreamReaderDelegate {
        Refusing(XMLStreamReader parser) {
            super(parser);
        }

        @Override
        public int next() throws XMLStreamException {
            try {
                return super.next();
            } catch (RuntimeException e) {
                throw new XMLStreamException("this is not well-formed (" + e.getMessage() + ")", getLocation(), e);
            }
        }
    }
}
