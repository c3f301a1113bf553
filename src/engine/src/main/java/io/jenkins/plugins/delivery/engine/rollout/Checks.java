package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Readiness;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.time.Duration;
import java.util.Optional;

/** Moves that every strategy makes alike: becoming ready, and the pipeline's own checks. */
final class Checks {
    private static final Duration WHILE_BODY_RUNS = Duration.ofSeconds(30);

    private Checks() {}

    /** Goes on when a Deployment is rolled out completely, goes back when it cannot be or takes too long. */
    static Move ready(Scene scene, String deployment, Phase next) {
        Optional<Deployment> observed = scene.cluster().find(Deployment.class, deployment);
        Readiness readiness = Workloads.readiness(scene.cluster(), observed);
        String words = "Deployment '" + deployment + "': " + readiness.reason();
        if (readiness instanceof Readiness.Ready) {
            return scene.go(next, words);
        }
        return readiness instanceof Readiness.Failed
                ? scene.back(Ending.Cause.UNHEALTHY, words)
                : scene.stayUntilLate(words);
    }

    /** Lets the driver run the pipeline's checks against a Service, once for each key. */
    static Move body(Scene scene, String key, String service, Phase next) {
        BodyCheck body = scene.state().body();
        if (!scene.plan().body()) {
            return scene.go(next, "the pipeline has no checks of its own");
        }
        if (body == null || !body.key().equals(key)) {
            return wanted(scene, key, service);
        }
        return switch (body.status()) {
            case PASSED -> scene.go(next, "the checks passed at " + key);
            case FAILED -> scene.back(Ending.Cause.UNHEALTHY, "the checks failed at " + key + ": " + body.reason());
            case WANTED, RUNNING -> scene.stay(scene.state(), running(body), WHILE_BODY_RUNS);
        };
    }

    private static Move wanted(Scene scene, String key, String service) {
        Optional<String> url = nobodyCalls(scene, service)
                ? Optional.of("")
                : ServiceAddress.of(scene.cluster(), scene.plan().target(), service);
        if (url.isEmpty()) {
            return scene.stayUntilLate("Service '" + service + "' has no address to check yet");
        }
        BodyCheck body = new BodyCheck(key, url.get(), BodyCheck.Status.WANTED, null);
        return scene.stay(scene.state().copy().body(body).build(), running(body), WHILE_BODY_RUNS);
    }

    /** A worker has no Service, and so no address: its checks look at something else. */
    private static boolean nobodyCalls(Scene scene, String service) {
        return scene.plan().strategy() == StrategyKind.ROLLING
                && scene.cluster().find(Service.class, service).isEmpty();
    }

    private static String running(BodyCheck body) {
        return body.url().isEmpty()
                ? "the checks run; there is no Service to ask"
                : "the checks run against " + body.url();
    }
}
