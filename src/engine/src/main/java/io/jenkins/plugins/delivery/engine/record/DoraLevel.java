package io.jenkins.plugins.delivery.engine.record;

/**
 * The four groups of the Accelerate State of DevOps report of 2023, with the limits that Apache DevLake uses for that
 * year. Other years draw them elsewhere; {@link #YEAR} belongs beside every one that is shown.
 */
public enum DoraLevel {
    ELITE,
    HIGH,
    MEDIUM,
    LOW;

    /** Of the report. */
    public static final int YEAR = 2023;

    private static final double DAY = 24 * 60;

    /** Five days a week, one a week, one a month. */
    static DoraLevel ofFrequency(double daysAWeek) {
        return ascending(-daysAWeek, -5, -1, -12 / 52.0);
    }

    /** A day, a week, thirty days. */
    static DoraLevel ofLeadTime(double minutes) {
        return ascending(minutes, DAY, 7 * DAY, 30 * DAY);
    }

    /** 5, 10 and 15 percent. */
    static DoraLevel ofFailureRate(double percent) {
        return ascending(percent, 5, 10, 15);
    }

    /** An hour, a day, a week. */
    static DoraLevel ofRestoreTime(double minutes) {
        return ascending(minutes, 60, DAY, 7 * DAY);
    }

    private static DoraLevel ascending(double value, double elite, double high, double medium) {
        if (value <= elite) {
            return ELITE;
        }
        if (value <= high) {
            return HIGH;
        }
        return value <= medium ? MEDIUM : LOW;
    }
}
