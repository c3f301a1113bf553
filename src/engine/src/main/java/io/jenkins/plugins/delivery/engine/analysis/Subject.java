package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whose metrics are asked for, and over how long.
 *
 * <p>A query may have the placeholders {@code {{namespace}}}, {@code {{app}}}, {@code {{workload}}} (the Deployment),
 * {@code {{pods}}} and {@code {{service}}} (regular expressions), {@code {{canary}}} ({@code !=} of the new version and
 * {@code =} of the other, for a label that only the canary has) and {@code {{window}}}.
 *
 * @param namespace Kubernetes namespace of the pods
 * @param app the application
 * @param canary the new version
 * @param stable the version that serves
 * @param baseline fresh pods of the version that serves, if there are any
 * @param window length of the range that rates are taken over
 * @param since when the new version first had traffic; null for a window ago
 * @param sharedUntil when the stable version lost its traffic; null while it has some
 * @param past values of each metric in the last good releases, newest first
 */
public record Subject(
        String namespace,
        String app,
        Side canary,
        Side stable,
        @CheckForNull Side baseline,
        Duration window,
        @CheckForNull Instant since,
        @CheckForNull Instant sharedUntil,
        Map<String, List<Double>> past) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    public Subject {
        past = Map.copyOf(past);
        for (String name : List.of(namespace, app, canary.workload(), stable.workload())) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("'" + name + "' is not the name of a Kubernetes object");
            }
        }
    }

    /** The subject of a rollout between two Deployments. */
    public static Subject ofDeployments(String namespace, String app, String canary, String stable, Duration window) {
        return new Subject(
                namespace, app, Side.of(app, canary), Side.of(app, stable), null, window, null, null, Map.of());
    }

    /** The same, with fresh pods of the stable version to compare with. */
    public Subject withBaseline(String workload) {
        Side fresh = Side.of(app, workload);
        return new Subject(namespace, app, canary, stable, fresh, window, since, sharedUntil, past);
    }

    /** The same, with the time at which the new version first had traffic. */
    public Subject servingSince(@CheckForNull Instant first) {
        return new Subject(namespace, app, canary, stable, baseline, window, first, sharedUntil, past);
    }

    /** The same, with the time at which the stable version lost its traffic. */
    public Subject sharedUntil(@CheckForNull Instant last) {
        return new Subject(namespace, app, canary, stable, baseline, window, since, last, past);
    }

    /** The same, with what the last good releases were measured at. */
    public Subject remembering(Map<String, List<Double>> values) {
        return new Subject(namespace, app, canary, stable, baseline, window, since, sharedUntil, values);
    }

    /** What the new version is compared with. Behind the same Service at the same time it would be itself. */
    Side control() {
        Side control = baseline == null ? stable : baseline;
        boolean itself = sharedUntil == null && control.service().equals(canary.service());
        return itself ? control.withoutService() : control;
    }

    /** How people call what the new version is compared with. */
    String controlName() {
        return baseline == null ? "stable" : "the baseline";
    }

    String fill(String query, Side side, Duration range) {
        return query.replace("{{namespace}}", namespace)
                .replace("{{app}}", app)
                .replace("{{workload}}", side.workload())
                .replace("{{pods}}", side.pods())
                .replace("{{service}}", side.service())
                .replace("{{canary}}", side.canary() ? "!=" : "=")
                .replace("{{window}}", Math.max(1, range.toSeconds()) + "s");
    }
}
