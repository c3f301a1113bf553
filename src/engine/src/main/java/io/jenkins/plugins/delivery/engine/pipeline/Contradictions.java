package io.jenkins.plugins.delivery.engine.pipeline;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.pipeline.Stage.Way;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a Jenkinsfile says twice, or in vain. */
public final class Contradictions {
    private static final Set<Way> OURS = Set.of(Way.USUAL, Way.ARGUMENTS);

    private final Map<String, Way> ways;
    private final List<String> environments;
    private final String image;

    /**
     * @param ways what it made of each stage
     * @param environments in their order
     * @param image of the settings; empty for none
     */
    public Contradictions(Map<String, Way> ways, List<String> environments, String image) {
        this.ways = ways;
        this.environments = environments;
        this.image = image;
    }

    /**
     * Refuses them.
     *
     * @param strategySaid whether it says how production is deployed
     * @throws ArgumentException naming the two that contradict each other
     */
    public void refuse(boolean strategySaid) {
        if (strategySaid) {
            refuseStrategy(environments.get(environments.size() - 1));
        }
        boolean deploys = environments.stream().anyMatch(this::isOurs);
        boolean builds = isOurs("build");
        if (deploys && isOff("build") && Promotion.digest(image).isEmpty()) {
            throw new ArgumentException(
                    "build",
                    "it is switched off, so nothing says what to deploy: say image = 'registry.example.com/shop@sha256:…'");
        }
        if (deploys && builds && isOff("publish")) {
            throw new ArgumentException(
                    "publish",
                    "it is switched off, so no cluster can pull what Build makes; switch the deployments off, too");
        }
        if (builds) {
            refuseImage();
        }
    }

    private void refuseStrategy(String last) {
        Way released = ways.get(last);
        if (released == Way.OFF || released == Way.REPLACED) {
            throw new ArgumentException(
                    "strategy",
                    "it says how " + last + " is deployed, but " + last + " is "
                            + (released == Way.OFF ? "switched off" : "a closure of your own")
                            + "; leave one of them away");
        }
    }

    private void refuseImage() {
        if (image.isEmpty()) {
            throw new ArgumentException("image", "say the repository of the image, such as registry.example.com/shop");
        }
        if (image.contains("@")) {
            throw new ArgumentException(
                    "image", "'" + image + "' is built already; switch build off, or name the repository alone");
        }
    }

    private boolean isOurs(String stage) {
        Way way = ways.get(stage);
        return way != null && OURS.contains(way);
    }

    private boolean isOff(String stage) {
        return ways.get(stage) == Way.OFF;
    }
}
