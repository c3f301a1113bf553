package io.jenkins.plugins.delivery.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of what a plugin of Jenkins has to withstand, of which every item has a test that is named after it. */
class ChecklistTest {
    private static final int ITEMS = 25;
    private static final Pattern NAMED = Pattern.compile("(?:void|>|class) [iI]tem_?(\\d{1,2})(?=[_A-Z])");

    @Test
    void every_item_has_a_test_of_its_name() throws IOException {
        Set<Integer> named = new TreeSet<>();
        for (String module : Set.of("engine", "plugin", "rehearsal")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
                for (Path file : files.filter(
                                path -> path.toString().endsWith("Test.java") && !path.endsWith("ChecklistTest.java"))
                        .toList()) {
                    named.addAll(items(Files.readString(file)));
                }
            }
        }

        assertThat(named)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ITEMS).boxed().toList());
    }

    @Test
    void names_are_told_from_other_words() {
        assertThat(items("void item_07_usage()")).containsExactly(7);
        assertThat(items("void item13AYamlBomb()")).containsExactly(13);
        assertThat(items("Stream<DynamicTest> item_01_every()")).containsExactly(1);
        assertThat(items("class Item18ForgeryTest")).containsExactly(18);
        assertThat(items("void items_are_told()")).isEmpty();
    }

    private static Set<Integer> items(String source) {
        return NAMED.matcher(source)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll("\\D", ""))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }
}
