package io.jenkins.plugins.delivery.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link ReportBenchmark} so that what is compared takes turns, each time in a virtual machine of its own: what
 * else the machine does then weighs on all of them, and how the compiler happened to decide once on none of the medians.
 */
public final class ReportRatios {
    /** The ways to read one report; the first one is what the others are compared with. */
    private record Comparison(String report, List<String> ways) {}

    private ReportRatios() {}

    /** @param arguments how many turns each takes (3); a million results and analysis-model have one */
    public static void main(String[] arguments) throws RunnerException {
        int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        List<String> two = List.of("bareTokenScan", "readReport");
        for (String report : List.of("sarif 1000", "sarif 100000", "trivy 100000")) {
            print(new Comparison(report, two), turns);
        }
        print(new Comparison("sarif 1000000", two), 1);
        print(new Comparison("sarif 100000", List.of("readReport", "analysisModel")), 1);
    }

    private static void print(Comparison comparison, int turns) throws RunnerException {
        List<List<Double>> times = new ArrayList<>();
        comparison.ways().forEach(way -> times.add(new ArrayList<>()));
        for (int turn = 0; turn < turns; turn++) {
            for (int way = 0; way < times.size(); way++) {
                times.get(way).add(milliseconds(comparison, comparison.ways().get(way)));
            }
        }
        double first = median(times.get(0));
        for (int way = 0; way < times.size(); way++) {
            double time = median(times.get(way));
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %-14s median of %d: %9.2f ms (%5.2f)   each: %s%n",
                    comparison.report(),
                    comparison.ways().get(way),
                    turns,
                    time,
                    time / first,
                    each(times.get(way)));
        }
    }

    private static double milliseconds(Comparison comparison, String way) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(ReportBenchmark.class.getName() + "." + way + "$")
                .param("report", comparison.report())
                .forks(1)
                // The compiler is not at its end after four seconds, least of all with a core to itself only now and
                // then.
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT);
        return new Runner(options.build()).runSingle().getPrimaryResult().getScore();
    }

    private static String each(List<Double> times) {
        return times.stream()
                .map(time -> String.format(Locale.ROOT, "%.2f", time))
                .collect(Collectors.joining(", "));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
