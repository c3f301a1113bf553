package io.jenkins.plugins.delivery.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@link ReportBenchmark} measures, in time of the processor: on a busy machine, elapsed time says how busy it is. The
 * ways to read take turns, so that what disturbs one disturbs the others as well, and the median of the rounds counts.
 *
 * <p>Prints a line for each way: milliseconds of the reading thread and their ratio to the bare token scan, then the same
 * with all that the virtual machine did meanwhile, garbage collection above all.
 */
public final class ReportProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** One way to read the report. */
    private interface Way {
        Object read() throws IOException;
    }

    /** Nanoseconds of each round that counts. */
    private static final class Times {
        private final List<Long> thread = new ArrayList<>();
        private final List<Long> process = new ArrayList<>();

        private static long median(List<Long> times) {
            return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
        }
    }

    private ReportProcessorTime() {}

    /**
     * @param arguments format ({@code sarif} or {@code trivy}), number of findings, rounds, of which the first third warms
     *     up, and {@code analysis-model} to have it take part, which needs a heap of some gigabytes
     */
    public static void main(String[] arguments) throws IOException {
        ReportBenchmark benchmark = new ReportBenchmark();
        benchmark.report = arguments[0] + " " + arguments[1];
        int rounds = Integer.parseInt(arguments[2]);
        benchmark.generate();
        try {
            Map<String, Way> ways = new LinkedHashMap<>();
            ways.put("token scan", benchmark::bareTokenScan);
            ways.put("report", benchmark::readReport);
            if (List.of(arguments).contains("analysis-model")) {
                ways.put("analysis-model", benchmark::analysisModel);
            }
            print(benchmark.report, measure(ways, rounds));
        } finally {
            benchmark.delete();
        }
    }

    private static Map<String, Times> measure(Map<String, Way> ways, int rounds) throws IOException {
        Map<String, Times> times = new LinkedHashMap<>();
        ways.keySet().forEach(name -> times.put(name, new Times()));
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                measure(way.getValue(), times.get(way.getKey()), round >= rounds / 3);
            }
        }
        return times;
    }

    private static void measure(Way way, Times times, boolean counts) throws IOException {
        long process = PROCESS.getProcessCpuTime();
        long thread = THREADS.getCurrentThreadCpuTime();
        Object result = way.read();
        if (counts && result != null) {
            times.thread.add(THREADS.getCurrentThreadCpuTime() - thread);
            times.process.add(PROCESS.getProcessCpuTime() - process);
        }
    }

    private static void print(String report, Map<String, Times> all) {
        Times scan = all.get("token scan");
        all.forEach((name, times) -> System.out.printf(
                Locale.ROOT,
                "%-15s %-15s thread %9.2f ms (%5.2f)   process %9.2f ms (%5.2f)%n",
                report,
                name,
                Times.median(times.thread) / 1e6,
                (double) Times.median(times.thread) / Times.median(scan.thread),
                Times.median(times.process) / 1e6,
                (double) Times.median(times.process) / Times.median(scan.process)));
    }
}
