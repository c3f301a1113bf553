package io.jenkins.plugins.delivery.engine.analysis.source;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Missing;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Value;
import io.jenkins.plugins.delivery.engine.analysis.MetricProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Kubernetes metrics API, {@code metrics.k8s.io}: how much of what it may have the fullest pod uses.
 *
 * <p>A query is {@code cpu <namespace>/<regular expression of pod names>}, or {@code memory …}. CPU is measured against
 * requests, memory against limits, and each against the other where that is not set.
 */
public final class KubernetesMetricsProvider implements MetricProvider {
    private static final Pattern QUERY = Pattern.compile("(cpu|memory) ([a-z0-9-]+)/(.+)");

    private final Callable<KubernetesClient> clients;
    private final Executor io;
    private final Duration timeout;

    /**
     * @param clients opens a client of the cluster; closed after each question
     * @param io where the calls run
     * @param timeout for one question
     */
    public KubernetesMetricsProvider(Callable<KubernetesClient> clients, Executor io, Duration timeout) {
        this.clients = clients;
        this.io = io;
        this.timeout = timeout;
    }

    @Override
    public CompletableFuture<Measurement> measure(String query, Instant at) {
        Matcher words = QUERY.matcher(query);
        if (!words.matches()) {
            return CompletableFuture.completedFuture(
                    new Failed("'" + query + "' is not a question about pods; take cpu-usage or memory-usage", true));
        }
        return CompletableFuture.supplyAsync(
                        () -> ask(words.group(1), words.group(2), Pattern.compile(words.group(3))), io)
                .completeOnTimeout(
                        new Failed("no answer of the metrics API within " + timeout.toSeconds() + " s"),
                        timeout.toMillis(),
                        TimeUnit.MILLISECONDS)
                .exceptionally(e -> new Failed("no answer of the metrics API: " + e.getMessage()));
    }

    private Measurement ask(String resource, String namespace, Pattern pods) {
        try (KubernetesClient client = clients.call()) {
            List<Pod> known = client.pods().inNamespace(namespace).list().getItems().stream()
                    .filter(pod -> pods.matcher(pod.getMetadata().getName()).matches())
                    .toList();
            return fullest(
                    resource, known, client.top().pods().metrics(namespace).getItems());
        } catch (KubernetesClientException e) {
            return new Failed("the metrics API answers " + e.getCode() + ": " + e.getMessage());
        } catch (Exception e) {
            return new Failed(String.valueOf(e.getMessage()));
        }
    }

    private static Measurement fullest(String resource, List<Pod> pods, List<PodMetrics> metrics) {
        double most = Double.NEGATIVE_INFINITY;
        for (Pod pod : pods) {
            String name = pod.getMetadata().getName();
            List<PodMetrics> used = metrics.stream()
                    .filter(one -> one.getMetadata().getName().equals(name))
                    .toList();
            if (used.isEmpty()) {
                return new Missing("no usage of pod " + name + " yet");
            }
            double allowed = allowed(pod, resource);
            if (!(allowed > 0)) {
                return new Missing("pod " + name + " has neither a request nor a limit of " + resource);
            }
            double usage = used.get(0).getContainers().stream()
                    .mapToDouble(container -> amount(container.getUsage(), resource))
                    .sum();
            most = Math.max(most, usage / allowed);
        }
        return pods.isEmpty() ? new Missing("no pods", true) : new Value(most);
    }

    /** NaN when one of the containers has neither. */
    private static double allowed(Pod pod, String resource) {
        return pod.getSpec().getContainers().stream()
                .mapToDouble(container -> {
                    var resources = container.getResources();
                    if (resources == null) {
                        return Double.NaN;
                    }
                    double request = amount(resources.getRequests(), resource);
                    double limit = amount(resources.getLimits(), resource);
                    return Stream.of(resource.equals("cpu") ? request : limit, resource.equals("cpu") ? limit : request)
                            .filter(number -> number > 0)
                            .findFirst()
                            .orElse(Double.NaN);
                })
                .sum();
    }

    private static double amount(Map<String, Quantity> amounts, String resource) {
        Quantity quantity = amounts == null ? null : amounts.get(resource);
        return quantity == null ? 0 : quantity.getNumericalAmount().doubleValue();
    }
}
