package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.manifest.ManifestTool;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the manifests of a rollout come from; nowhere for a rollback, which finds them in the cluster. */
final class ReleaseSource implements Serializable {
    private static final long serialVersionUID = 1L;

    static final ReleaseSource CLUSTER = new ReleaseSource();

    private String manifests;
    private String kustomize;
    private String chart;
    private String releaseName = "";
    private ArrayList<String> values = new ArrayList<>();
    private String image;
    private String container;
    private HashMap<String, String> images = new HashMap<>();

    private ReleaseSource() {}

    static ReleaseSource files(String patterns) {
        ReleaseSource source = new ReleaseSource();
        source.manifests = patterns;
        return source;
    }

    static ReleaseSource kustomize(String directory) {
        ReleaseSource source = new ReleaseSource();
        source.kustomize = directory;
        return source;
    }

    static ReleaseSource chart(String chart, String releaseName, List<String> values) {
        ReleaseSource source = new ReleaseSource();
        source.chart = chart;
        source.releaseName = releaseName;
        source.values = new ArrayList<>(values);
        return source;
    }

    /** The same with an image for one container: a named one, or the application's. */
    ReleaseSource with(@CheckForNull String one, @CheckForNull String in) {
        image = one;
        container = in;
        return this;
    }

    /** The same with an image for each of several containers. */
    ReleaseSource with(Map<String, String> several) {
        images = new HashMap<>(several);
        return this;
    }

    boolean isCluster() {
        return manifests == null && kustomize == null && chart == null || "".equals(manifests);
    }

    @CheckForNull
    String manifests() {
        return manifests;
    }

    boolean isChart() {
        return chart != null;
    }

    /** For people: the argument and its value. */
    String said() {
        return manifests != null
                ? "manifests: '" + manifests + "'"
                : kustomize != null ? "kustomize: '" + kustomize + "'" : "chart: '" + chart + "'";
    }

    /** The tools that can render it, the best first; none for files. */
    List<ManifestTool> tools(String namespace) {
        if (kustomize != null) {
            return ManifestTool.kustomize(kustomize);
        }
        return chart == null ? List.of() : ManifestTool.helm(chart, releaseName, namespace, values);
    }

    /** The manifests with the images of this release in their containers. */
    Manifests substituted(Manifests read, String app) {
        Map<String, String> several = images == null ? Map.of() : images;
        Manifests manifests = several.isEmpty() ? read : Images.substitute(read, app, several);
        if (image == null) {
            return manifests;
        }
        return container == null
                ? Images.substitute(manifests, app, image)
                : Images.substitute(manifests, app, Map.of(container, image));
    }
}
