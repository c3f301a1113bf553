package io.jenkins.plugins.delivery.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a view names is there: its class, the properties that it asks for, the tags. Jenkins itself says so only when somebody looks. */
class JellyViewsTest {
    private static final Path VIEWS = Path.of("src/main/resources");
    private static final Pattern ASKED = Pattern.compile("\\b(?:it|instance)((?:\\.\\w+(?:\\(\\))?)+)");
    /** Tags of Jenkins 2.541.3 and of the plugin credentials, by their library. */
    private static final Map<String, Set<String>> TAGS = Map.of(
            "jelly:core",
            Set.of("jelly", "if", "set", "forEach", "whitespace", "choose", "when", "otherwise"),
            "jelly:stapler",
            Set.of("include", "adjunct"),
            "/lib/layout",
            Set.of(
                    "layout",
                    "main-panel",
                    "app-bar",
                    "card",
                    "icon",
                    "run-subpage",
                    "job-subpage",
                    "userExperimentalFlag"),
            "/lib/hudson",
            Set.of("summary"),
            "/lib/form",
            Set.of(
                    "advanced",
                    "apply",
                    "block",
                    "bottomButtonBar",
                    "checkbox",
                    "entry",
                    "enum",
                    "form",
                    "number",
                    "repeatableDeleteButton",
                    "repeatableProperty",
                    "section",
                    "select",
                    "submit",
                    "textarea",
                    "textbox",
                    "validateButton"),
            "/lib/credentials",
            Set.of("select"));

    @TestFactory
    Stream<DynamicTest> whatAViewNamesIsThere() {
        return views().map(view -> DynamicTest.dynamicTest(
                VIEWS.relativize(view).toString(),
                () -> assertThat(missing(typeOf(view), Files.readString(view))).isEmpty()));
    }

    @Test
    void whatIsNotThereIsFound() throws Exception {
        String start = "<j:jelly xmlns:j='jelly:core' xmlns:f='/lib/form' xmlns:x='/lib/unknown'>";
        assertThat(missing(Page.class, start + "<p title='${it.title}'>${it.name.chars}</p></j:jelly>"))
                .containsExactly("Page has no title", "String has no chars");
        assertThat(missing(Page.class, start + "<f:txtbox field='json'/><x:a/><f:textbox field='url'/></j:jelly>"))
                .containsExactly("there is no tag f:txtbox", "there is no tag x:a", "Page has no url");
    }

    private static List<String> missing(Class<?> type, String view) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        NodeList all = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(view)))
                .getElementsByTagName("*");
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            String library = element.getNamespaceURI();
            if (library != null && !TAGS.getOrDefault(library, Set.of()).contains(element.getLocalName())) {
                missing.add("there is no tag " + element.getTagName());
            }
            if (!isOfAnother(element)) {
                asked(element).forEach(path -> ask(type, path, missing));
            }
        }
        return missing;
    }

    /** What f:enum and f:repeatableProperty repeat is about another object than the view. */
    private static boolean isOfAnother(Element element) {
        for (Node above = element.getParentNode(); above instanceof Element; above = above.getParentNode()) {
            if (Set.of("enum", "repeatableProperty").contains(String.valueOf(above.getLocalName()))) {
                return true;
            }
        }
        return "enum".equals(element.getLocalName());
    }

    private static List<String> asked(Element element) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            paths(attribute.getNodeValue(), paths);
            if (attribute.getNodeName().equals("field")) {
                paths.add("." + attribute.getNodeValue());
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                paths(child.getNodeValue(), paths);
            }
        }
        return paths;
    }

    private static void paths(String text, List<String> paths) {
        Matcher asked = ASKED.matcher(text);
        while (asked.find()) {
            paths.add(asked.group(1));
        }
    }

    private static void ask(Class<?> type, String path, List<String> missing) {
        Class<?> now = type;
        for (String name : path.substring(1).split("\\.")) {
            Class<?> asked = now;
            Method found = Stream.of(asked.getMethods())
                    .filter(method -> method.getParameterCount() == 0 && isCalled(method.getName(), name))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                missing.add(asked.getSimpleName() + " has no " + name);
                return;
            }
            now = found.getReturnType();
        }
    }

    private static boolean isCalled(String method, String name) {
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return name.endsWith("()")
                ? name.equals(method + "()")
                : method.equals("get" + capital) || method.equals("is" + capital);
    }

    private static Class<?> typeOf(Path view) throws ClassNotFoundException {
        String name = VIEWS.relativize(view.getParent()).toString().replace('/', '.');
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            return Class.forName(name.replaceFirst("\\.([^.]+)$", "\\$$1"));
        }
    }

    private static Stream<Path> views() {
        try (Stream<Path> files = Files.walk(VIEWS)) {
            return files
                    .filter(file -> file.toString().endsWith(".jelly")
                            && !file.getParent().equals(VIEWS))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
