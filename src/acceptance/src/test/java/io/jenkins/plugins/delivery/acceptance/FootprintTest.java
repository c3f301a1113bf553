package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the plugin costs a controller with 1,000 builds. The figures are printed, and kept in {@code target/footprint.txt}. */
@ExtendWith(WithJenkins.class)
@NeedsWar("starts it with and without the plugin")
class FootprintTest {
    private static final int BUILDS = 1_000;
    private static final int STARTS = 3;
    private static final String JOB = "many";
    private static final Path REPORT = Path.of("target/footprint.txt");

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();
    private RealJenkins jenkins;
    private Cluster cluster;
    private FullBuild build;

    @BeforeEach
    void start() throws IOException {
        AcceptanceTarget.Managed target = (AcceptanceTarget.Managed) AcceptanceTarget.of(System::getProperty);
        jenkins = WithJenkins.start(target, WithJenkins.HPI, "footprint");
        cluster = new Cluster(folder.resolve("cluster"));
        Settings.point(jenkins, cluster);
        build = FullBuild.run(jenkins, cluster, JOB);
        jenkins.as("approver").post(build.path() + "approval-production/approve", Map.of("reason", "Measure it."));
        new Builds(jenkins.as("admin")).end(JOB, build.number());
    }

    @AfterEach
    void end() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
        if (jenkins != null) {
            jenkins.close();
            Folders.delete(jenkins.home().folder());
        }
    }

    @Test
    void isMeasured() throws Exception {
        List<FullBuild.Place> places = build.places(jenkins);
        onTheDisk();
        copyBuilds();
        Footprint footprint = new Footprint(jenkins, JOB);

        Duration with = footprint.startUp(STARTS);
        Footprint.State fresh = footprint.state(false);
        Footprint.State loaded = footprint.state(true);
        List<String> paths = asked(places);
        assertThat(paths).hasSizeGreaterThanOrEqualTo(10);
        for (String path : paths) {
            say("%s: %.0f answers a second", path, footprint.answersPerSecond(path));
        }
        Footprint.State asked = footprint.state(true);
        jenkins.restartWithout();
        Duration without = footprint.startUp(STARTS);
        Footprint.State freshWithout = footprint.state(false);
        Footprint.State loadedWithout = footprint.state(true);

        say("start-up: %.1f s with the plugin, %.1f s without", with.toMillis() / 1e3, without.toMillis() / 1e3);
        say("heap after the start: %.0f MB with, %.0f MB without", fresh.megabytes(), freshWithout.megabytes());
        say(
                "heap with %d builds loaded, which have %d reports and links of ours: %.0f MB with, %.0f MB without",
                BUILDS, loaded.reports(), loaded.megabytes(), loadedWithout.megabytes());
        say("heap after the pages were asked for: %.0f MB", asked.megabytes());
        say(
                "threads: %d with, %d without; %d after the pages",
                fresh.threads(), freshWithout.threads(), asked.threads());
        say("classes: %d with, %d without", fresh.classes(), freshWithout.classes());
        Files.write(REPORT, lines);

        assertThat(loaded.reports()).isGreaterThanOrEqualTo(BUILDS * 5L);
        assertThat(loadedWithout.reports()).isZero();
    }

    /** Our pages of the build, the job and Jenkins, what their scripts ask for, and a page of Jenkins to compare them with. */
    private List<String> asked(List<FullBuild.Place> places) {
        Stream<String> pages = places.stream().map(FullBuild.Place::path).filter(path -> !path.startsWith("manage/"));
        Stream<String> others = Stream.of(
                "job/" + JOB + "/delivery/json", "environments/json", "approvals/json", build.path() + "console");
        JenkinsClient admin = jenkins.as("admin");
        return Stream.concat(pages, others)
                .filter(path -> admin.get(path).status() == 200)
                .toList();
    }

    private void onTheDisk() throws IOException {
        Path builds = jenkins.home().folder().resolve("jobs/" + JOB + "/builds/" + build.number());
        long ours = 0;
        try (Stream<Path> files = Files.walk(builds.resolve("delivery"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                ours += Files.size(file);
            }
        }
        say(
                "build.xml: %.1f kB; reports beside it: %.1f kB",
                Files.size(builds.resolve("build.xml")) / 1e3, ours / 1e3);
    }

    /** What one build has left, a thousand times. */
    private void copyBuilds() throws IOException {
        jenkins.process().close();
        Path builds = jenkins.home().folder().resolve("jobs/" + JOB + "/builds");
        Path one = builds.resolve(Integer.toString(build.number()));
        List<Path> files;
        try (Stream<Path> walk = Files.walk(one)) {
            files = walk.toList();
        }
        for (int number = build.number() + 1; number <= BUILDS; number++) {
            for (Path file : files) {
                Files.copy(
                        file,
                        builds.resolve(Integer.toString(number))
                                .resolve(one.relativize(file).toString()));
            }
        }
        Files.writeString(builds.resolveSibling("nextBuildNumber"), BUILDS + 1 + "\n");
    }

    private void say(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        System.out.println("Footprint: " + line);
        lines.add(line);
    }
}
