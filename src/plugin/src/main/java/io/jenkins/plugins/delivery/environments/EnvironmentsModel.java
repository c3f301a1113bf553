package io.jenkins.plugins.delivery.environments;

import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.engine.approval.calendar.Freeze;
import io.jenkins.plugins.delivery.engine.record.DeploymentOutcome;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.engine.record.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jenkins.model.Jenkins;

/**
 * The environments as JSON: what runs there, what waits, when they are frozen.
 *
 * @param history what who looks may see
 * @param waiting requests for approval that they may see, by environment
 * @param now what time it is
 */
public record EnvironmentsModel(VisibleHistory history, Map<String, List<Map<String, Object>>> waiting, Instant now) {
    /** Everything, the environments in the order in which releases go through them, then others by name. */
    public Map<String, Object> json() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("environments", names().stream().map(this::environment).toList());
        model.put("damagedLines", history.damagedLines());
        return model;
    }

    /** Environments that who looks may know of: all for who may see everything, else those with something to see. */
    public Set<String> names() {
        Set<String> found = new TreeSet<>(waiting.keySet());
        history.deployments().forEach(record -> found.add(record.environment()));
        boolean all = Jenkins.get().hasPermission(DeliveryPermissions.VIEW);
        Set<String> names = new LinkedHashSet<>();
        for (EnvironmentSettings environment : DeliveryConfiguration.get().environmentsInOrder()) {
            if (all || found.contains(environment.getName())) {
                names.add(environment.getName());
            }
        }
        names.addAll(found);
        return names;
    }

    private Map<String, Object> environment(String name) {
        Map<String, Object> model = new LinkedHashMap<>();
        Optional<EnvironmentSettings> settings = DeliveryConfiguration.get().knownEnvironment(name);
        model.put("name", name);
        model.put("colour", settings.map(EnvironmentSettings::getColour).orElse(null));
        model.put(
                "promotedFrom",
                settings.map(EnvironmentSettings::getPromotedFrom).orElse(null));
        model.put(
                "applications",
                history.byApplication(name).values().stream()
                        .map(this::application)
                        .toList());
        model.put("waiting", waiting.getOrDefault(name, List.of()));
        model.put("freezes", freezes(name));
        return model;
    }

    private Map<String, Object> application(List<DeploymentRecord> records) {
        DeploymentRecord last = records.get(records.size() - 1);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("application", last.application());
        model.put(
                "running",
                records.stream()
                        .filter(record -> record.outcome() == DeploymentOutcome.SUCCEEDED)
                        .reduce((earlier, later) -> later)
                        .map(EnvironmentsModel::deployment)
                        .orElse(null));
        model.put("lastAttempt", deployment(last));
        model.put("certain", last.outcome() != DeploymentOutcome.STUCK);
        model.put("openIncidents", incidents(last));
        return model;
    }

    private static Map<String, Object> deployment(DeploymentRecord record) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("id", record.id());
        model.put("version", record.version());
        model.put("image", record.image());
        model.put("strategy", record.strategy());
        model.put("outcome", record.outcome().name());
        model.put("reason", record.reason());
        model.put("since", record.finishedAt().toString());
        model.put("startedBy", record.startedBy());
        model.put("approvedBy", record.approvedBy());
        model.put("build", record.build());
        return model;
    }

    private List<Map<String, Object>> incidents(DeploymentRecord where) {
        List<Map<String, Object>> open = new ArrayList<>();
        for (Incident incident : history.incidents()) {
            if (incident.resolvedAt() == null
                    && incident.application().equals(where.application())
                    && incident.environment().equals(where.environment())) {
                open.add(Incidents.json(incident));
            }
        }
        return open;
    }

    private List<Map<String, Object>> freezes(String environment) {
        List<Map<String, Object>> models = new ArrayList<>();
        for (Freeze freeze :
                DeliveryConfiguration.get().calendar(environment, List.of()).freezesFrom(now)) {
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("reason", freeze.reason());
            model.put("begins", freeze.begins().toString());
            model.put("ends", freeze.ends().toString());
            model.put("zone", freeze.zone().getId());
            model.put("now", freeze.contains(now));
            models.add(model);
        }
        return models;
    }
}
