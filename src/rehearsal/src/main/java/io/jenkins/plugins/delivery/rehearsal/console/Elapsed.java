package io.jenkins.plugins.delivery.rehearsal.console;

import java.time.Duration;
import java.util.Locale;

/** A length of time as people say it. */
final class Elapsed {
    private Elapsed() {}

    static String text(Duration time) {
        long millis = Math.max(0, time.toMillis());
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        if (time.toHours() == 0) {
            return withRest(time.toMinutes(), "min", time.toSecondsPart(), "s");
        }
        return withRest(time.toHours(), "h", time.toMinutesPart(), "min");
    }

    private static String withRest(long whole, String unit, int rest, String restUnit) {
        return whole + " " + unit + (rest == 0 ? "" : " " + rest + " " + restUnit);
    }
}
