package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.pods.SeenPods;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.FormAnswer;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.steps.DeployedAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** The story of one rollout: phases, weights, verdicts, and how it ended. */
public final class RolloutAction extends DeliveryReport implements DeployedAddress {
    static final String KIND = "rollout";

    private final String id;
    private final String environment;
    private volatile String address;
    private ArrayList<String> decisions = new ArrayList<>();
    private transient volatile SeenPods pods;

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
        Map<String, Object> model = RolloutWords.model(plan, state);
        pods(owner).addTo(model);
        publish(
                owner,
                verdict(state.phase()),
                RolloutWords.headline(plan, state),
                RolloutWords.figures(plan, state),
                model);
    }

    /** The pods of it, as they were seen last. */
    SeenPods pods(Run<?, ?> owner) {
        if (pods == null) {
            pods = SeenPods.of(owner.getActions(RolloutAction.class).contains(this) ? getModel() : null);
        }
        return pods;
    }

    void saw(SeenPods news) {
        pods = news;
    }

    /** Says why nothing was touched. */
    void publishRefusal(Run<?, ?> owner, RolloutPlan plan, String why) throws IOException {
        publish(owner, ReportVerdict.FAILED, why, List.of(), Map.of("app", plan.app(), "phase", "REFUSED"));
    }

    private static ReportVerdict verdict(Phase phase) {
        return switch (phase) {
            case COMPLETED -> ReportVerdict.PASSED;
            case ROLLED_BACK, STUCK -> ReportVerdict.FAILED;
            case LOCK, PAUSE -> ReportVerdict.WAITING;
            default -> ReportVerdict.RUNNING;
        };
    }

    /** {@code POST …/promote}: goes on from a pause or a hold. */
    @RequirePOST
    @WebMethod(name = "promote")
    public HttpResponse doPromote(StaplerRequest2 request, @QueryParameter String reason) {
        getRun().checkPermission(DeliveryPermissions.OPERATE);
        return decide(request, RolloutDecision.Kind.PROMOTE, reason);
    }

    /** {@code POST …/hold}: stays where it is until somebody promotes or aborts. */
    @RequirePOST
    @WebMethod(name = "hold")
    public HttpResponse doHold(StaplerRequest2 request, @QueryParameter String reason) {
        getRun().checkPermission(DeliveryPermissions.OPERATE);
        return decide(request, RolloutDecision.Kind.HOLD, reason);
    }

    /** {@code POST …/abort}: goes back. */
    @RequirePOST
    @WebMethod(name = "abort")
    public HttpResponse doAbort(StaplerRequest2 request, @QueryParameter String reason) {
        getRun().checkPermission(DeliveryPermissions.OPERATE);
        return decide(request, RolloutDecision.Kind.ABORT, reason);
    }

    /** What was decided here, oldest first, whether the rollout knows it already or not. */
    synchronized List<RolloutDecision> decisions() {
        return decisions == null
                ? List.of()
                : decisions.stream().map(RolloutDecision::fromJson).toList();
    }

    /** What who looks at the page may decide now, for the page; the decision itself is checked again. */
    public List<String> getChoices() {
        if (!getRun().hasPermission(DeliveryPermissions.OPERATE)) {
            return List.of();
        }
        return RolloutsUnderWay.get().driver(id).stream()
                .flatMap(driver -> Stream.of(RolloutDecision.Kind.values())
                        .filter(kind -> driver.refusal(kind).isEmpty()))
                .map(RolloutDecision.Kind::words)
                .toList();
    }

    @Override
    protected Map<String, Object> forReader() {
        return Map.of("choices", getChoices());
    }

    /** Written down before it counts, so that a restart does not lose it. */
    private synchronized HttpResponse decide(
            @CheckForNull StaplerRequest2 request, RolloutDecision.Kind kind, @CheckForNull String reason) {
        if (RolloutDecisions.tooLong(reason)) {
            return FormAnswer.refused(request, 400, "The reason is too long.");
        }
        Optional<RolloutsUnderWay.Driver> driver = RolloutsUnderWay.get().driver(id);
        Optional<String> refusal = driver.isEmpty()
                ? Optional.of("No rollout is under way here.")
                : driver.get().refusal(kind);
        if (refusal.isPresent()) {
            return FormAnswer.refused(request, 409, refusal.get());
        }
        RolloutDecision decision = RolloutDecisions.now(request, kind, reason);
        ArrayList<String> before = decisions;
        decisions = new ArrayList<>(before == null ? List.of() : before);
        decisions.add(decision.toJson());
        try {
            getRun().save();
        } catch (IOException e) {
            decisions = before;
            throw new UncheckedIOException("The decision could not be written down, so it does not count", e);
        }
        driver.get().decided();
        return FormAnswer.accepted(request, "decision", decision);
    }
}
