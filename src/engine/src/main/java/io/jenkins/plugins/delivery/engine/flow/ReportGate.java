package io.jenkins.plugins.delivery.engine.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one figure of a report has to be.
 *
 * @param figure id of the figure
 * @param min the least that passes, or null
 * @param max the most that passes, or null
 * @param maxIncrease how much more than in the last good build passes, or null
 * @param maxDecrease how much less than in the last good build passes, or null
 * @param result what becomes of the build otherwise
 */
public record ReportGate(
        String figure,
        @CheckForNull Double min,
        @CheckForNull Double max,
        @CheckForNull Change maxIncrease,
        @CheckForNull Change maxDecrease,
        Result result)
        implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> KEYS = Set.of("figure", "min", "max", "maxIncrease", "maxDecrease", "result");

    /** What a gate makes of the build. */
    public enum Result {
        UNSTABLE,
        FAILURE
    }

    /**
     * A difference to the last good build.
     *
     * @param amount 0 or more
     * @param relative whether the amount is a share of the figure then, where 0.2 means 20 %
     */
    public record Change(double amount, boolean relative) implements Serializable {
        private static final long serialVersionUID = 1L;

        double of(double before) {
            return relative ? Math.abs(before) * amount : amount;
        }
    }

    /** A gate that nothing over the limit passes. */
    public static ReportGate atMost(String figure, double max, Result result) {
        return new ReportGate(figure, null, max, null, null, result);
    }

    /**
     * Gates as a Jenkinsfile writes them: {@code [[figure: 'p95', max: 500, maxIncrease: '20%', result: 'UNSTABLE']]}.
     *
     * @param value list of maps
     * @throws ArgumentException for an unknown key or result, no figure, no limit, and what is no number
     */
    public static List<ReportGate> parse(String argument, @CheckForNull Object value) {
        List<ReportGate> gates = new ArrayList<>();
        for (ArgumentMap map : ArgumentMap.list(argument, value, KEYS)) {
            gates.add(parse(map));
        }
        return List.copyOf(gates);
    }

    private static ReportGate parse(ArgumentMap map) {
        String figure = map.text("figure")
                .orElseThrow(() -> new ArgumentException(map.place(), "say which figure it is about: [figure: …]"));
        ReportGate gate = new ReportGate(
                figure,
                number(map, "min"),
                number(map, "max"),
                change(map, "maxIncrease"),
                change(map, "maxDecrease"),
                map.has("result")
                        ? Choices.pick(map.place("result"), map.raw("result"), Result.class)
                        : Result.FAILURE);
        if (gate.min == null && gate.max == null && !gate.compares()) {
            throw new ArgumentException(
                    map.place(),
                    "a gate without a limit lets everything pass; say min, max, maxIncrease or maxDecrease");
        }
        return gate;
    }

    /** Whether it looks at the last good build. */
    boolean compares() {
        return maxIncrease != null || maxDecrease != null;
    }

    @CheckForNull
    private static Double number(ArgumentMap map, String key) {
        return map.has(key) ? map.number(key).getAsDouble() : null;
    }

    @CheckForNull
    private static Change change(ArgumentMap map, String key) {
        if (!map.has(key)) {
            return null;
        }
        String text = String.valueOf(map.raw(key)).strip();
        boolean relative = text.endsWith("%");
        try {
            double amount = Double.parseDouble(
                    relative ? text.substring(0, text.length() - 1).strip() : text);
            if (Double.isFinite(amount) && amount >= 0) {
                return new Change(relative ? amount / 100 : amount, relative);
            }
        } catch (NumberFormatException e) {
            // said below, together with the numbers that are none of a difference
        }
        throw new ArgumentException(map.place(key), "'" + text + "' is no difference; write 20% or a number");
    }
}
