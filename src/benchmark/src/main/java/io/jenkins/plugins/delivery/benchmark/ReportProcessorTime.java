package io.jenkins.plugins.delivery.benchmark;

import java.io.IOException;
import java.util.List;

/** What {@link ReportBenchmark} measures, as {@link ProcessorTime}. */
public final class ReportProcessorTime {
    private ReportProcessorTime() {}

    /**
     * @param arguments format ({@code sarif} or {@code trivy}), number of findings, rounds, of which the first third warms
     *     up, and {@code analysis-model} to have it take part, which needs a heap of some gigabytes
     */
    public static void main(String[] arguments) throws IOException {
        ReportBenchmark benchmark = new ReportBenchmark();
        benchmark.report = arguments[0] + " " + arguments[1];
        benchmark.generate();
        try {
            ProcessorTime time = new ProcessorTime()
                    .with(benchmark.report + " token scan", benchmark::bareTokenScan)
                    .with(benchmark.report + " report", benchmark::readReport);
            if (List.of(arguments).contains("analysis-model")) {
                time.with(benchmark.report + " analysis-model", benchmark::analysisModel);
            }
            time.print(Integer.parseInt(arguments[2]));
        } finally {
            benchmark.delete();
        }
    }
}
