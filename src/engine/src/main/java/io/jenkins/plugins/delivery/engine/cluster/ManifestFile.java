package io.jenkins.plugins.delivery.engine.cluster;

import java.util.List;
import java.util.Map;

/**
 * One file of manifests.
 *
 * @param name path as the Jenkinsfile sees it, for errors
 * @param text YAML, one document or several
 */
public record ManifestFile(String name, String text) {
    /** Whether this is no manifest but a file of {@code smokeTest}, which people keep beside their manifests. */
    public boolean isSmokeFile() {
        try {
            List<Map<String, Object>> documents = YamlDocuments.read(this);
            return documents.size() == 1
                    && documents.get(0).get("checks") instanceof List
                    && !documents.get(0).containsKey("apiVersion")
                    && !documents.get(0).containsKey("kind");
        } catch (ManifestException e) {
            // Whoever takes it for a manifest says what is wrong with it.
            return false;
        }
    }
}
