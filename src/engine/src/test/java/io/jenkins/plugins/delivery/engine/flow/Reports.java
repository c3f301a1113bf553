package io.jenkins.plugins.delivery.engine.flow;

import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads texts as reports. */
public final class Reports {
    private Reports() {}

    public static Reading read(ReportKind kind, Path folder, String text) throws IOException {
        return read(kind, folder, text, Map.of());
    }

    public static Reading read(ReportKind kind, Path folder, String text, Map<String, Object> settings)
            throws IOException {
        return kind.read(ReportSource.of(input(folder, "report", text)), settings(kind, settings));
    }

    /** @param before the same report from before */
    public static Reading read(ReportKind kind, Path folder, String before, String text, Map<String, Object> settings)
            throws IOException {
        return kind.read(
                new ReportSource(input(folder, "report", text), input(folder, "before", before)),
                settings(kind, settings));
    }

    public static ReportInput input(Path folder, String name, String text) throws IOException {
        return new ReportInput(name, Files.writeString(folder.resolve(name), text), 1 << 20);
    }

    private static ArgumentMap settings(ReportKind kind, Map<String, Object> settings) {
        return ArgumentMap.of("settings", settings, kind.settings());
    }
}
