package io.jenkins.plugins.delivery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a rehearsal finds at run time, which tests have in any case. */
class ClassPathTest {
    @Test
    void what_the_other_modules_need_to_run_is_not_narrowed_to_tests_here() throws Exception {
        List<String> needed = new ArrayList<>();
        for (String module : List.of("engine", "jenkins-api", "plugin", "harness")) {
            needed.addAll(dependencies(module, ""));
        }

        assertThat(needed).contains("com.networknt:json-schema-validator");
        assertThat(dependencies("rehearsal", "test")).isNotEmpty().doesNotContainAnyElementsOf(needed);
    }

    /** The dependencies of a module with a scope; without one, those that it needs to compile and to run. */
    private static List<String> dependencies(String module, String scope) throws Exception {
        NodeList all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("..", module, "pom.xml").toFile())
                .getElementsByTagName("dependency");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            if (text(one, "scope").replace("runtime", "").equals(scope)) {
                found.add(text(one, "groupId") + ":" + text(one, "artifactId"));
            }
        }
        return found;
    }

    private static String text(Element dependency, String name) {
        NodeList found = dependency.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
