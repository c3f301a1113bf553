package io.jenkins.plugins.delivery.engine.analysis;

import java.util.List;
import java.util.Locale;

/** How a metric is judged. */
public enum JudgeKind {
    /** One value against limits. */
    THRESHOLD,
    /** Two series over time, by the Mann-Whitney U test, as Kayenta does. */
    MANN_WHITNEY,
    /** Counts since the beginning, by a test that stays valid however often it is looked at. */
    SEQUENTIAL,
    /** No alert may fire. */
    ALERTS,
    /** All other metrics together. */
    SCORE;

    /** Those that a Jenkinsfile can choose for a metric. */
    static List<String> names() {
        return List.of(THRESHOLD.id(), MANN_WHITNEY.id(), SEQUENTIAL.id());
    }

    static JudgeKind named(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The name as a Jenkinsfile writes it. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean statistical() {
        return this == MANN_WHITNEY || this == SEQUENTIAL;
    }
}
