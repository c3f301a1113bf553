package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.code_intelligence.jazzer.Jazzer;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets Jazzer look for an input that makes a reader do anything but read or refuse, in a virtual machine of its own with
 * little memory. Each build looks for some seconds, and always along the same ways; {@code -Dfuzz=10m} looks for longer and
 * along others, {@code -Dfuzz=0s} not at all.
 */
class ReaderFuzzTest {
    /** Runs of each reader at least, however short the time is. */
    private static final long LEAST_RUNS = 10;

    /** A busy machine gets through less in the same time: then it goes on, up to so often. */
    private static final int ROUNDS = 5;

    @Test
    void noInputMakesAReaderDoAnythingButReadOrRefuse(@TempDir Path folder) throws Exception {
        long seconds =
                Durations.parse("fuzz", System.getProperty("fuzz", "12s")).toSeconds();
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        assumeTrue(seconds > 0, "Skipped: -Dfuzz=0s.");
        assumeTrue(
                system.contains("linux") || system.contains("mac") || system.contains("windows"),
                "Skipped: Jazzer has no fuzzer for " + system + ".");
        Path corpus = folder.resolve("corpus");
        Path dictionary = folder.resolve("words");
        ReaderFuzzTarget.writeSeeds(corpus, dictionary);
        Path log = folder.resolve("log");
        for (int round = 0; round < ROUNDS && !everyReaderRan(folder); round++) {
            fuzz(command(corpus, dictionary, folder, seconds), folder, log, seconds);
        }
        assertThat(ReaderFuzzTarget.runs(folder.resolve("counts")))
                .as("how often each reader was reached")
                .allSatisfy((reader, runs) -> assertThat(runs).as(reader).isGreaterThanOrEqualTo(LEAST_RUNS));
    }

    /** The counts of earlier rounds are kept. */
    private static boolean everyReaderRan(Path folder) throws IOException {
        Path counts = folder.resolve("counts");
        return Files.exists(counts)
                && ReaderFuzzTarget.runs(counts).values().stream().allMatch(runs -> runs >= LEAST_RUNS);
    }

    private static void fuzz(List<String> command, Path folder, Path log, long seconds) throws Exception {
        Process fuzzer = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(fuzzer.waitFor(seconds + 120, TimeUnit.SECONDS))
                    .as("ended in time: %s", tail(log))
                    .isTrue();
        } finally {
            fuzzer.destroyForcibly();
        }
        assertThat(fuzzer.exitValue()).as(tail(log)).isZero();
        assertThat(tail(log)).contains("stat::number_of_executed_units");
    }

    private static List<String> command(Path corpus, Path dictionary, Path folder, long seconds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-D" + ReaderFuzzTarget.COUNTS + "=" + folder.resolve("counts"),
                "-cp",
                System.getProperty("java.class.path"),
                Jazzer.class.getName(),
                "--target_class=" + ReaderFuzzTarget.class.getName(),
                "--instrumentation_includes=io.jenkins.plugins.delivery.**",
                "-max_total_time=" + seconds,
                "-max_len=8192",
                "-seed=" + (System.getProperty("fuzz") == null ? 1 : 0),
                "-timeout=20",
                "-rss_limit_mb=2048",
                "-print_final_stats=1",
                "-dict=" + dictionary,
                "-artifact_prefix=" + folder + "/",
                corpus.toString());
    }

    private static String tail(Path log) throws IOException {
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        return text.substring(Math.max(0, text.length() - 6000));
    }
}
