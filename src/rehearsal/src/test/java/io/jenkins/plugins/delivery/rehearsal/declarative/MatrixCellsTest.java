package io.jenkins.plugins.delivery.rehearsal.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixCellsTest {
    private static final Map<String, Object> OS = axis("OS", false, "linux", "mac", "windows");
    private static final Map<String, Object> JAVA = axis("JAVA", false, "17", "21");

    @Test
    void make_a_stage_of_each_combination() {
        assertThat(names(List.of()))
                .hasSize(6)
                .startsWith("Build - OS = 'linux', JAVA = '17'", "Build - OS = 'linux', JAVA = '21'");
    }

    @Test
    void leave_out_what_an_exclude_names() {
        assertThat(names(List.of(List.of(axis("OS", false, "mac"), axis("JAVA", false, "17")))))
                .hasSize(5)
                .doesNotContain("Build - OS = 'mac', JAVA = '17'");
    }

    @Test
    void leave_out_all_but_the_values_that_an_exclude_negates() {
        assertThat(names(List.of(List.of(axis("OS", true, "linux"), axis("JAVA", false, "17")))))
                .containsExactly(
                        "Build - OS = 'linux', JAVA = '17'",
                        "Build - OS = 'linux', JAVA = '21'",
                        "Build - OS = 'mac', JAVA = '21'",
                        "Build - OS = 'windows', JAVA = '21'");
    }

    private static List<Object> names(List<?> excludes) {
        Map<String, Object> matrix = Map.of("axes", List.of(OS, JAVA), "excludes", excludes);
        return MatrixCells.of(Map.of("name", "Build", "matrix", matrix)).stream()
                .map(cell -> cell.get("name"))
                .toList();
    }

    private static Map<String, Object> axis(String name, boolean negated, String... values) {
        return Map.of("name", name, "values", List.of(values), "negated", negated);
    }
}
