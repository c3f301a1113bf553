package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.traffic.Match;
import io.jenkins.plugins.delivery.engine.traffic.Slack;
import io.jenkins.plugins.delivery.engine.traffic.TrafficRouters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads what a Jenkinsfile says about the steps of a canary, and explains what makes no sense. */
final class CanaryArguments {
    private static final Pattern OBJECT = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    private CanaryArguments() {}

    /** Whole numbers that rise, from 1 to 100. */
    static List<Integer> weights(List<?> given) {
        int before = 0;
        List<Integer> checked = new ArrayList<>();
        for (Object weight : given) {
            if (!(weight instanceof Integer percent) || percent < 1 || percent > 100) {
                throw new ArgumentException(
                        "weights", "'" + weight + "' is no whole number from 1 to 100, as in [5, 25, 50, 100]");
            }
            if (percent <= before) {
                throw new ArgumentException("weights", "they have to rise, but " + percent + " follows " + before);
            }
            before = percent;
            checked.add(percent);
        }
        if (checked.isEmpty()) {
            throw new ArgumentException("weights", "say at least one, as in [5, 25, 50, 100], or leave it out");
        }
        return checked;
    }

    /** Weights at which somebody decides; 0 for the step of chosen users. */
    static List<Integer> pauses(List<?> given, List<Integer> weights, Match match) {
        List<Integer> checked = new ArrayList<>();
        for (Object pause : given) {
            boolean users = Integer.valueOf(0).equals(pause);
            if (users && match.none()) {
                throw new ArgumentException(
                        "pauseAt", "0 means the step of chosen users, and match: says of none; say match:, too");
            }
            if (!users && !weights.contains(pause)) {
                throw new ArgumentException(
                        "pauseAt",
                        "'" + pause + "' is none of the weights " + weights + ", so it would never pause there");
            }
            checked.add((Integer) pause);
        }
        return checked;
    }

    static Match match(@CheckForNull Map<?, ?> given) {
        if (given == null) {
            return Match.NONE;
        }
        ArgumentMap map = ArgumentMap.of("match", given, Set.of("header", "cookie"));
        try {
            Match match = new Match(texts(map, "header"), texts(map, "cookie"));
            if (match.none()) {
                throw new ArgumentException(
                        "match", "it names no users; say header: ['x-beta': 'true'] or cookie: […]");
            }
            return match;
        } catch (ArgumentException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ArgumentException("match", e.getMessage());
        }
    }

    private static Map<String, String> texts(ArgumentMap map, String key) {
        Object value = map.raw(key);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> pairs)) {
            throw new ArgumentException(
                    map.place(key), "expected names and values, as in ['x-beta': 'true'], but it is '" + value + "'");
        }
        Map<String, String> texts = new TreeMap<>();
        pairs.forEach((name, text) -> texts.put(String.valueOf(name), String.valueOf(text)));
        return texts;
    }

    /** How far the number of pods may be off, which only a router that splits by it can mind. */
    static Slack slack(@CheckForNull String surge, @CheckForNull String unavailable, String router) {
        if (surge == null && unavailable == null) {
            return Slack.DEFAULT;
        }
        String argument = surge == null ? "maxUnavailable" : "maxSurge";
        if (!TrafficRouters.named(router).sharesService()) {
            throw new ArgumentException(
                    argument, "router '" + router + "' does not split by the number of pods; only 'replicas' does");
        }
        try {
            Slack otherwise = Slack.DEFAULT;
            return new Slack(
                    surge == null ? otherwise.maxSurge() : surge,
                    unavailable == null ? otherwise.maxUnavailable() : unavailable);
        } catch (IllegalArgumentException e) {
            throw new ArgumentException(argument, e.getMessage());
        }
    }

    static boolean baseline(boolean wanted, String router, boolean measured) {
        if (wanted && TrafficRouters.named(router).sharesService()) {
            throw new ArgumentException(
                    "baseline",
                    "router '" + router
                            + "' splits by the number of pods, which baseline pods would change; use a router"
                            + " that splits by weight, or leave it out");
        }
        if (wanted && !measured) {
            throw new ArgumentException("baseline", "there is nothing to compare; say metrics, too");
        }
        return wanted;
    }

    /** Name of an object of Kubernetes; null stays null. */
    @CheckForNull
    static String object(String argument, @CheckForNull String name) {
        if (name != null && !OBJECT.matcher(name).matches()) {
            throw new ArgumentException(argument, "'" + name + "' names no object of Kubernetes");
        }
        return name;
    }
}
