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
 * Measures in time of the processor: on a busy machine, elapsed time says how busy it is. What is compared takes turns, so
 * that what disturbs one disturbs the others as well.
 */
final class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** What is measured; it returns something that cannot be left out. */
    interface Work {
        Object run() throws IOException;
    }

    /** Nanoseconds of each round that counts. */
    private static final class Times {
        private final List<Long> thread = new ArrayList<>();
        private final List<Long> process = new ArrayList<>();

        private double threadMedian() {
            return thread.stream().sorted().skip(thread.size() / 2).findFirst().orElseThrow();
        }

        /** The clock of the process has steps too coarse for a median. */
        private double processMean() {
            return process.stream().mapToLong(Long::longValue).average().orElseThrow();
        }
    }

    private final Map<String, Work> works = new LinkedHashMap<>();

    /** The first one is what the others are compared with. */
    ProcessorTime with(String name, Work work) {
        works.put(name, work);
        return this;
    }

    /**
     * Prints a line for each: the median of the thread's milliseconds and its ratio to the first, then the same of the
     * mean of all that the virtual machine did meanwhile, garbage collection above all.
     *
     * @param rounds of which the first third warms up
     */
    void print(int rounds) throws IOException {
        Map<String, Times> all = new LinkedHashMap<>();
        works.keySet().forEach(name -> all.put(name, new Times()));
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Work> work : works.entrySet()) {
                measure(work.getValue(), all.get(work.getKey()), round >= rounds / 3);
            }
        }
        Times first = all.values().iterator().next();
        all.forEach((name, times) -> System.out.printf(
                Locale.ROOT,
                "%-30s thread %9.2f ms (%5.2f)   process %9.2f ms (%5.2f)%n",
                name,
                times.threadMedian() / 1e6,
                times.threadMedian() / first.threadMedian(),
                times.processMean() / 1e6,
                times.processMean() / first.processMean()));
    }

    private static void measure(Work work, Times times, boolean counts) throws IOException {
        long process = PROCESS.getProcessCpuTime();
        long thread = THREADS.getCurrentThreadCpuTime();
        Object result = work.run();
        if (counts && result != null) {
            times.thread.add(THREADS.getCurrentThreadCpuTime() - thread);
            times.process.add(PROCESS.getProcessCpuTime() - process);
        }
    }
}
