package io.jenkins.plugins.delivery.engine.rollout.status;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.rollout.RolloutRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Kubernetes Events of a rollout, as {@code kubectl describe} and {@code kubectl get events} show them. The same thing
 * said twice about one rollout is one Event with a count, whoever says it.
 */
public final class RolloutEvents {
    private static final int LONGEST = 1000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_INSTANT;

    private final Cluster cluster;
    private final String source;
    private final Clock clock;

    /** @param source who says it */
    public RolloutEvents(Cluster cluster, String source, Clock clock) {
        this.cluster = cluster;
        this.source = source;
        this.clock = clock;
    }

    /** Something went as it should. */
    public void normal(String app, String rollout, String reason, String message) {
        record(app, rollout, "Normal", reason, message);
    }

    /** Something that a person should know. */
    public void warning(String app, String rollout, String reason, String message) {
        record(app, rollout, "Warning", reason, message);
    }

    private void record(String app, String rollout, String type, String reason, String message) {
        String text = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        String name = name(app, rollout, reason, text);
        Optional<Event> before = cluster.find(Event.class, name);
        if (before.isPresent()) {
            again(before.get());
            return;
        }
        try {
            cluster.create(event(name, app, rollout, type, reason, text));
        } catch (ClusterException e) {
            if (e.kind() != ClusterException.Kind.CONFLICT) {
                throw e;
            }
        }
    }

    private void again(Event event) {
        int count = event.getCount() == null ? 1 : event.getCount();
        cluster.patch(event, Map.of("count", count + 1, "lastTimestamp", now()));
    }

    private Event event(String name, String app, String rollout, String type, String reason, String message) {
        return new EventBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(cluster.namespace())
                .addToLabels(Labels.NAME, app)
                .addToLabels(Labels.MANAGED_BY, Labels.US)
                .addToAnnotations(Labels.ROLLOUT, rollout)
                .endMetadata()
                .withInvolvedObject(about(app))
                .withType(type)
                .withReason(reason)
                .withMessage(message)
                .withNewSource()
                .withComponent(source)
                .endSource()
                .withReportingComponent(source)
                .withFirstTimestamp(now())
                .withLastTimestamp(now())
                .withCount(1)
                .build();
    }

    /** The application's Deployment, where there is one of its name; its record otherwise. */
    private ObjectReference about(String app) {
        Optional<? extends HasMetadata> object = cluster.find(Deployment.class, app);
        if (object.isEmpty()) {
            object = cluster.find(ConfigMap.class, RolloutRecord.name(app));
        }
        return object.map(there -> new ObjectReferenceBuilder()
                        .withApiVersion(there.getApiVersion())
                        .withKind(there.getKind())
                        .withUid(there.getMetadata().getUid())
                        .withName(there.getMetadata().getName())
                        .withNamespace(cluster.namespace())
                        .build())
                .orElseGet(() -> new ObjectReferenceBuilder()
                        .withApiVersion("v1")
                        .withKind("ConfigMap")
                        .withName(RolloutRecord.name(app))
                        .withNamespace(cluster.namespace())
                        .build());
    }

    private static String name(String app, String rollout, String reason, String message) {
        String identity = String.join("\n", rollout, reason, message);
        return app + "." + UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    }

    private String now() {
        return TIME.format(clock.instant().atZone(ZoneOffset.UTC).toInstant());
    }
}
