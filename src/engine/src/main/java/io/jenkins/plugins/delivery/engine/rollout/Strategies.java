package io.jenkins.plugins.delivery.engine.rollout;

import java.util.Map;

/** The strategies there are. */
final class Strategies {
    private static final Map<StrategyKind, Strategy> ALL = Map.of(
            StrategyKind.BLUE_GREEN, new BlueGreenStrategy(),
            StrategyKind.CANARY, new CanaryStrategy(),
            StrategyKind.ROLLING, new RollingStrategy(),
            StrategyKind.ROLLBACK, new RollbackStrategy());

    private Strategies() {}

    /** The one that the plan of a rollout names. */
    static Strategy of(Scene scene) {
        return ALL.get(scene.plan().strategy());
    }
}
