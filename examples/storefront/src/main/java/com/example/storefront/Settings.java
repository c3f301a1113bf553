package com.example.storefront;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the environment says.
 *
 * @param port where to listen; 0 takes a free one
 * @param database JDBC address of the SQLite database that all pods of one environment share; without one, a pod keeps
 *     a database of its own, which is good for trying the shop out
 * @param version the release that answers at {@code /version}
 * @param drain longest time to finish running requests after SIGTERM
 * @param drill what to do wrong on purpose
 */
public record Settings(int port, Optional<String> database, String version, Duration drain, Drill drill) {

    /** Reads {@code PORT}, {@code STOREFRONT_DATABASE}, {@code APP_VERSION}, {@code DRAIN_SECONDS} and the drill. */
    public static Settings from(Map<String, String> environment) {
        return new Settings(
                number(environment, "PORT", 8080, 65_535),
                Optional.ofNullable(environment.get("STOREFRONT_DATABASE")).filter(url -> !url.isBlank()),
                environment.getOrDefault("APP_VERSION", builtVersion()),
                Duration.ofSeconds(number(environment, "DRAIN_SECONDS", 10, 600)),
                Drill.from(environment));
    }

    static int number(Map<String, String> environment, String name, int otherwise, int max) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.trim());
            if (number >= 0 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with a number out of range
        }
        throw new IllegalArgumentException(name + " is \"" + value + "\", expected a number from 0 to " + max);
    }

    private static String builtVersion() {
        try (InputStream in = Settings.class.getResourceAsStream("/release.properties")) {
            Properties release = new Properties();
            release.load(in);
            return release.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
