package io.jenkins.plugins.delivery.rehearsal.scenario;

import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.config.FreezeSettings;
import io.jenkins.plugins.delivery.config.MetricProviderSettings;
import io.jenkins.plugins.delivery.config.ScanGate;
import io.jenkins.plugins.delivery.config.ScannerSettings;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.NearestMatch;
import io.jenkins.plugins.delivery.rehearsal.cluster.TargetCluster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;

/** Binds {@code settings} of {@code rehearsal.yaml} to the plugin's own configuration, through its own descriptors. */
final class DeliverySettings {
    private static final Set<String> KEYS = new TreeSet<>(List.of(
            "clusters", "environments", "freezes", "metricProviders", "scanGates", "scanners", "smokeTestHosts"));
    private static final Set<String> WORDS = Set.of("allowedNamespaces", "allowedFolders", "requiredEvidence");

    private final RehearsalSettings settings;
    private final TargetCluster cluster;

    DeliverySettings(RehearsalSettings settings, TargetCluster cluster) {
        this.settings = settings;
        this.cluster = cluster;
    }

    void apply() {
        for (String key : settings.settings().keySet()) {
            if (!KEYS.contains(key)) {
                throw new ArgumentException(
                        "settings", "there is no setting '" + key + "'" + NearestMatch.hint(key, KEYS));
            }
        }
        DeliveryConfiguration configuration = DeliveryConfiguration.get();
        configuration.setMetricProviders(list("metricProviders", MetricProviderSettings.class));
        configuration.setClusters(list("clusters", ClusterSettings.class));
        configuration.setEnvironments(list("environments", EnvironmentSettings.class));
        configuration.setFreezes(list("freezes", FreezeSettings.class));
        configuration.setScanners(list("scanners", ScannerSettings.class));
        configuration.setScanGates(list("scanGates", ScanGate.class));
        configuration.setSmokeTestHosts(words(settings.settings().get("smokeTestHosts")));
    }

    /** The namespaces of all environments. */
    static List<String> namespaces(RehearsalSettings settings) {
        return new ArrayList<>(new TreeSet<>(environments(settings).values()));
    }

    /** The namespace of each environment. */
    static Map<String, String> environments(RehearsalSettings settings) {
        Map<String, String> namespaces = new LinkedHashMap<>();
        for (Map<String, Object> one : maps("environments", settings.settings().get("environments"))) {
            namespaces.put(
                    String.valueOf(one.get("name")), String.valueOf(one.getOrDefault("namespace", one.get("name"))));
        }
        return namespaces;
    }

    private <T> List<T> list(String key, Class<T> type) {
        List<T> all = new ArrayList<>();
        for (Map<String, Object> one : maps(key, settings.settings().get(key))) {
            all.add(bound("settings." + key + "[" + all.size() + "]", complete(key, one), type));
        }
        return all;
    }

    /** What stays unsaid is the embedded cluster's. */
    private Map<String, Object> complete(String key, Map<String, Object> given) {
        Map<String, Object> all = new LinkedHashMap<>(given);
        if (key.equals("clusters")) {
            all.putIfAbsent("server", cluster.server());
        }
        if (key.equals("metricProviders")) {
            cluster.prometheus().ifPresent(url -> all.putIfAbsent("url", url));
            all.computeIfPresent("type", (name, type) -> String.valueOf(type).toUpperCase(java.util.Locale.ROOT));
        }
        WORDS.forEach(name -> all.computeIfPresent(name, (word, value) -> words(value)));
        all.computeIfPresent("approvers", (name, value) -> approvers(value));
        return all;
    }

    private <T> T bound(String place, Map<String, Object> values, Class<T> type) {
        DescribableModel<T> model = DescribableModel.of(type);
        Set<String> known = new TreeSet<>();
        model.getParameters().stream().map(DescribableParameter::getName).forEach(known::add);
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new ArgumentException(
                        place,
                        "there is no key '" + name + "'" + NearestMatch.hint(name, known) + " (known are "
                                + String.join(", ", known) + ")");
            }
        }
        try {
            return model.instantiate(values, TaskListener.NULL);
        } catch (Exception e) {
            throw new ArgumentException(place, String.valueOf(e.getMessage()));
        }
    }

    /** {@code release-managers, bob}: a group where somebody is in a group of that name, otherwise a user. */
    private List<Object> approvers(Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            return new ArrayList<>(list);
        }
        List<Object> approvers = new ArrayList<>();
        for (String name : words(value)) {
            boolean group =
                    settings.users().stream().anyMatch(user -> user.groups().contains(name));
            approvers.add(Map.of(group ? "group" : "user", name));
        }
        return approvers;
    }

    private static List<String> words(Object value) {
        List<String> words = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(one -> words.add(String.valueOf(one)));
        } else if (value != null) {
            for (String word : String.valueOf(value).split("[\\s,]+")) {
                words.add(word);
            }
        }
        return words;
    }

    private static List<Map<String, Object>> maps(String key, Object value) {
        List<Map<String, Object>> maps = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(one -> maps.add(RehearsalSettings.objects("settings." + key, one)));
        } else if (value != null) {
            throw new ArgumentException("settings." + key, "expected a list, but it is '" + value + "'");
        }
        return maps;
    }
}
