package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;

/** Where the manifests of a rollout come from; nowhere for a rollback, which finds them in the cluster. */
final class ReleaseSource implements Serializable {
    private static final long serialVersionUID = 1L;

    static final ReleaseSource CLUSTER = new ReleaseSource("", null, null);

    private final String manifests;
    private final String image;
    private final String container;

    ReleaseSource(String manifests, @CheckForNull String image, @CheckForNull String container) {
        this.manifests = manifests;
        this.image = image;
        this.container = container;
    }

    boolean isCluster() {
        return manifests.isEmpty();
    }

    String manifests() {
        return manifests;
    }

    @CheckForNull
    String image() {
        return image;
    }

    @CheckForNull
    String container() {
        return container;
    }
}
