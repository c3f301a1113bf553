package io.jenkins.plugins.delivery.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JellyTest {
    private static final Pattern ESCAPED = Pattern.compile("^<\\?jelly escape-by-default=(['\"])true\\1\\?>\\s");
    private static final Path RESOURCES = Path.of("src/main/resources");

    @TestFactory
    Stream<DynamicTest> item_10_every_page_escapes_by_default() {
        return tests(text -> assertThat(escapes(text)).isTrue());
    }

    @TestFactory
    Stream<DynamicTest> item_12_no_page_needs_an_exception_from_the_content_security_policy() {
        return tests(text -> assertThat(violations(text)).isEmpty());
    }

    @Test
    void what_would_violate_is_found() throws Exception {
        assertThat(violations(page("<script>alert(1)</script>"))).isNotEmpty();
        assertThat(violations(page("<a onclick='go()'/>"))).isNotEmpty();
        assertThat(violations(page("<a href='JavaScript:go()'/>"))).isNotEmpty();
        assertThat(violations(page("<j:out value='${h.rawHtml(it.name)}' xmlns:j='jelly:core'/>")))
                .isNotEmpty();
        assertThat(violations(page("<j:out value='${it.name}' escapeText='false' xmlns:j='jelly:core'/>")))
                .isNotEmpty();
        assertThat(violations(page("<img src='https://example.com/a.png'/>"))).isNotEmpty();
        assertThat(violations(page("<p>${it.name}</p>"))).isEmpty();
        assertThat(escapes("<?xml version='1.0'?><j/>")).isFalse();
    }

    private static String page(String body) {
        return "<?jelly escape-by-default='true'?>\n<page>" + body + "</page>";
    }

    private static boolean escapes(String text) {
        return ESCAPED.matcher(text).find();
    }

    private static List<String> violations(String text) {
        List<String> found = new ArrayList<>();
        NodeList elements = parse(text).getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (element.getTagName().equalsIgnoreCase("script")
                    && !element.getTextContent().isBlank()) {
                found.add("inline script");
            }
            if (element.getTagName().equals("j:out")) {
                found.add("unescaped output");
            }
            attributes(element, found);
        }
        return found;
    }

    private static void attributes(Element element, List<String> found) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName().toLowerCase(Locale.ROOT);
            String value = attributes.item(i).getNodeValue();
            if (name.matches("on[a-z]+")) {
                found.add("handler " + name);
            }
            if (value.strip().toLowerCase(Locale.ROOT).startsWith("javascript:")) {
                found.add("script in " + name);
            }
            if (name.equals("escapetext") || value.contains("rawHtml")) {
                found.add("unescaped " + value);
            }
            if (name.equals("src") && value.matches("(?i)(https?:)?//.*")) {
                found.add("remote resource " + value);
            }
        }
    }

    private static Element parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    private static Stream<DynamicTest> tests(java.util.function.Consumer<String> check) {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(RESOURCES.relativize(page).toString(), () -> {
                    check.accept(Files.readString(page));
                }));
    }

    private static List<Path> pages() {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".jelly")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
