package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import java.io.IOException;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** An XML format, told by the name of its root element. A subclass makes a handler for each file. */
abstract class XmlReader implements ReportReader {
    private final String id;
    private final String title;
    private final SeverityTable severities;
    private final Set<String> roots;

    XmlReader(String id, String title, SeverityTable severities, String... roots) {
        this.id = id;
        this.title = title;
        this.severities = severities;
        this.roots = Set.of(roots);
    }

    /** Hears of the elements of one file, and tells its run when the root ends. */
    abstract XmlInput.Handler handler(FindingSink sink);

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
    public final boolean recognises(Outline outline) {
        return roots.contains(outline.xmlRoot());
    }

    @Override
    public final void read(ReportFile file, FindingSink sink) throws IOException {
        XmlInput.read(file, handler(sink));
    }

    /** The attribute, or null. */
    @CheckForNull
    static String attribute(XMLStreamReader element, String name) {
        return element.getAttributeValue(null, name);
    }

    /** The whole number of an attribute, or 0. */
    static int number(XMLStreamReader element, String name) {
        String text = attribute(element, name);
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
