package io.jenkins.plugins.delivery.rehearsal.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * Renders the Jelly files that are shells: Jenkins's layouts around one element with data attributes and a script. It knows no
 * more than such a file may have, and refuses everything else.
 */
final class Shell {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(%?)([^}]+)}");
    private static final Set<String> LAYOUTS =
            Set.of("j:jelly", "l:layout", "l:main-panel", "l:run-subpage", "l:job-subpage");
    private static final Set<String> HTML = Set.of("a", "div", "link", "script", "p", "h2");

    private final Map<String, Object> variables;

    /** @param variables such as {@code rootURL} */
    Shell(Map<String, Object> variables) {
        this.variables = variables;
    }

    /** The page {@code view} of an object, as HTML. */
    String render(Object it, String view) throws Exception {
        return children(parse(source(it.getClass(), view)), it);
    }

    static boolean has(Object it, String view) {
        try {
            source(it.getClass(), view);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String source(Class<?> type, String view) throws IOException {
        for (Class<?> known = type; known != null; known = known.getSuperclass()) {
            String path = "/" + known.getName().replace('.', '/').replace('$', '/') + "/" + view;
            try (InputStream in = Shell.class.getResourceAsStream(path)) {
                if (in != null) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException(type + " has no " + view);
    }

    private static Element parse(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }

    private String children(Element parent, Object it) throws Exception {
        StringBuilder html = new StringBuilder();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                html.append(element(element, it));
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                html.append(escape(fill(child.getTextContent(), it)));
            }
        }
        return html.toString();
    }

    private String element(Element element, Object it) throws Exception {
        String name = element.getTagName();
        if (LAYOUTS.contains(name)) {
            return children(element, it);
        }
        if (name.equals("l:app-bar")) {
            String title = escape(fill(element.getAttribute("title"), it));
            return "<div class='jenkins-app-bar'><div class='jenkins-app-bar__content'><h1>" + title
                    + "</h1></div><div class='jenkins-app-bar__controls'>" + children(element, it) + "</div></div>";
        }
        if (name.equals("l:card")) {
            return "<div class='jenkins-card'><h2>" + escape(fill(element.getAttribute("title"), it)) + "</h2>"
                    + children(element, it) + "</div>";
        }
        if (name.equals("st:include")) {
            String of = element.getAttribute("it");
            Object other = of.isEmpty() ? it : value(of.substring(2, of.length() - 1), it);
            return render(other, element.getAttribute("page"));
        }
        if (!HTML.contains(name)) {
            throw new IllegalArgumentException("<" + name + "> has no place in a shell");
        }
        return html(element, it);
    }

    private String html(Element element, Object it) throws Exception {
        StringBuilder html = new StringBuilder("<" + element.getTagName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            html.append(' ')
                    .append(attribute.getNodeName())
                    .append("=\"")
                    .append(escape(fill(attribute.getNodeValue(), it)))
                    .append('"');
        }
        boolean empty = element.getTagName().equals("link");
        return html + ">" + (empty ? "" : children(element, it) + "</" + element.getTagName() + ">");
    }

    private String fill(String text, Object it) throws Exception {
        StringBuilder filled = new StringBuilder();
        Matcher place = EXPRESSION.matcher(text);
        while (place.find()) {
            Object value = place.group(1).isEmpty() ? value(place.group(2), it) : place.group(2);
            place.appendReplacement(filled, Matcher.quoteReplacement(String.valueOf(value)));
        }
        return place.appendTail(filled).toString();
    }

    private Object value(String path, Object it) throws Exception {
        String[] names = path.split("\\.");
        Object value = names[0].equals("it") ? it : variables.get(names[0]);
        for (int i = 1; i < names.length; i++) {
            Method getter =
                    value.getClass().getMethod("get" + names[i].substring(0, 1).toUpperCase() + names[i].substring(1));
            value = getter.invoke(value);
        }
        return value;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
