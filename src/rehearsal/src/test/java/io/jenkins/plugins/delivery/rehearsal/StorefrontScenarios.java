package io.jenkins.plugins.delivery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.runtime.RunObserver;
import io.jenkins.plugins.delivery.rehearsal.scenario.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The scenarios of {@code examples/storefront}. Its programs run for real in the first one; the others replay what came of them. */
final class StorefrontScenarios {
    private static final Path STOREFRONT =
            Path.of("../../examples/storefront").toAbsolutePath().normalize();

    private final Path folder;
    private final Recording recording = new Recording();

    StorefrontScenarios(Path folder) {
        this.folder = folder;
    }

    Rehearsal rehearsal(String scenario) {
        Path file = STOREFRONT.resolve("scenarios/" + scenario + ".yaml");
        assertThat(Files.exists(file)).as(file.toString()).isTrue();
        Options options =
                new Options(folder, STOREFRONT.resolve("Jenkinsfile"), Optional.of(file), Optional.empty(), false);
        return new Rehearsal(options, RunObserver.NONE, recording, folder.resolve("home"));
    }

    /** It went as the scenario expects. */
    static void assertMet(RehearsalResult result) {
        assertThat(result.expectation().lines())
                .as(String.valueOf(result.error()))
                .isEmpty();
        assertThat(result.expectation().met()).isTrue();
    }
}
