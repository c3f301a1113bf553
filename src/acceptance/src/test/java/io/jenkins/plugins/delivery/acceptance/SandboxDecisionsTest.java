package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.rehearsal.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a Jenkinsfile may call without an administrator's approval: in a rehearsal as in this Jenkins, member by member. */
@ExtendWith(WithJenkins.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxDecisionsTest {
    private static final int AT_ONCE = 200;
    /** Here the sandbox looks at the object, too: whether it is the script itself, or a closure of it. */
    private static final Set<String> BY_OBJECT = Set.of(
            "groovy.lang.Binding",
            "groovy.lang.Closure",
            "groovy.lang.GString",
            "groovy.lang.Script",
            "org.codehaus.groovy.runtime.GStringImpl",
            "org.codehaus.groovy.runtime.ScriptBytecodeAdapter");

    private RealJenkins jenkins;

    @BeforeAll
    void start(RealJenkins shared) {
        jenkins = shared;
    }

    @Test
    void aRehearsalAllowsWhatTheSandboxAllows() throws Exception {
        List<Class<?>> types = SandboxTypes.all().stream()
                .filter(type -> !BY_OBJECT.contains(type.getName()))
                .toList();
        Map<String, Boolean> real = new TreeMap<>();
        for (int i = 0; i < types.size(); i += AT_ONCE) {
            real.putAll(decisions(types.subList(i, Math.min(types.size(), i + AT_ONCE))));
        }
        Map<String, Boolean> rehearsed = new TreeMap<>();
        types.forEach(type -> rehearsed.putAll(Sandbox.decisions(type)));
        rehearsed.keySet().retainAll(real.keySet());
        real.keySet().retainAll(rehearsed.keySet());
        Path report = Files.write(
                Path.of("target/jenkins/sandbox.txt"),
                real.entrySet().stream()
                        .map(one ->
                                (one.getValue() ? "+" : "-") + (rehearsed.get(one.getKey()) ? "+" : "-") + one.getKey())
                        .toList());

        assertThat(real).as("members that were compared").hasSizeGreaterThan(10_000);
        assertThat(differing(real, rehearsed, true))
                .as("allowed here, refused in a rehearsal: " + report)
                .isEmpty();
        assertThat(differing(real, rehearsed, false))
                .as("refused here, allowed in a rehearsal: " + report)
                .isEmpty();
    }

    private static List<String> differing(Map<String, Boolean> real, Map<String, Boolean> rehearsed, boolean allowed) {
        return real.entrySet().stream()
                .filter(one -> one.getValue() == allowed && rehearsed.get(one.getKey()) != allowed)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Boolean> decisions(List<Class<?>> types) throws IOException {
        String names = types.stream().map(Class::getName).collect(Collectors.joining(","));
        try (InputStream script = SandboxDecisionsTest.class.getResourceAsStream("decisions.groovy")) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8).replace("TYPES", names);
            return jenkins.as("admin")
                    .script(text)
                    .lines()
                    .collect(Collectors.toMap(line -> line.substring(1), line -> line.startsWith("+"), (a, b) -> a));
        }
    }
}
