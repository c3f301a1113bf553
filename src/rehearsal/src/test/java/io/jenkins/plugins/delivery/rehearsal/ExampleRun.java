package io.jenkins.plugins.delivery.rehearsal;

import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.runtime.RunObserver;
import io.jenkins.plugins.delivery.rehearsal.scenario.Recording;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One of the examples of this repository, as it is rehearsed.
 *
 * @param example name of its folder
 * @param jenkinsfile which of its scripts
 * @param scenario what happens
 */
public record ExampleRun(String example, String jenkinsfile, String scenario) {
    private static final Path EXAMPLES =
            Path.of("../../examples").toAbsolutePath().normalize();

    /**
     * @param folder where it may put files, and finds the shared library
     * @param home of the controller
     */
    RehearsalResult rehearsed(Path folder, Recording recording, Path home) throws Exception {
        return rehearsed(EXAMPLES.resolve(example), folder, recording, home);
    }

    /** @param own a copy of the example, where its settings depend on the machine */
    public RehearsalResult rehearsed(Path own, Path folder, Recording recording, Path home) throws Exception {
        ExampleLibrary.into(folder);
        Options options = new Options(
                folder,
                own.resolve(jenkinsfile),
                Optional.of(own.resolve("scenarios/" + scenario + ".yaml")),
                Optional.empty(),
                false);
        return new Rehearsal(options, RunObserver.NONE, recording, home).run(System.nanoTime());
    }
}
