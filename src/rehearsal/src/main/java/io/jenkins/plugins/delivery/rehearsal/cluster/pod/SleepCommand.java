package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes a hook that does nothing but wait, so that it can wait in virtual time. */
final class SleepCommand {
    private static final Pattern SLEEP = Pattern.compile("(?:(?:/\\S+/)?(?:ba)?sh -c )?(?:/\\S+/)?sleep (\\d+)s?");

    private SleepCommand() {}

    static Optional<Duration> duration(List<String> command) {
        Matcher matcher = SLEEP.matcher(String.join(" ", command).trim());
        return matcher.matches() ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }
}
