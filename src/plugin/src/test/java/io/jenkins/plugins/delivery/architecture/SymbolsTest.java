package io.jenkins.plugins.delivery.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.Test;

/** Symbols are names for everybody: what has ours is found by it from every Pipeline. */
class SymbolsTest {
    /** Conditions, agents, options and directives of a declarative Pipeline; a symbol of that name would be taken instead. */
    private static final Set<String> DECLARATIVE = Set.of(
            "agent",
            "allOf",
            "any",
            "anyOf",
            "beforeAgent",
            "beforeInput",
            "beforeOptions",
            "branch",
            "buildingTag",
            "changeRequest",
            "changelog",
            "changeset",
            "cron",
            "docker",
            "dockerfile",
            "environment",
            "equals",
            "expression",
            "input",
            "isRestartedRun",
            "kubernetes",
            "label",
            "matrix",
            "none",
            "not",
            "options",
            "parallel",
            "parameters",
            "pollSCM",
            "post",
            "retry",
            "skipDefaultCheckout",
            "stages",
            "tag",
            "timeout",
            "timestamps",
            "tools",
            "triggeredBy",
            "triggers",
            "upstream",
            "when");

    @Test
    void noneOfOursIsAWordOfDeclarative() {
        List<String> symbols = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.jenkins.plugins.delivery")
                        .stream()
                        .flatMap(SymbolsTest::symbols)
                        .toList();

        assertThat(symbols).contains("progressiveDelivery").doesNotContainAnyElementsOf(DECLARATIVE);
    }

    private static Stream<String> symbols(JavaClass type) {
        return type.tryGetAnnotationOfType(Symbol.class).stream().flatMap(symbol -> Stream.of(symbol.value()));
    }
}
