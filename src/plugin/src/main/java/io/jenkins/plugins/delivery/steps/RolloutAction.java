package io.jenkins.plugins.delivery.steps;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The story of one rollout: phases, weights, verdicts, and how it ended. */
public final class RolloutAction extends DeliveryReport implements DeployedAddress {
    static final String KIND = "rollout";

    private final String id;
    private final String environment;
    private volatile String address;

    private RolloutAction(String app, String environment, String id) {
        super(KIND, app + " in " + environment);
        this.id = id;
        this.environment = environment;
    }

    /** The report with this id, new if the build has none yet: a step that is resumed goes on with its own. */
    static RolloutAction of(Run<?, ?> run, RolloutPlan plan, String id) {
        return run.getActions(RolloutAction.class).stream()
                .filter(action -> action.id.equals(id))
                .findFirst()
                .orElseGet(() -> new RolloutAction(plan.app(), plan.target().environment(), id));
    }

    @Override
    public String getTitle() {
        return Messages.RolloutAction_title();
    }

    @Override
    public String getIconFileName() {
        return "symbol-rocket-outline plugin-ionicons-api";
    }

    @Override
    public String getEnvironment() {
        return environment;
    }

    @Override
    @CheckForNull
    public String getAddress() {
        return address;
    }

    void publish(Run<?, ?> owner, RolloutPlan plan, RolloutState state, @CheckForNull String reachableAt)
            throws IOException {
        if (reachableAt != null) {
            address = reachableAt;
        }
        publish(
                owner,
                verdict(state.phase()),
                RolloutWords.headline(plan, state),
                RolloutWords.figures(plan, state),
                RolloutWords.model(plan, state));
    }

    /** Says why nothing was touched. */
    void publishRefusal(Run<?, ?> owner, RolloutPlan plan, String why) throws IOException {
        publish(owner, ReportVerdict.FAILED, why, List.of(), Map.of("app", plan.app(), "phase", "REFUSED"));
    }

    private static ReportVerdict verdict(Phase phase) {
        return switch (phase) {
            case COMPLETED -> ReportVerdict.PASSED;
            case ROLLED_BACK, STUCK -> ReportVerdict.FAILED;
            case LOCK -> ReportVerdict.WAITING;
            default -> ReportVerdict.RUNNING;
        };
    }

    /** The transitions, for the page. */
    public List<Map<String, String>> getTransitions() {
        return rows("transitions");
    }

    /** The verdicts, for the page. */
    public List<Map<String, String>> getVerdicts() {
        return rows("verdicts");
    }

    /** Commands for a person, when it is stuck. */
    public List<String> getRecovery() {
        return lines("recovery");
    }

    /** What could go wrong one day, found before anything was touched. */
    public List<String> getWarnings() {
        return lines("warnings");
    }

    /** What was to change, field by field. */
    public List<String> getChanges() {
        return lines("changes");
    }

    private List<String> lines(String list) {
        List<String> lines = new ArrayList<>();
        JsonNode model = getModel();
        if (model != null) {
            model.path(list).forEach(line -> lines.add(line.asText()));
        }
        return lines;
    }

    private List<Map<String, String>> rows(String list) {
        List<Map<String, String>> rows = new ArrayList<>();
        JsonNode model = getModel();
        if (model != null) {
            for (JsonNode one : model.path(list)) {
                Map<String, String> row = new LinkedHashMap<>();
                one.properties()
                        .forEach(field ->
                                row.put(field.getKey(), field.getValue().asText("")));
                rows.add(row);
            }
        }
        return rows;
    }
}
