package io.jenkins.plugins.delivery.benchmark;

import java.io.IOException;

/** What {@link FindingStoreBenchmark} measures, as {@link ProcessorTime}. */
public final class FindingStoreProcessorTime {
    private FindingStoreProcessorTime() {}

    /** @param arguments rounds, of which the first third warms up */
    public static void main(String[] arguments) throws IOException {
        FindingStoreBenchmark benchmark = new FindingStoreBenchmark();
        benchmark.write();
        try {
            new ProcessorTime()
                    .with("page 500", benchmark::page500)
                    .with("page 500 by place", benchmark::page500ByPlace)
                    .with("page 50 of HIGH by rule", benchmark::page50OfHigh)
                    .with("search", benchmark::searchForText)
                    .print(Integer.parseInt(arguments[0]));
        } finally {
            benchmark.delete();
        }
    }
}
