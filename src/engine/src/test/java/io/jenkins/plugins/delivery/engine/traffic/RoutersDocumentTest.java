package io.jenkins.plugins.delivery.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/routers.md} says of each router what is true. */
class RoutersDocumentTest {
    private static final Pattern SECTION = Pattern.compile("(?m)^## `([a-z-]+)`$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    private final String document = read();

    @Test
    void every_router_has_a_section_and_nothing_else_has() {
        assertThat(all(SECTION, document)).containsExactlyElementsOf(TrafficRouters.names());
    }

    @Test
    void every_router_and_every_switch_has_a_row() {
        assertThat(all(ROW, document))
                .containsAll(TrafficRouters.names())
                .containsAll(Switches.names())
                .hasSize(TrafficRouters.names().size() + Switches.names().size());
    }

    @Test
    void the_commands_are_those_that_a_report_names() {
        for (String name : TrafficRouters.names()) {
            String section = section(name);
            Route route = new Route("shop", 0, 4).by(name.equals("haproxy") ? "tcp://10.0.0.5:9999" : "");
            assertThat(section.lines().toList())
                    .containsAll(TrafficRouters.named(name).recovery("prod", route));
        }
    }

    @Test
    void it_says_who_can_choose_users() {
        for (String name : TrafficRouters.names()) {
            boolean can = !List.of("replicas", "haproxy").contains(name);
            String row = document.lines()
                    .filter(line -> line.startsWith("| `" + name + "` |"))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.split("\\|")[3].strip().equals("no")).isEqualTo(!can);
        }
    }

    private String section(String name) {
        int begin = document.indexOf("## `" + name + "`");
        int end = document.indexOf("\n## ", begin + 1);
        return document.substring(begin, end);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../../docs/routers.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
