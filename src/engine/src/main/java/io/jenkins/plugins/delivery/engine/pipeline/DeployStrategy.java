package io.jenkins.plugins.delivery.engine.pipeline;

import java.util.List;

/** The words for how a release takes over, as {@code deployTo} takes them. */
public final class DeployStrategy {
    /** All of them. */
    public static final List<String> WORDS = List.of("rolling", "canary", "blue-green", "compose");

    private DeployStrategy() {}
}
