package io.jenkins.plugins.delivery.engine.approval.calendar;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What somebody says about when to deploy: open in any of the allowed windows, but in none of the denied ones.
 *
 * @param text the rules as people wrote them
 * @param allowed empty means always
 * @param denied these win
 */
public record OpeningHours(String text, List<DeploymentWindow> allowed, List<DeploymentWindow> denied) {
    private static final String DENY = "deny ";

    public OpeningHours {
        allowed = List.copyOf(allowed);
        denied = List.copyOf(denied);
    }

    /**
     * Reads rules, one a line or separated by semicolons, each a window as {@link DeploymentWindow#parse} reads it; one that
     * begins with {@code deny} closes.
     *
     * @throws ArgumentException if one of them is not written so, or there is none
     */
    public static OpeningHours parse(String text) {
        List<DeploymentWindow> allowed = new ArrayList<>();
        List<DeploymentWindow> denied = new ArrayList<>();
        List<String> rules = text.lines()
                .flatMap(line -> List.of(line.split(";")).stream())
                .map(String::strip)
                .filter(rule -> !rule.isEmpty())
                .toList();
        for (String rule : rules) {
            boolean closes = rule.toLowerCase(Locale.ROOT).startsWith(DENY);
            (closes ? denied : allowed).add(DeploymentWindow.parse(closes ? rule.substring(DENY.length()) : rule));
        }
        if (rules.isEmpty()) {
            throw new ArgumentException("window", "'" + text + "' is no window; " + WindowText.EXAMPLE);
        }
        return new OpeningHours(String.join("; ", rules), allowed, denied);
    }

    /** Whether it is open at that moment. */
    public boolean contains(Instant instant) {
        return (allowed.isEmpty() || allowed.stream().anyMatch(window -> window.contains(instant)))
                && denied.stream().noneMatch(window -> window.contains(instant));
    }
}
