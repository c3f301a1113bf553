package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a Jenkins of the suite has started ends with it, although commands of builds outlive it otherwise. */
@ExtendWith(WithJenkins.class)
@NeedsWar("starts one of its own")
class LeftOversTest {
    private static final String SLEEPS = "node { sh 'echo begun; sleep 3600' }";

    @Test
    void nothingRunsAnyMoreOnceItIsClosed() {
        assumeTrue(Files.exists(Path.of("/proc/self/environ")), "the system does not show what a process inherited");
        RealJenkins jenkins = WithJenkins.start(
                (AcceptanceTarget.Managed) AcceptanceTarget.of(System::getProperty), WithJenkins.HPI, "left-overs");
        List<ProcessHandle> started = new ArrayList<>();
        try {
            begin(jenkins, "before-its-death");
            jenkins.killAndStart();
            begin(jenkins, "afterwards");
            Builds.until(
                    "both sleep",
                    () -> LeftOvers.of(jenkins.home().folder()).stream()
                                    .filter(LeftOversTest::sleeps)
                                    .count()
                            == 2);
            started.addAll(LeftOvers.of(jenkins.home().folder()));
        } finally {
            jenkins.close();
        }

        Builds.until("they have ended", () -> started.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(LeftOvers.of(jenkins.home().folder())).isEmpty();
    }

    private static void begin(RealJenkins jenkins, String job) {
        Builds builds = new Builds(jenkins.as("admin"));
        builds.job(job, SLEEPS);
        builds.awaitLog(job, builds.begin(job), "+ sleep 3600");
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info().commandLine().orElse("").endsWith("sleep 3600");
    }
}
