package io.jenkins.plugins.delivery.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path MODULES = Path.of("src/main/webapp/js");
    private static final Pattern TEXT = Pattern.compile("\\b(t|plural)\\(\\s*'([\\w.]+)'");

    @Test
    void every_text_that_a_module_asks_for_is_there() throws Exception {
        Set<String> wanted = new TreeSet<>();
        for (String source : sources()) {
            TEXT.matcher(source)
                    .results()
                    .filter(found -> !found.group(2).endsWith("."))
                    .forEach(found -> {
                        if (found.group(1).equals("plural")) {
                            wanted.add(found.group(2) + ".one");
                            wanted.add(found.group(2) + ".other");
                        } else {
                            wanted.add(found.group(2));
                        }
                    });
        }
        JsonNode texts = new ObjectMapper().readTree(Texts.json(Locale.ENGLISH));

        assertThat(wanted).hasSizeGreaterThan(100).allMatch(texts::has);
    }

    @Test
    void a_reader_is_spoken_to_in_german_or_english() throws Exception {
        assertThat(new ObjectMapper()
                        .readTree(Texts.json(Locale.GERMANY))
                        .path("story")
                        .asText())
                .isEqualTo("Was geschah");
        assertThat(Texts.json(Locale.JAPAN)).isEqualTo(Texts.json(Locale.ENGLISH));
    }

    @Test
    void no_module_makes_html_out_of_text_or_runs_text() throws Exception {
        assertThat(sources())
                .isNotEmpty()
                .noneMatch(source -> source.contains("innerHTML") || source.contains("insertAdjacentHTML"))
                .noneMatch(source -> source.contains("eval(") || source.contains("document.write"));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(MODULES)) {
            List<String> sources = new ArrayList<>();
            for (Path file : (Iterable<Path>) files::iterator) {
                sources.add(Files.readString(file));
            }
            return sources;
        }
    }
}
