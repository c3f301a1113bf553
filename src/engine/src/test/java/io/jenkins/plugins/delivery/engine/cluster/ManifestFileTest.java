package io.jenkins.plugins.delivery.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A pattern of manifests may match what is none. */
class ManifestFileTest {
    private static boolean smoke(String text) {
        return new ManifestFile("deploy/smoke.yaml", text).isSmokeFile();
    }

    @Test
    void checksAndNothingElseAreASmokeFile() {
        assertThat(smoke("timeout: 1m\nchecks:\n  - path: /healthz\n")).isTrue();
    }

    @Test
    void whatSaysThatItIsAnObjectIsAManifest() {
        assertThat(smoke("apiVersion: v1\nkind: ConfigMap\nchecks: []\n")).isFalse();
        assertThat(smoke("kind: ConfigMap\nchecks: []\n")).isFalse();
        assertThat(smoke("checks: many\n")).isFalse();
    }
}
