package io.jenkins.plugins.delivery.docs;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Descriptor;
import io.jenkins.plugins.delivery.engine.flow.ReportKinds;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormats;
import io.jenkins.plugins.delivery.engine.scan.run.ScannerDefinition;
import io.jenkins.plugins.delivery.engine.scan.run.Scanners;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The reference says what the code takes: no argument more or less, the same types, the same defaults. */
class ReferenceTest {
    private static final Path DOCS = Path.of("../../docs");

    @TestFactory
    Stream<DynamicTest> every_step_is_explained_as_it_is() {
        return DataBound.classes()
                .filter(Step.class::isAssignableFrom)
                .map(step -> DynamicTest.dynamicTest(step.getSimpleName(), () -> {
                    String function = function(step);
                    ReferencePage page = ReferencePage.read(DOCS.resolve("steps/" + function + ".md"));
                    assertThat(page.title()).isEqualTo(function);
                    check(new DataBound(step), page.table("Arguments"));
                    for (Class<?> nested : new DataBound(step).nested()) {
                        check(new DataBound(nested), page.table(nameOfList(step, nested)));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_setting_is_explained_as_it_is() {
        ReferencePage page = ReferencePage.read(DOCS.resolve("administration.md"));
        return DataBound.classes()
                .filter(type -> type.getPackageName().endsWith(".config"))
                .filter(type -> !Descriptor.class.isAssignableFrom(type))
                .map(type -> DynamicTest.dynamicTest(
                        type.getSimpleName(),
                        () -> check(
                                new DataBound(type),
                                page.table(type.getSimpleName().replace("Settings", "")))));
    }

    @Test
    void every_format_of_a_report_is_named() throws Exception {
        String page = Files.readString(DOCS.resolve("steps/securityScan.md"));
        String formats = page.substring(page.indexOf("## Formats"), page.indexOf("## Result"));

        assertThat(Pattern.compile("`([a-z0-9-]+)`")
                        .matcher(formats.substring(
                                formats.indexOf("`format` takes"), formats.indexOf("Where the plugin")))
                        .results()
                        .map(match -> match.group(1))
                        .filter(word -> !word.equals("format")))
                .containsExactlyInAnyOrderElementsOf(ReportFormats.ids());
    }

    @Test
    void every_kind_of_report_is_explained_with_its_settings() {
        assertThat(ReportKinds.all()).isNotEmpty().allSatisfy(kind -> assertThat(
                        Files.readAllLines(DOCS.resolve("steps/deliveryReport.md")))
                .anySatisfy(line -> {
                    assertThat(line).startsWith("| `" + kind.id() + "` |");
                    assertThat(kind.settings())
                            .allSatisfy(key -> assertThat(line).contains("`" + key + "`"));
                    assertThat(kind.gates()).allSatisfy(gate -> assertThat(line).contains("`" + gate.figure() + "`"));
                }));
    }

    @Test
    void every_built_in_scanner_is_explained() throws Exception {
        String page = Files.readString(DOCS.resolve("scanning.md"));

        assertThat(Scanners.builtIn()).extracting(ScannerDefinition::id).allSatisfy(id -> assertThat(page)
                .contains("`" + id + "`"));
    }

    @Test
    void no_page_explains_a_step_that_is_not_there() throws Exception {
        try (Stream<Path> pages = Files.list(DOCS.resolve("steps"))) {
            Set<String> explained = pages.map(
                            page -> page.getFileName().toString().replace(".md", ""))
                    .filter(name -> !name.equals("README"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> there = DataBound.classes()
                    .filter(Step.class::isAssignableFrom)
                    .map(ReferenceTest::function)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(explained).isEqualTo(there);
        }
    }

    private static void check(DataBound bound, Map<String, ReferencePage.Row> rows) throws Exception {
        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(bound.fields().keySet());
        for (Map.Entry<String, ReferencePage.Row> row : rows.entrySet()) {
            String name = row.getKey();
            assertThat(row.getValue().type()).as("type of " + name).isEqualTo(bound.typeOf(name));
            String value = bound.defaultOf(name);
            if (value.isEmpty()) {
                assertThat(row.getValue().defaultValue())
                        .as("default of " + name + ", which has none")
                        .doesNotStartWith("`")
                        .isNotEqualTo("required");
            } else {
                assertThat(row.getValue().defaultValue())
                        .as("default of " + name)
                        .isEqualTo(value);
            }
        }
    }

    private static String nameOfList(Class<?> step, Class<?> element) {
        return new DataBound(step)
                .fields().entrySet().stream()
                        .filter(field -> field.getValue().getTypeName().contains(element.getName()))
                        .map(field -> "`" + field.getKey() + "`")
                        .findFirst()
                        .orElseThrow();
    }

    private static String function(Class<?> step) {
        try {
            Class<?> descriptor = Class.forName(step.getName() + "$DescriptorImpl");
            return ((StepDescriptor) descriptor.getConstructor().newInstance()).getFunctionName();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(step + " has no descriptor", e);
        }
    }
}
