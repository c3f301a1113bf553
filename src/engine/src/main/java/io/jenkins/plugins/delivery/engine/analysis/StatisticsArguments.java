package io.jenkins.plugins.delivery.engine.analysis;

import io.jenkins.plugins.delivery.engine.analysis.stats.EffectSize;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Reads how a statistical judge is to work. */
final class StatisticsArguments {
    private static final List<String> ALL = List.of("confidence", "tolerance", "effectSize", "nan", "outliers", "step");
    private static final List<String> MANN_WHITNEY_ONLY = List.of("tolerance", "effectSize", "nan", "outliers");

    private StatisticsArguments() {}

    static Statistics parse(ArgumentMap map, JudgeKind judge) {
        List<String> useless =
                judge == JudgeKind.MANN_WHITNEY ? List.of() : judge == JudgeKind.SEQUENTIAL ? MANN_WHITNEY_ONLY : ALL;
        for (String key : useless) {
            if (map.has(key)) {
                throw new ArgumentException(
                        map.place(key),
                        "it means nothing to judge: '" + judge.id() + "'; say judge: 'mann-whitney'"
                                + (MANN_WHITNEY_ONLY.contains(key) ? "" : " or 'sequential'"));
            }
        }
        Statistics otherwise = Statistics.DEFAULT;
        return new Statistics(
                LimitArguments.between(map, "confidence", otherwise.confidence(), 0.5, 1),
                LimitArguments.between(map, "tolerance", otherwise.tolerance(), -Double.MIN_VALUE, 10),
                effect(map),
                choice(map, "nan", List.of("remove", "zero")).equals("zero"),
                choice(map, "outliers", List.of("keep", "remove")).equals("remove"),
                step(map));
    }

    private static EffectSize effect(ArgumentMap map) {
        String word = choice(map, "effectSize", List.of("mean-ratio", "cles"));
        return EffectSize.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String choice(ArgumentMap map, String key, List<String> words) {
        return map.has(key) ? Choices.pick(map.place(key), "value", map.raw(key), words) : words.get(0);
    }

    private static Duration step(ArgumentMap map) {
        Duration step = map.duration("step", Statistics.DEFAULT.step());
        if (step.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new ArgumentException(map.place("step"), "a step is a second at least");
        }
        return Duration.ofSeconds(step.toSeconds());
    }
}
