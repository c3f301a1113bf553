package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

/** The shared library of this repository as a global library of Jenkins. */
final class GlobalLibrary {
    private GlobalLibrary() {}

    /** As a library that everybody may name, trusted or not. */
    static void load(RealJenkins jenkins, boolean trusted) {
        Path repositories = Path.of("target/jenkins/repositories").toAbsolutePath();
        GitRepository repository = GitRepository.create(repositories.resolve("delivery-library"))
                .add(Path.of("../../vars"), "vars")
                .add(Path.of("../../resources"), "resources")
                .commit("The library");
        String made = jenkins.as("admin")
                .script(Scripts.script(
                        "library.groovy",
                        Map.of(
                                "NAME",
                                "progressive-delivery",
                                "FOLDER",
                                repository.folder().toString(),
                                "IMPLICIT",
                                "false",
                                "TRUSTED",
                                Boolean.toString(trusted))));
        assertThat(made).isEqualTo("there");
    }
}
