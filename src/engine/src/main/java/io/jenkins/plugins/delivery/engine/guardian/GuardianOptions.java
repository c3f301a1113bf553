package io.jenkins.plugins.delivery.engine.guardian;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rollout tells its guardian, as {@code --name=value}.
 *
 * @param app the application
 * @param namespace of the application
 * @param rollout id of the rollout that is watched
 * @param after how long nobody may renew the lease
 * @param lifetime when it gives up whatever happens
 */
record GuardianOptions(String app, String namespace, String rollout, Duration after, Duration lifetime) {
    private static final Set<String> NAMES = Set.of("app", "namespace", "rollout", "after", "lifetime");

    /** @throws IllegalArgumentException naming what is missing, unknown or no duration */
    static GuardianOptions parse(List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals > 2 && argument.startsWith("--") ? argument.substring(2, equals) : argument;
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("unknown argument " + argument + "; known are " + NAMES);
            }
            values.put(name, argument.substring(equals + 1));
        }
        return new GuardianOptions(
                value(values, "app"),
                value(values, "namespace"),
                value(values, "rollout"),
                duration(values, "after"),
                duration(values, "lifetime"));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    private static Duration duration(Map<String, String> values, String name) {
        String text = value(values, name);
        try {
            Duration duration = Duration.parse(text);
            if (duration.isZero() || duration.isNegative()) {
                throw new IllegalArgumentException("--" + name + "=" + text + " is not longer than nothing");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--" + name + "=" + text + " is no ISO-8601 duration, such as PT10M", e);
        }
    }
}
