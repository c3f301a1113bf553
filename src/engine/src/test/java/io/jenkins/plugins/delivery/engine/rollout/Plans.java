package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.analysis.MetricArguments;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.ManifestFile;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Plans for one application, {@code shop}, of four pods. */
final class Plans {
    private static final String YAML = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: shop-config}
            data: {greeting: hello VERSION}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              replicas: 4
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec:
                  containers:
                    - {name: shop, image: registry/shop:0}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: shop}
            spec:
              selector: {app: shop}
              ports: [{port: 80, targetPort: 8080}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: shop}
            spec:
              ingressClassName: nginx
              rules:
                - host: shop.example.com
                  http:
                    paths:
                      - {path: /, pathType: Prefix, backend: {service: {name: shop, port: {number: 80}}}}
            """;

    private Plans() {}

    static List<MetricSpec> errorRate() {
        return MetricArguments.parse(
                "metrics", List.of(Map.of("preset", "error-rate", "max", 0.01)), List.of("prometheus"));
    }

    static Manifests manifests(String version) {
        String text = YAML.replace("VERSION", version);
        Manifests manifests =
                Manifests.read(List.of(new ManifestFile("deploy/shop.yaml", text)), FakeCluster.NAMESPACE);
        return Images.substitute(manifests, "shop", "registry/shop:" + version);
    }

    static RolloutPlan blueGreen(String version) {
        return plan(
                StrategyKind.BLUE_GREEN,
                version,
                "nginx",
                List.of(),
                manifests(version).documents(),
                "");
    }

    static RolloutPlan canary(String version, String router, MetricSpec... metrics) {
        return plan(
                StrategyKind.CANARY,
                version,
                router,
                List.of(metrics),
                manifests(version).documents(),
                "");
    }

    static RolloutPlan rolling(String version) {
        return plan(
                StrategyKind.ROLLING,
                version,
                "nginx",
                List.of(),
                manifests(version).documents(),
                "");
    }

    /** The same application as a StatefulSet. */
    static RolloutPlan ordered(String version) {
        String text = YAML.replace("VERSION", version).replace("kind: Deployment", "kind: StatefulSet");
        Manifests manifests =
                Manifests.read(List.of(new ManifestFile("deploy/shop.yaml", text)), FakeCluster.NAMESPACE);
        List<String> documents =
                Images.substitute(manifests, "shop", "registry/shop:" + version).documents();
        return plan(StrategyKind.ROLLING, version, "nginx", List.of(), documents, "");
    }

    static RolloutPlan rollback(String to) {
        return plan(StrategyKind.ROLLBACK, "", "nginx", List.of(), List.of(), to);
    }

    private static int number;

    private static RolloutPlan plan(
            StrategyKind strategy,
            String version,
            String router,
            List<MetricSpec> metrics,
            List<String> manifests,
            String to) {
        Timing timing = new Timing(
                Duration.ofHours(1),
                Duration.ofMinutes(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(2),
                Duration.ZERO,
                strategy == StrategyKind.ROLLBACK ? Duration.ZERO : Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ofMinutes(10));
        String id = strategy + "-" + version + to + "-" + number++;
        Target target = new Target("production", "main", FakeCluster.NAMESPACE, Target.ReachableAt.DNS);
        return RolloutPlan.of(strategy, "shop", target, timing)
                .by(id, "shop #" + id)
                .releasing(version, manifests)
                .routing(CanaryPlan.of(List.of(25, 50, 100), router))
                .judgedBy(metrics)
                .checkedByPipeline(strategy != StrategyKind.ROLLBACK)
                .backTo(to);
    }
}
