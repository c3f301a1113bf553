package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import java.time.Instant;
import java.util.List;

/** Collects what is to be different in a copy of a plan: the one place that knows all of its fields. */
final class PlanCopy {
    private String id = "";
    private String holder = "";
    private String app;
    private String version = "";
    private final Target target;
    private StrategyKind strategy;
    private List<String> manifests = List.of();
    private List<MetricSpec> metrics = List.of();
    private Timing timing;
    private boolean body;
    private boolean takeOver;
    private String to = "";
    private CanaryPlan canary = CanaryPlan.NONE;
    private BlueGreenPlan blueGreen = BlueGreenPlan.SERVICE;
    private Guard guard = Guard.NONE;
    private GroupPlan group = GroupPlan.NONE;

    @CheckForNull
    private String schemaFloor;

    @CheckForNull
    private Instant began;

    @CheckForNull
    private String origin;

    private boolean newestWins;

    PlanCopy(StrategyKind strategy, String app, Target target, Timing timing) {
        this.strategy = strategy;
        this.app = app;
        this.target = target;
        this.timing = timing;
    }

    PlanCopy(RolloutPlan of) {
        this(of.strategy(), of.app(), of.target(), of.timing());
        id = of.id();
        holder = of.holder();
        version = of.version();
        manifests = of.manifests();
        metrics = of.metrics();
        body = of.body();
        takeOver = of.takeOver();
        to = of.to();
        canary = of.canary();
        blueGreen = of.blueGreen();
        guard = of.guard();
        group = of.group();
        schemaFloor = of.schemaFloor();
        began = of.began();
        origin = of.origin();
        newestWins = of.newestWins();
    }

    PlanCopy app(String value) {
        app = value;
        return this;
    }

    PlanCopy id(String value) {
        id = value;
        return this;
    }

    PlanCopy holder(String value) {
        holder = value;
        return this;
    }

    PlanCopy version(String value) {
        version = value;
        return this;
    }

    PlanCopy strategy(StrategyKind value) {
        strategy = value;
        return this;
    }

    PlanCopy manifests(List<String> value) {
        manifests = value;
        return this;
    }

    PlanCopy metrics(List<MetricSpec> value) {
        metrics = value;
        return this;
    }

    PlanCopy timing(Timing value) {
        timing = value;
        return this;
    }

    PlanCopy body(boolean value) {
        body = value;
        return this;
    }

    PlanCopy takeOver(boolean value) {
        takeOver = value;
        return this;
    }

    PlanCopy to(String value) {
        to = value;
        return this;
    }

    PlanCopy canary(CanaryPlan value) {
        canary = value;
        return this;
    }

    PlanCopy blueGreen(BlueGreenPlan value) {
        blueGreen = value;
        return this;
    }

    PlanCopy guard(Guard value) {
        guard = value;
        return this;
    }

    PlanCopy group(GroupPlan value) {
        group = value;
        return this;
    }

    PlanCopy schemaFloor(@CheckForNull String value) {
        schemaFloor = value;
        return this;
    }

    PlanCopy began(@CheckForNull Instant value) {
        began = value;
        return this;
    }

    PlanCopy origin(@CheckForNull String value) {
        origin = value;
        return this;
    }

    PlanCopy newestWins(boolean value) {
        newestWins = value;
        return this;
    }

    RolloutPlan build() {
        return new RolloutPlan(
                id,
                holder,
                app,
                version,
                target,
                strategy,
                manifests,
                metrics,
                timing,
                body,
                takeOver,
                to,
                canary,
                blueGreen,
                guard,
                group,
                schemaFloor,
                began,
                origin,
                newestWins);
    }
}
