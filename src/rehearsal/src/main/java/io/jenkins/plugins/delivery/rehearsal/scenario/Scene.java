package io.jenkins.plugins.delivery.rehearsal.scenario;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.cluster.EmbeddedCluster;
import io.jenkins.plugins.delivery.rehearsal.cluster.ExternalCluster;
import io.jenkins.plugins.delivery.rehearsal.cluster.NoCluster;
import io.jenkins.plugins.delivery.rehearsal.cluster.TargetCluster;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficReport;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.RunObserver;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellInterceptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;

/** One run's surroundings: a cluster with users, people who decide, and what goes wrong. One at a time in a JVM. */
public final class Scene implements AutoCloseable {
    private static volatile Scene current;

    private final RehearsalSettings settings;
    private final Scenario scenario;
    private final VirtualClock clock;
    private final TargetCluster cluster;
    private final Optional<ClusterLife> life;
    private final ScriptedApprovals approvals;
    private final ScriptedInputs inputs;
    private final Recording recording;
    private final Path programs;

    private Scene(
            RehearsalSettings settings,
            Scenario scenario,
            VirtualClock clock,
            TargetCluster cluster,
            Recording recording,
            Path programs) {
        this.settings = settings;
        this.scenario = scenario;
        this.clock = clock;
        this.cluster = cluster;
        this.recording = recording;
        this.programs = programs;
        this.approvals = new ScriptedApprovals(this, scenario.approvals());
        this.inputs = new ScriptedInputs(
                clock,
                settings.users().isEmpty()
                        ? List.of(settings.startedBy())
                        : settings.users().stream()
                                .map(RehearsalSettings.Person::name)
                                .toList(),
                scenario.inputs());
        this.life = cluster instanceof EmbeddedCluster embedded
                ? Optional.of(new ClusterLife(embedded, clock, settings, scenario))
                : Optional.empty();
    }

    /**
     * Sets the scene.
     *
     * @param folder where the embedded cluster keeps images and pods
     * @param kubeconfig of a true cluster; empty for the embedded one
     * @param recording what scripts did in an earlier run
     * @throws IOException when the cluster cannot start or be reached
     */
    public static Scene open(
            RehearsalSettings settings,
            Scenario scenario,
            VirtualClock clock,
            Path folder,
            Optional<Path> kubeconfig,
            Recording recording)
            throws IOException {
        Path programs = folder.resolve("stand-ins");
        StandIns.write(settings.standIns(), programs);
        TargetCluster cluster = cluster(settings, clock, folder, kubeconfig);
        Scene scene = new Scene(settings, scenario, clock, cluster, recording, programs);
        scene.life.ifPresent(ClusterLife::begin);
        show(scene);
        return scene;
    }

    private static void show(@CheckForNull Scene scene) {
        current = scene;
    }

    private static TargetCluster cluster(
            RehearsalSettings settings, VirtualClock clock, Path folder, Optional<Path> kubeconfig) throws IOException {
        if (kubeconfig.isPresent()) {
            return new ExternalCluster(kubeconfig.get());
        }
        return settings.equals(RehearsalSettings.none()) ? new NoCluster() : new EmbeddedCluster(clock, folder);
    }

    static Optional<Scene> current() {
        return Optional.ofNullable(current);
    }

    /** Gives the controller what it has besides its builds; called after each start of it. */
    public void prepare(Jenkins jenkins) {
        new ControllerSetup(settings).apply(jenkins);
        new DeliverySettings(settings, cluster).apply();
    }

    /** Sees each script: takes the images that it wrote, and knows what may be replayed. */
    public ShellInterceptor shell() {
        return new SceneShell(settings, recording, life);
    }

    /** Hears what the run does, so that people can react to it. */
    public RunObserver observer() {
        return inputs;
    }

    /** What users met. */
    public List<TrafficReport> traffic() {
        return life.map(ClusterLife::traffic).orElse(List.of());
    }

    /** What was not real, one sentence each. */
    public List<String> simulated() {
        List<String> all = new ArrayList<>();
        all.add("Time: waiting is played by a virtual clock; only programs, pods and requests take real time.");
        all.add("The controller: Jenkins's own behaviour, rehearsed; one machine is controller and agent.");
        all.addAll(cluster.simulated());
        if (!settings.users().isEmpty()) {
            all.add("People: "
                    + String.join(
                            ", ",
                            settings.users().stream()
                                    .map(RehearsalSettings.Person::fullName)
                                    .toList()) + " decide as the scenario says.");
        }
        settings.standIns()
                .forEach(name -> all.add(name + ": a stand-in of the rehearsal, which says what it leaves out."));
        life.map(ClusterLife::simulated).ifPresent(all::addAll);
        if (!recording.replayed().isEmpty()) {
            all.add("Scripts whose recorded outcome was used again: " + String.join("; ", recording.replayed()));
        }
        return all;
    }

    /** What of the scenario's demands did not come true, one sentence each. */
    public List<String> unmet(PipelineOutcome outcome) {
        if (scenario.expect() == null) {
            return List.of();
        }
        List<String> unmet = new ArrayList<>(new Demands(scenario.expect(), life).unmet(outcome));
        unmet.addAll(inputs.refused());
        return unmet;
    }

    RehearsalSettings settings() {
        return settings;
    }

    VirtualClock clock() {
        return clock;
    }

    ScriptedApprovals approvals() {
        return approvals;
    }

    /** The global environment variables, with {@code ${registry}} filled in. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        if (!settings.standIns().isEmpty()) {
            variables.put("PATH+STANDINS", programs.toAbsolutePath().toString());
        }
        settings.env()
                .forEach((name, value) -> variables.put(
                        name, value.replace("${registry}", cluster.registry().orElse("registry"))));
        return variables;
    }

    @Override
    public void close() {
        show(null);
        cluster.close();
    }
}
