package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import java.util.List;
import org.kohsuke.stapler.DataBoundSetter;

/** A rollout of manifests in the workspace. */
public abstract class ManifestStep extends RolloutStep {
    private static final long serialVersionUID = 1L;

    private final String manifests;
    private String image;
    private String container;
    private String version;
    private boolean takeOver;

    ManifestStep(String environment, String app, String manifests) {
        super(environment, app);
        this.manifests = Util.fixEmptyAndTrim(manifests);
    }

    /** Ant patterns of YAML files in the workspace. */
    public String getManifests() {
        return manifests;
    }

    /** The image that is released; null to take what the manifests say. */
    @CheckForNull
    public String getImage() {
        return image;
    }

    @DataBoundSetter
    public void setImage(String image) {
        this.image = Util.fixEmptyAndTrim(image);
    }

    /** The container that gets the image; null for the one named like the application, or the only one. */
    @CheckForNull
    public String getContainer() {
        return container;
    }

    @DataBoundSetter
    public void setContainer(String container) {
        this.container = Util.fixEmptyAndTrim(container);
    }

    /** What people call this release; null for the tag of its image. */
    @CheckForNull
    public String getVersion() {
        return version;
    }

    @DataBoundSetter
    public void setVersion(String version) {
        this.version = Util.fixEmptyAndTrim(version);
    }

    /** Whether fields that other managers own may be taken over, on objects that no rollout has managed before. */
    public boolean isTakeOver() {
        return takeOver;
    }

    @DataBoundSetter
    public void setTakeOver(boolean takeOver) {
        this.takeOver = takeOver;
    }

    @Override
    final ReleaseSource source() {
        if (manifests == null) {
            throw new ArgumentException("manifests", "say which files hold the manifests, such as 'deploy/*.yaml'");
        }
        WorkspaceFiles.check("manifests", manifests);
        if (image != null && (image.chars().anyMatch(Character::isWhitespace) || image.startsWith("-"))) {
            throw new ArgumentException("image", "'" + image + "' is no image, such as registry.example.com/shop:1.2");
        }
        if (container != null && image == null) {
            throw new ArgumentException("container", "it only says where the image goes, and there is no image");
        }
        return new ReleaseSource(manifests, image, container);
    }

    final RolloutPlan draft(StrategyKind strategy, Timing timing, boolean body) {
        return RolloutPlan.of(strategy, checkedApp(), target(), timing)
                .releasing(version == null ? "" : version, List.of())
                .checkedByPipeline(body)
                .takingOver(takeOver);
    }
}
