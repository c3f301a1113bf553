package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as a problem in a log of Jenkins. */
class LogProblemsTest {
    @Test
    void warningsAndErrorsAreFoundWithTheLinesThatBelongToThem() {
        List<String> log = List.of(
                "Running from: jenkins.war",
                "2026-03-01 10:00:00.000+0000 [id=1]\tINFO\tjenkins.InitReactorRunner$1#onAttained: Listed all plugins",
                "2026-03-01 10:00:01.000+0000 [id=2]\tWARNING\thudson.PluginManager#load: Cannot load it",
                "java.lang.NoClassDefFoundError: io/jenkins/plugins/delivery/Missing",
                "\tat java.base/java.lang.Class.forName(Class.java:1)",
                "2026-03-01 10:00:02.000+0000 [id=1]\tSEVERE\tjenkins.model.Jenkins#<init>: No room",
                "Mar 01, 2026 10:00:03 AM hudson.util.Some thing",
                "WARNING: in two lines");

        assertThat(LogProblems.of(log))
                .hasSize(3)
                .satisfies(
                        first -> assertThat(first).contains("Cannot load it", "plugins/delivery/Missing"),
                        org.assertj.core.api.Assertions.atIndex(0))
                .satisfies(second -> assertThat(second).endsWith("No room"), org.assertj.core.api.Assertions.atIndex(1))
                .satisfies(
                        third -> assertThat(third).endsWith("in two lines"),
                        org.assertj.core.api.Assertions.atIndex(2));
    }

    @Test
    void newsAreNone() {
        assertThat(LogProblems.of(List.of(
                        "2026-03-01 10:00:00.000+0000 [id=1]\tINFO\thudson.WebAppMain$3#run: WARNING is a word here")))
                .isEmpty();
    }
}
