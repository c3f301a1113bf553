package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.manifest.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What a release read when it served and reads otherwise now. ConfigMaps among its manifests come back with it; the rest
 * belongs to somebody else, or is secret, and is only told.
 */
final class ChangedConfiguration {
    private ChangedConfiguration() {}

    static List<String> since(Cluster cluster, Release release) {
        var objects = Manifests.of(release.manifests()).objects();
        Set<String> restored = objects.stream()
                .map(object -> object.getKind() + "/" + object.getMetadata().getName())
                .collect(Collectors.toSet());
        SortedMap<String, String> now = Configuration.hashes(cluster, objects);
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, String> entry : now.entrySet()) {
            String then = release.configuration().get(entry.getKey());
            if (then != null && !restored.contains(entry.getKey())) {
                sentence(entry.getKey(), then, entry.getValue(), release.version())
                        .ifPresent(changed::add);
            }
        }
        return changed;
    }

    private static Optional<String> sentence(String reference, String then, String now, String version) {
        String[] name = reference.split("/", 2);
        String what = name[0] + " '" + name[1] + "'";
        if (then.equals(Configuration.UNKNOWN) || now.equals(Configuration.UNKNOWN)) {
            return Optional.of("whether " + what + " is as it was when version " + version
                    + " served is not known: it cannot be read");
        }
        String why = name[0].equals("Secret") ? "secrets are not kept" : "it is not among the manifests of the release";
        return then.equals(now)
                ? Optional.empty()
                : Optional.of(
                        what + " has changed since version " + version + " served, and stays as it is now: " + why);
    }
}
