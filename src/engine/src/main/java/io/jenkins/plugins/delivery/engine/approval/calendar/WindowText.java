package io.jenkins.plugins.delivery.engine.approval.calendar;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A window as people write it. */
final class WindowText {
    static final String ARGUMENT = "window";
    static final String EXAMPLE = "write days, times and a zone: Mon-Fri 09:00-16:00 Europe/Berlin";
    private static final Pattern SHAPE =
            Pattern.compile("(?:(.*?)\\s+)?(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})\\s+(\\S+)");

    private final String text;

    WindowText(String text) {
        this.text = text.strip();
    }

    DeploymentWindow window() {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new ArgumentException(ARGUMENT, "'" + text + "' is no window; " + EXAMPLE);
        }
        LocalTime from = time(matcher.group(2), false);
        LocalTime to = time(matcher.group(3), true);
        return new DeploymentWindow(days(matcher.group(1)), from, to, zone(matcher.group(4)));
    }

    private static DayRule days(@CheckForNull String words) {
        return words == null || words.isBlank() ? DayRule.EVERY_DAY : new DayText(words.strip()).rule();
    }

    /** The end of a day is 24:00 or 00:00, its beginning 00:00 alone. */
    private LocalTime time(String word, boolean end) {
        try {
            return end && word.equals("24:00")
                    ? LocalTime.MIDNIGHT
                    : LocalTime.parse(word.length() == 4 ? "0" + word : word);
        } catch (DateTimeException e) {
            throw new ArgumentException(ARGUMENT, "'" + word + "' in '" + text + "' is no time of a day");
        }
    }

    private static ZoneId zone(String name) {
        Set<String> known = ZoneId.getAvailableZoneIds();
        return ZoneId.of(known.contains(name) ? name : Choices.pick(ARGUMENT, "time zone", name, nearby(name, known)));
    }

    /** Of six hundred zones, an error lists those that share the region or the city. */
    private static List<String> nearby(String name, Set<String> known) {
        String region = name.contains("/") ? name.substring(0, name.indexOf('/') + 1) : name;
        List<String> same = known.stream()
                .filter(zone -> zone.regionMatches(true, 0, region, 0, region.length()))
                .sorted()
                .limit(100)
                .toList();
        return same.isEmpty() ? List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo") : same;
    }
}
