package io.jenkins.plugins.delivery.engine.pipeline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.delivery.engine.xml.XmlElements;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** The version that a project says of itself, in the file of its build tool. */
public final class ProjectVersion {
    /** Files that may say a version, the first that does counts. */
    public static final List<String> FILES =
            List.of("pom.xml", "gradle.properties", "package.json", "pyproject.toml", "VERSION");

    private static final Pattern PROPERTY = Pattern.compile("(?m)^\\s*version\\s*[=:]\\s*(\\S+)\\s*$");
    private static final Pattern TOML = Pattern.compile(
            "(?ms)^\\[(?:project|tool\\.poetry)]\\s*$(?:(?!^\\[).)*?^version\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,100}");

    private ProjectVersion() {}

    /**
     * What a file says; empty where it says nothing that can be a version.
     *
     * @param name one of {@link #FILES}
     */
    public static Optional<String> of(String name, String text) {
        Optional<String> said =
                switch (name) {
                    case "pom.xml" -> pom(text);
                    case "package.json" -> packageJson(text);
                    case "pyproject.toml" -> first(TOML, text);
                    case "gradle.properties" -> first(PROPERTY, text);
                    default -> text.lines().findFirst().map(String::strip);
                };
        return said.filter(version -> USABLE.matcher(version).matches());
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> packageJson(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean version = "version".equals(parser.currentName());
                parser.nextToken();
                if (version) {
                    return Optional.ofNullable(parser.getValueAsString());
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            // What is no JSON says no version; whoever builds it says what is wrong with it.
        }
        return Optional.empty();
    }

    /** That of the project, else that of its parent; {@code ${revision}} and the like by the properties in the file. */
    private static Optional<String> pom(String text) {
        Map<String, String> said = new HashMap<>();
        try {
            XmlElements.read(new StringReader(text), new XmlElements.Handler() {
                @Override
                public void end(String path, String value) {
                    said.putIfAbsent(path, value);
                }
            });
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        String version = said.getOrDefault("project/version", said.get("project/parent/version"));
        return Optional.ofNullable(version).map(raw -> PLACEHOLDER
                .matcher(raw)
                .replaceAll(match -> Matcher.quoteReplacement(
                        said.getOrDefault("project/properties/" + match.group(1), match.group()))));
    }
}
