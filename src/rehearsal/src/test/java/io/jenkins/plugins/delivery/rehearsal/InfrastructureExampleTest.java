package io.jenkins.plugins.delivery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.delivery.rehearsal.library.Programs;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.runtime.RunObserver;
import io.jenkins.plugins.delivery.rehearsal.scenario.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every scenario of examples/infrastructure, with the real terraform. */
class InfrastructureExampleTest {
    private static final Path EXAMPLE =
            Path.of("../../examples/infrastructure").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"good, SUCCESS", "resized, FAILURE", "rejected, ABORTED", "destroy, SUCCESS", "drift, FAILURE"})
    void endsAsItsScenarioSays(String scenario, String result) throws Exception {
        assumeTrue(Programs.has("terraform"), "Skipped: there is no terraform on the PATH to rehearse with");
        copyVars();
        Options options = new Options(
                folder,
                EXAMPLE.resolve("Jenkinsfile"),
                Optional.of(EXAMPLE.resolve("scenarios/" + scenario + ".yaml")),
                Optional.empty(),
                false);
        RehearsalResult ended = new Rehearsal(options, RunObserver.NONE, new Recording(), folder.resolve("home"))
                .run(System.nanoTime());
        assertThat(ended.expectation().lines())
                .as(String.valueOf(ended.error()))
                .isEmpty();
        assertThat(ended.result()).isEqualTo(result);
    }

    private void copyVars() throws Exception {
        Path vars = Files.createDirectories(folder.resolve("vars"));
        try (Stream<Path> files = Files.list(Path.of("../../vars"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, vars.resolve(file.getFileName().toString()));
            }
        }
    }
}
