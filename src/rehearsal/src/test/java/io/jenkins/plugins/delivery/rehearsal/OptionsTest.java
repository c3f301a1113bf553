package io.jenkins.plugins.delivery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
    @TempDir
    private Path root;

    private final Properties properties = new Properties();

    @BeforeEach
    void lay() throws IOException {
        Path storefront = Files.createDirectories(root.resolve("examples/storefront/scenarios"));
        Files.writeString(storefront.resolve("good.yaml"), "");
        Files.writeString(storefront.resolve("bad-release.yaml"), "");
        Files.writeString(storefront.resolveSibling("Jenkinsfile"), "");
        properties.setProperty("user.dir", root.toString());
        properties.setProperty("maven.multiModuleProjectDirectory", root.toString());
    }

    @Test
    void withoutAWordTheStorefrontIsRehearsedWell() throws RehearsalException {
        Options options = Options.of(properties);

        assertThat(options.name()).isEqualTo("storefront");
        assertThat(options.scenarioName()).contains("good");
        assertThat(options.reportFolder()).isEqualTo(root.resolve("target/rehearsal"));
        assertThat(options.verbose()).isFalse();
    }

    @Test
    void theReportStaysInTheRepositoryWhereverTheUserIs() throws RehearsalException {
        properties.setProperty("user.dir", root.resolve("examples").toString());
        properties.setProperty("pipeline", "storefront");

        Options options = Options.of(properties);

        assertThat(options.reportFolder()).isEqualTo(root.resolve("target/rehearsal"));
        assertThat(options.shown(options.jenkinsfile())).isEqualTo("examples/storefront/Jenkinsfile");
    }

    @Test
    void aPipelineWithoutScenariosNeedsNone() throws IOException, RehearsalException {
        Path file = Files.writeString(root.resolve("Jenkinsfile"), "");
        properties.setProperty("pipeline", "Jenkinsfile");

        Options options = Options.of(properties);

        assertThat(options.jenkinsfile()).isEqualTo(file);
        assertThat(options.scenario()).isEmpty();
    }

    @Test
    void aMissingPipelineIsNamed() {
        properties.setProperty("pipeline", "Jenkinsfil");

        RehearsalException error = catchThrowableOfType(RehearsalException.class, () -> Options.of(properties));

        assertThat(error).hasMessage("There is no file Jenkinsfil");
        assertThat(error.problem().remedy()).contains("-Dpipeline");
    }

    @Test
    void anUnknownScenarioSaysWhatIsKnown() {
        properties.setProperty("scenario", "bad");

        RehearsalException error = catchThrowableOfType(RehearsalException.class, () -> Options.of(properties));

        assertThat(error).hasMessage("There is no scenario bad");
        assertThat(error.problem().remedy()).contains("bad-release, good");
    }

    @Test
    void aScenarioIsNoPathElsewhere() {
        properties.setProperty("scenario", "../../../secret");

        assertThat(catchThrowableOfType(RehearsalException.class, () -> Options.of(properties)))
                .hasMessageContaining("There is no scenario");
    }
}
