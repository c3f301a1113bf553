package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.rollout.Guard;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundSetter;

/** A rollout of manifests in the workspace. */
public abstract class ManifestStep extends RolloutStep {
    private static final long serialVersionUID = 1L;
    private static final Duration SHORTEST_GUARD = Duration.ofMinutes(1);
    private static final Duration LONGEST_GUARD = Duration.ofDays(1);

    private final String manifests;
    private String image;
    private String container;
    private String version;
    private boolean takeOver;
    private String guardAfter;
    private ArrayList<Object> apps;

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

    /** After how long without Jenkins a guardian in the cluster restores the version before; null for no guardian. */
    @CheckForNull
    public String getGuardAfter() {
        return guardAfter;
    }

    @DataBoundSetter
    public void setGuardAfter(String guardAfter) {
        this.guardAfter = Util.fixEmptyAndTrim(guardAfter);
    }

    /** Names or maps, one a service, in the order in which they are promoted; null for the one application. */
    @CheckForNull
    @SuppressWarnings("rawtypes")
    public List getApps() {
        return apps;
    }

    @DataBoundSetter
    @SuppressWarnings({"rawtypes", "unchecked"})
    public void setApps(List apps) {
        this.apps = apps == null ? null : new ArrayList<Object>(apps);
    }

    @Override
    final StepExecution execution(StepContext context, RolloutPlan draft) {
        return apps == null
                ? super.execution(context, draft)
                : new GroupExecution(context, AppArguments.drafts(services(), draft), sources());
    }

    @Override
    final String checkedApp() {
        if (apps == null) {
            return super.checkedApp();
        }
        if (getApp() != null) {
            throw new ArgumentException("app", "say either app or apps");
        }
        if (image != null || container != null) {
            throw new ArgumentException(
                    image == null ? "container" : "image",
                    "with several services each has its own, as in apps: [[app: 'shop', image: 'shop:2']]");
        }
        return services().get(0).app();
    }

    private List<AppArguments> services() {
        return AppArguments.parse(apps, manifests);
    }

    private ArrayList<ReleaseSource> sources() {
        ArrayList<ReleaseSource> sources = new ArrayList<>();
        for (AppArguments service : services()) {
            sources.add(source(service.manifests(), service.image(), service.container()));
        }
        return sources;
    }

    @Override
    final ReleaseSource source() {
        return source(manifests, image, container);
    }

    private static ReleaseSource source(
            @CheckForNull String manifests, @CheckForNull String image, @CheckForNull String container) {
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
                .takingOver(takeOver)
                .guarded(guard());
    }

    private Guard guard() {
        if (guardAfter == null) {
            return Guard.NONE;
        }
        Duration after = Durations.parse("guardAfter", guardAfter);
        if (after.compareTo(SHORTEST_GUARD) < 0 || after.compareTo(LONGEST_GUARD) > 0) {
            throw new ArgumentException("guardAfter", "'" + guardAfter + "' is not between 1m and 24h");
        }
        ClusterSettings cluster = DeliveryConfiguration.get().cluster(target().cluster());
        String guardian = cluster.getGuardianImage();
        if (guardian == null) {
            throw new ArgumentException(
                    "guardAfter",
                    "the cluster '" + cluster.getName() + "' has no image of the guardian in its settings");
        }
        return new Guard(after, guardian, cluster.getGuardianServiceAccount());
    }
}
