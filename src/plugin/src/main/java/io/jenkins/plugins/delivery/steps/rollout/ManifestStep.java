package io.jenkins.plugins.delivery.steps.rollout;

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
import io.jenkins.plugins.delivery.steps.WorkspaceFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundSetter;

/** A rollout of manifests in the workspace. */
public abstract class ManifestStep extends RolloutStep {
    private static final long serialVersionUID = 1L;
    private static final Duration SHORTEST_GUARD = Duration.ofMinutes(1);
    private static final Duration LONGEST_GUARD = Duration.ofDays(1);

    private static final Pattern RELEASE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?");

    private String manifests;
    private String kustomize;
    private String chart;
    private String releaseName;
    private ArrayList<String> values = new ArrayList<>();
    private String image;
    private String container;
    private HashMap<String, String> images = new HashMap<>();
    private String version;
    private String schemaFloor;
    private boolean takeOver;
    private String guardAfter;
    private ArrayList<Object> apps;

    ManifestStep(String environment, String app) {
        super(environment, app);
    }

    /** Ant patterns of YAML files in the workspace. */
    @CheckForNull
    public String getManifests() {
        return manifests;
    }

    @DataBoundSetter
    public void setManifests(String manifests) {
        this.manifests = Util.fixEmptyAndTrim(manifests);
    }

    /** A directory in the workspace that Kustomize builds. */
    @CheckForNull
    public String getKustomize() {
        return kustomize;
    }

    @DataBoundSetter
    public void setKustomize(String kustomize) {
        this.kustomize = Util.fixEmptyAndTrim(kustomize);
    }

    /** A Helm chart in the workspace, as a directory or an archive. */
    @CheckForNull
    public String getChart() {
        return chart;
    }

    @DataBoundSetter
    public void setChart(String chart) {
        this.chart = Util.fixEmptyAndTrim(chart);
    }

    /** The name that the chart's templates see; null for the application's. */
    @CheckForNull
    public String getReleaseName() {
        return releaseName;
    }

    @DataBoundSetter
    public void setReleaseName(String releaseName) {
        this.releaseName = Util.fixEmptyAndTrim(releaseName);
    }

    /** Values files of the chart in the workspace; the last one wins. */
    public List<String> getValues() {
        return List.copyOf(values);
    }

    @DataBoundSetter
    public void setValues(List<String> values) {
        this.values = new ArrayList<>(values == null ? List.of() : values);
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

    /** An image for each of several containers, by its name. */
    public Map<String, String> getImages() {
        return Map.copyOf(images);
    }

    @DataBoundSetter
    public void setImages(Map<String, String> images) {
        this.images = new HashMap<>();
        if (images != null) {
            images.forEach((name, one) -> this.images.put(String.valueOf(name), String.valueOf(one)));
        }
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

    /** The oldest version that works with the database as this release leaves it; null for what was said before. */
    @CheckForNull
    public String getSchemaFloor() {
        return schemaFloor;
    }

    @DataBoundSetter
    public void setSchemaFloor(String schemaFloor) {
        this.schemaFloor = Util.fixEmptyAndTrim(schemaFloor);
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
        if (image != null || container != null || !images.isEmpty()) {
            throw new ArgumentException(
                    image == null ? "container" : "image",
                    "with several services each has its own, as in apps: [[app: 'shop', image: 'shop:2']]");
        }
        return services().get(0).app();
    }

    private List<AppArguments> services() {
        return AppArguments.parse(apps, manifests);
    }

    /** Services share the manifests of the step, unless one has files of its own. */
    private ArrayList<ReleaseSource> sources() {
        ArrayList<ReleaseSource> sources = new ArrayList<>();
        for (AppArguments service : services()) {
            ReleaseSource from = service.manifests() == null ? source() : files(service.manifests());
            checkImages(service.image(), service.container());
            sources.add(from.with(service.image(), service.container()));
        }
        return sources;
    }

    private static ReleaseSource files(String patterns) {
        WorkspaceFiles.check("manifests", patterns);
        return ReleaseSource.files(patterns);
    }

    @Override
    final ReleaseSource source() {
        List<String> given = new ArrayList<>();
        add("manifests", manifests, given);
        add("kustomize", kustomize, given);
        add("chart", chart, given);
        if (given.size() != 1) {
            throw new ArgumentException(
                    given.isEmpty() ? "manifests" : given.get(1),
                    given.isEmpty()
                            ? "say where the manifests are: manifests: 'deploy/*.yaml', kustomize: 'overlays/prod', or"
                                    + " chart: 'charts/shop'"
                            : "the manifests already come from " + given.get(0)
                                    + "; give one of manifests, kustomize and" + " chart");
        }
        checkChart();
        checkImages();
        return shared().with(image, container).with(images);
    }

    /** Where the manifests come from, without images. */
    private ReleaseSource shared() {
        if (manifests != null) {
            return ReleaseSource.files(manifests);
        }
        return kustomize != null
                ? ReleaseSource.kustomize(kustomize)
                : ReleaseSource.chart(chart, releaseName == null ? checkedApp() : releaseName, values);
    }

    private static void add(String argument, @CheckForNull String path, List<String> given) {
        if (path != null) {
            given.add(argument);
            WorkspaceFiles.check(argument, path);
        }
    }

    private void checkChart() {
        if (chart == null && !values.isEmpty()) {
            throw new ArgumentException("values", "they are of a chart, and there is no chart");
        }
        if (chart == null && releaseName != null) {
            throw new ArgumentException("releaseName", "it is of a chart, and there is no chart");
        }
        if (releaseName != null && !RELEASE.matcher(releaseName).matches()) {
            throw new ArgumentException(
                    "releaseName",
                    "'" + releaseName
                            + "' is no name of a Helm release: lower-case letters, digits and dashes, at most 53");
        }
        values.forEach(file -> WorkspaceFiles.check("values", String.valueOf(file)));
    }

    private static void checkImages(@CheckForNull String image, @CheckForNull String container) {
        if (image != null) {
            checkImage("image", image);
        }
        if (container != null && image == null) {
            throw new ArgumentException("container", "it only says where the image goes, and there is no image");
        }
    }

    private void checkImages() {
        checkImages(image, container);
        images.forEach((name, one) -> checkImage("images." + name, one));
        if (image != null && !images.isEmpty()) {
            throw new ArgumentException("images", "give image for one container, or images for several, not both");
        }
    }

    private static void checkImage(String argument, String one) {
        if (one.isEmpty() || one.chars().anyMatch(Character::isWhitespace) || one.startsWith("-")) {
            throw new ArgumentException(argument, "'" + one + "' is no image, such as registry.example.com/shop:1.2");
        }
    }

    final RolloutPlan draft(StrategyKind strategy, Timing timing, boolean body) {
        return RolloutPlan.of(strategy, checkedApp(), target(), timing)
                .releasing(version == null ? "" : version, List.of())
                .checkedByPipeline(body)
                .notBelow(schemaFloor)
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
