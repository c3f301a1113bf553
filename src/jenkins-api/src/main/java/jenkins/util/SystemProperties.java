package jenkins.util;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;

public class SystemProperties {
    public static void allowOnAgent(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String getString(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String getString(String text, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String getString(String text, String text2, Level level) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean getBoolean(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean getBoolean(String text, boolean flag) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Boolean optBoolean(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Duration getDuration(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Duration getDuration(String text, ChronoUnit chronoUnit) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Duration getDuration(String text, Duration duration) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Duration getDuration(String text, ChronoUnit chronoUnit, Duration duration) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Integer getInteger(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Integer getInteger(String text, Integer integer) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Integer getInteger(String text, Integer integer, Level level) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Long getLong(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Long getLong(String text, Long long_) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Long getLong(String text, Long long_, Level level) {
        throw new UnsupportedOperationException("unwritten");
    }
}
