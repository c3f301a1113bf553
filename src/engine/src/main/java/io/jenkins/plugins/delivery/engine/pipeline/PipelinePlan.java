package io.jenkins.plugins.delivery.engine.pipeline;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.pipeline.Stage.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which stages a delivery has, in order, and which of them run in this build. */
public record PipelinePlan(List<Stage> stages) {
    private static final Pattern ENVIRONMENT = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final List<String> BEFORE =
            List.of("checkout", "lint", "test", "scan", "build", "publish", "provision", "migrate");
    private static final List<String> SHARED = List.of("smoke", "approval", "verify", "releaseNotes");

    public PipelinePlan {
        stages = List.copyOf(stages);
    }

    /**
     * @param ways what the Jenkinsfile made of each stage, by the name of its setting
     * @param environments in the order in which a release goes through them, production last
     * @param hooks stages before or after which something is to be done
     * @param releaseBranches names of branches that are released
     * @throws ArgumentException for what cannot be
     */
    public static PipelinePlan of(
            Map<String, Way> ways,
            List<String> environments,
            Collection<String> hooks,
            Occasion occasion,
            List<String> releaseBranches) {
        checkEnvironments(environments);
        List<Stage> stages = new ArrayList<>();
        for (String key : BEFORE) {
            stages.add(stage(key, title(key), kind(key), "", ways));
        }
        for (String environment : environments.subList(0, environments.size() - 1)) {
            stages.add(stage(environment, title(environment), StageKind.DEPLOY, environment, ways));
            String smoke = environments.size() > 2 ? "Smoke " + environment : "Smoke";
            Stage asked = stage("smoke", smoke, StageKind.SMOKE, environment, ways);
            stages.add(ways.get(environment) == Way.OFF ? asked.without(environment + " is switched off") : asked);
        }
        released(environments.get(environments.size() - 1), ways, stages);
        checkHooks(hooks, stages);
        List<Stage> planned =
                stopped(stages, occasion.notReleased(releaseBranches).orElse(""));
        return new PipelinePlan(planned);
    }

    private static void released(String last, Map<String, Way> ways, List<Stage> stages) {
        boolean off = ways.get(last) == Way.OFF;
        List<Stage> end = List.of(
                stage("approval", "Approval", StageKind.APPROVAL, last, ways),
                stage(last, title(last), StageKind.DEPLOY, last, ways),
                stage("verify", "Verify", StageKind.VERIFY, last, ways),
                stage("releaseNotes", "Release notes", StageKind.RELEASE_NOTES, last, ways));
        end.forEach(stage -> stages.add(off ? stage.without(last + " is switched off") : stage));
    }

    /** Change requests and branches that are not released end before anything leaves the build. */
    private static List<Stage> stopped(List<Stage> stages, String why) {
        if (why.isEmpty()) {
            return stages;
        }
        return stages.stream()
                .map(stage -> stage.kind().compareTo(StageKind.PUBLISH) < 0 ? stage : stage.without(why))
                .toList();
    }

    private static Stage stage(String key, String title, StageKind kind, String environment, Map<String, Way> ways) {
        Way way = ways.get(key);
        if (way == null) {
            throw new ArgumentException(key, "nothing is said of this stage: true, false, a map or a closure");
        }
        return Stage.of(key, title, kind, environment, way);
    }

    private static StageKind kind(String key) {
        return StageKind.valueOf(key.toUpperCase(Locale.ROOT));
    }

    private static String title(String key) {
        return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }

    private static void checkEnvironments(List<String> environments) {
        if (environments.isEmpty()) {
            throw new ArgumentException(
                    "environments", "name at least one, production last: ['staging', 'production']");
        }
        Set<String> seen = new LinkedHashSet<>();
        for (String name : environments) {
            if (BEFORE.contains(name) || SHARED.contains(name)) {
                throw new ArgumentException(
                        "environments", "'" + name + "' is the name of a stage; call the environment otherwise");
            }
            if (!ENVIRONMENT.matcher(name).matches()) {
                throw new ArgumentException(
                        "environments",
                        "'" + name
                                + "' cannot be the name of a setting; give it one of letters and digits here, and say"
                                + " environment: '" + name + "' in the arguments of its stage");
            }
            if (!seen.add(name)) {
                throw new ArgumentException("environments", "'" + name + "' is named twice");
            }
        }
    }

    private static void checkHooks(Collection<String> hooks, List<Stage> stages) {
        List<String> keys = stages.stream().map(Stage::key).distinct().toList();
        for (String hook : hooks) {
            String place = hook.contains(".") ? hook.substring(0, hook.indexOf('.')) : hook;
            String key = Choices.pick(place, "stage", hook.substring(hook.indexOf('.') + 1), keys);
            if (stages.stream().filter(stage -> stage.key().equals(key)).allMatch(stage -> stage.way() == Way.OFF)) {
                throw new ArgumentException(hook, "the stage is switched off, so this would never be done");
            }
        }
    }

    /** Those that run in this build. */
    public List<Stage> running() {
        return stages.stream().filter(Stage::runs).toList();
    }

    /** Those that run before anybody is asked about the last environment. */
    public List<Stage> beforeGate() {
        return part(0, gateAt());
    }

    /** What asks people, if it runs: nothing is held while they decide. */
    public List<Stage> gate() {
        return part(gateAt(), Math.min(gateAt() + 1, stages.size()));
    }

    /** Those that run once people have agreed. */
    public List<Stage> afterGate() {
        return part(Math.min(gateAt() + 1, stages.size()), stages.size());
    }

    private List<Stage> part(int from, int to) {
        return stages.subList(from, to).stream().filter(Stage::runs).toList();
    }

    private int gateAt() {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).kind() == StageKind.APPROVAL) {
                return i;
            }
        }
        return stages.size();
    }

    /** Programs that the agent lacks for what is ours, in one sentence a stage. */
    public List<String> missing(Workspace workspace, Collection<String> found) {
        List<String> problems = new ArrayList<>();
        for (Stage stage : running()) {
            if (stage.isOurs()) {
                workspace.needs(stage).stream()
                        .filter(any -> any.stream().noneMatch(program -> found.contains(program.program())))
                        .map(any -> Program.missing(stage.title(), any))
                        .forEach(problems::add);
            }
        }
        return problems;
    }
}
