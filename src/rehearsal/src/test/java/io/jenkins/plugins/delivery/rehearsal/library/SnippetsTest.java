package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show can be pasted: it compiles, and every step and var takes what it is given. */
class SnippetsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
    private static final Map<String, Set<String>> STEPS = steps();
    private static final Map<String, List<String>> VARS =
            Var.all().stream().collect(Collectors.toMap(Var::name, Var::settings));

    /** The arguments of our steps, from their pages, which are held to the code elsewhere. */
    private static Map<String, Set<String>> steps() {
        Map<String, Set<String>> steps = new TreeMap<>();
        try (Stream<Path> pages = Files.list(Path.of("../../docs/steps"))) {
            for (Path page : pages.toList()) {
                String text = Files.readString(page);
                int from = text.indexOf("\n## Arguments");
                String table = from < 0 ? "" : text.substring(from, end(text, from));
                Set<String> names = ROW.matcher(table)
                        .results()
                        .map(row -> row.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
                steps.put(page.getFileName().toString().replace(".md", ""), names);
            }
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int end(String text, int from) {
        int next = text.indexOf("\n## ", from + 1);
        return next < 0 ? text.length() : next;
    }

    static Stream<Snippet> snippets() {
        return Snippet.all().stream().filter(snippet -> !snippet.isSignature());
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void whatItCallsTakesWhatItIsGiven(Snippet snippet) {
        Map<String, Set<String>> unknown = new TreeMap<>();
        snippet.calls().forEach((name, arguments) -> {
            Set<String> wrong = new TreeSet<>(arguments);
            if (STEPS.containsKey(name)) {
                wrong.removeAll(STEPS.get(name));
            } else if (!VARS.getOrDefault(name, List.of()).isEmpty()) {
                VARS.get(name).forEach(wrong::remove);
            } else {
                wrong.clear();
            }
            if (!wrong.isEmpty()) {
                unknown.put(name, wrong);
            }
        });

        assertThat(unknown).as(snippet.code()).isEmpty();
    }

    @Test
    void theStepsAreKnown() {
        assertThat(STEPS).containsKeys("smokeTest", "securityScan", "canaryPromote");
        assertThat(STEPS.get("smokeTest")).contains("url", "checks");
    }
}
