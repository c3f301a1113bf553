package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamReader;

/** Walks XML to the places of a format; each element there becomes a tree of the same shape as JSON's. */
final class XmlElements implements XmlInput.Handler {
    private final Places places;
    private final ElementReader.Reading reading;
    private final String file;
    private TreeLimit limit = new TreeLimit();
    private final Deque<String> path = new ArrayDeque<>();

    /** The tree that is being built, innermost first; empty outside the elements of the format. */
    private final Deque<ObjectNode> open = new ArrayDeque<>();

    XmlElements(String file, Places places, ElementReader.Reading reading) {
        this.places = places;
        this.reading = reading;
        this.file = file;
    }

    @Override
    public void start(XMLStreamReader element) throws IOException {
        String name = element.getLocalName();
        String place = path.isEmpty() ? name : path.peek() + "." + name;
        path.push(place);
        if (!open.isEmpty() || places.isElement(place)) {
            open.push(attributes(element));
        } else if (places.leadOn(place)) {
            reading.forget(place);
            for (int i = 0; i < element.getAttributeCount(); i++) {
                reading.see(place + "." + element.getAttributeLocalName(i), element.getAttributeValue(i));
            }
        }
    }

    private ObjectNode attributes(XMLStreamReader element) throws IOException {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        count(1, element);
        for (int i = 0; i < element.getAttributeCount(); i++) {
            String value = element.getAttributeValue(i);
            count(value.length(), element);
            node.put(element.getAttributeLocalName(i), value);
        }
        return node;
    }

    @Override
    public void end(XMLStreamReader element, String text) throws IOException {
        String place = path.pop();
        ObjectNode node = open.poll();
        if (node == null) {
            if (places.leadOn(place) && !text.isEmpty()) {
                reading.see(place, text);
            }
            return;
        }
        count(text.length(), element);
        ObjectNode parent = open.peek();
        if (parent == null) {
            limit = new TreeLimit();
            reading.tell(place, withText(node, text));
        } else {
            add(parent, element.getLocalName(), node.isEmpty() ? TextNode.valueOf(text) : withText(node, text));
        }
    }

    private static ObjectNode withText(ObjectNode node, String text) {
        return text.isEmpty() ? node : node.put("", text);
    }

    private static void add(ObjectNode parent, String name, JsonNode child) {
        JsonNode before = parent.get(name);
        if (before == null) {
            parent.set(name, child);
        } else if (before instanceof ArrayNode several) {
            several.add(child);
        } else {
            parent.putArray(name).add(before).add(child);
        }
    }

    private void count(int length, XMLStreamReader element) throws ReportFormatException {
        if (limit.isExceededBy(length)) {
            Location at = element.getLocation();
            throw new ReportFormatException(
                    file, at.getLineNumber(), at.getColumnNumber(), "expected " + TreeLimit.WORDS);
        }
    }
}
