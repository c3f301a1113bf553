package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.engine.analysis.preset.SeriesSource;
import io.jenkins.plugins.delivery.engine.approval.ApprovalPolicy;
import io.jenkins.plugins.delivery.engine.approval.Approvers;
import io.jenkins.plugins.delivery.engine.approval.ReasonRule;
import io.jenkins.plugins.delivery.engine.approval.calendar.OpeningHours;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.pipeline.DeployStrategy;
import io.jenkins.plugins.delivery.engine.pipeline.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Where applications run, and what it takes to get there. A Jenkinsfile can make it stricter, never laxer. */
public class EnvironmentSettings extends AbstractDescribableImpl<EnvironmentSettings> implements Named {
    private final String name;
    private String cluster;
    private String namespace;
    private ArrayList<Approver> approvers = new ArrayList<>();
    private int quorum = 1;
    private boolean selfApproval;
    private ReasonRule reason = ReasonRule.OPTIONAL;
    private String ticket;
    private ArrayList<String> requiredEvidence = new ArrayList<>();
    private String window;
    /** Null for no, as in the files of releases that did not know it. */
    private Boolean newestWins;

    private String routerAddress;
    private String metricSource;
    private String variables;
    private String bindings;
    private String promotedFrom;
    private String defaultStrategy;
    private String colour;

    @DataBoundConstructor
    public EnvironmentSettings(String name) {
        this.name = Util.fixNull(name).strip();
    }

    @Override
    public String getName() {
        return name;
    }

    /** Name of one of the clusters. */
    @CheckForNull
    public String getCluster() {
        return cluster;
    }

    @DataBoundSetter
    public void setCluster(String cluster) {
        this.cluster = Util.fixEmptyAndTrim(cluster);
    }

    /** Namespace in that cluster; the environment's name where nothing else is said. */
    public String getNamespace() {
        return namespace == null ? name : namespace;
    }

    @DataBoundSetter
    public void setNamespace(String namespace) {
        String said = Util.fixEmptyAndTrim(namespace);
        this.namespace = name.equals(said) ? null : said; // the form shows, and sends back, what nobody said
    }

    /** Who has to approve, all of these together; empty means anybody with the permission. */
    public List<Approver> getApprovers() {
        return List.copyOf(approvers);
    }

    @DataBoundSetter
    public void setApprovers(List<Approver> approvers) {
        this.approvers = new ArrayList<>(Util.fixNull(approvers));
    }

    /** How many different people have to approve. */
    public int getQuorum() {
        return quorum;
    }

    @DataBoundSetter
    public void setQuorum(int quorum) {
        this.quorum = quorum;
    }

    /** Whether people may approve what they started or changed themselves. */
    public boolean isSelfApproval() {
        return selfApproval;
    }

    @DataBoundSetter
    public void setSelfApproval(boolean selfApproval) {
        this.selfApproval = selfApproval;
    }

    public ReasonRule getReason() {
        return reason;
    }

    @DataBoundSetter
    public void setReason(ReasonRule reason) {
        this.reason = reason == null ? ReasonRule.OPTIONAL : reason;
    }

    /** Regular expression that the reason of an approval has to contain a match of. */
    @CheckForNull
    public String getTicket() {
        return ticket;
    }

    @DataBoundSetter
    public void setTicket(String ticket) {
        this.ticket = Util.fixEmptyAndTrim(ticket);
    }

    /** Kinds of reports that a build must have before anybody is asked, such as {@code security-scan}. */
    public List<String> getRequiredEvidence() {
        return List.copyOf(requiredEvidence);
    }

    @DataBoundSetter
    public void setRequiredEvidence(List<String> requiredEvidence) {
        this.requiredEvidence = Words.of(requiredEvidence);
    }

    public String getRequiredEvidenceText() {
        return Words.text(requiredEvidence);
    }

    /** When approved changes may take effect, as {@link OpeningHours#parse} reads it; null means always. */
    @CheckForNull
    public String getWindow() {
        return window;
    }

    @DataBoundSetter
    public void setWindow(String window) {
        this.window = Util.fixEmptyAndTrim(window);
    }

    /** Whether a newer build ends the rollout of an older one instead of waiting for it. */
    public boolean isNewestWins() {
        return Boolean.TRUE.equals(newestWins);
    }

    @DataBoundSetter
    public void setNewestWins(boolean newestWins) {
        this.newestWins = newestWins ? true : null;
    }

    /** Runtime sockets of HAProxy, such as {@code tcp://10.0.0.5:9999}; null where it does not route. */
    @CheckForNull
    public String getRouterAddress() {
        return routerAddress;
    }

    @DataBoundSetter
    public void setRouterAddress(String routerAddress) {
        this.routerAddress = Util.fixEmptyAndTrim(routerAddress);
    }

    /** Whose series presets ask for here, such as {@code istio}; null for what the metric provider says. */
    @CheckForNull
    public String getMetricSource() {
        return metricSource;
    }

    /** @throws IllegalArgumentException if there is no such source */
    @DataBoundSetter
    public void setMetricSource(String metricSource) {
        String source = Util.fixEmptyAndTrim(metricSource);
        this.metricSource = source == null ? null : SeriesSource.valueOf(source).name();
    }

    /** The same as what presets know. */
    public Optional<SeriesSource> metricSource() {
        return Optional.ofNullable(metricSource).map(SeriesSource::valueOf);
    }

    /** One {@code NAME=value} a line; null for none. */
    @CheckForNull
    public String getVariables() {
        return variables;
    }

    /** @throws IllegalArgumentException naming the line that is none */
    @DataBoundSetter
    public void setVariables(String variables) {
        Variables.parse("variables", variables);
        this.variables = Util.fixEmptyAndTrim(variables);
    }

    /** One {@code NAME=id} of a credential a line; null for none. */
    @CheckForNull
    public String getBindings() {
        return bindings;
    }

    /** @throws IllegalArgumentException naming the line that is none */
    @DataBoundSetter
    public void setBindings(String bindings) {
        Variables.parse("bindings", bindings);
        this.bindings = Util.fixEmptyAndTrim(bindings);
    }

    /** The environment that a release has to have served in before; null where it may come from anywhere. */
    @CheckForNull
    public String getPromotedFrom() {
        return promotedFrom;
    }

    @DataBoundSetter
    public void setPromotedFrom(String promotedFrom) {
        this.promotedFrom = Util.fixEmptyAndTrim(promotedFrom);
    }

    /** One of {@link DeployStrategy#WORDS}, where a Jenkinsfile says none; null for what the library finds. */
    @CheckForNull
    public String getDefaultStrategy() {
        return defaultStrategy;
    }

    /** @throws IllegalArgumentException naming the nearest one, if there is no such strategy */
    @DataBoundSetter
    public void setDefaultStrategy(String defaultStrategy) {
        String word = Util.fixEmptyAndTrim(defaultStrategy);
        this.defaultStrategy =
                word == null ? null : Choices.pick("defaultStrategy", "strategy", word, DeployStrategy.WORDS);
    }

    /** A colour of Jenkins's themes, such as {@code red}; null for none. */
    @CheckForNull
    public String getColour() {
        return colour;
    }

    /** @throws IllegalArgumentException naming the nearest one, if there is no such colour */
    @DataBoundSetter
    public void setColour(String colour) {
        String word = Util.fixEmptyAndTrim(colour);
        this.colour = word == null ? null : EnvironmentColours.checked(word);
    }

    /** What is bound for a block that runs for this environment, by name. */
    public Map<String, String> variables() {
        return Variables.parse("variables", variables);
    }

    /** Ids of the credentials that are bound, by the name of the variable. */
    public Map<String, String> bindings() {
        return Variables.parse("bindings", bindings);
    }

    /**
     * What it takes to approve a change that goes here.
     *
     * @throws IllegalArgumentException if nobody could satisfy it
     */
    public ApprovalPolicy approvalPolicy() {
        List<Approvers> demands = approvers.isEmpty()
                ? List.of()
                : List.of(new Approvers(approvers.stream().map(Approver::toRule).toList()));
        return new ApprovalPolicy(demands, quorum, selfApproval, reason, ticket == null ? List.of() : List.of(ticket));
    }

    @Extension
    @Symbol("deliveryEnvironment")
    public static class DescriptorImpl extends Descriptor<EnvironmentSettings> {
        @Override
        public String getDisplayName() {
            return Messages.EnvironmentSettings_title();
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return Checks.administrator() ? Checks.name(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckNamespace(@QueryParameter String value) {
            return Checks.administrator() ? Checks.kubernetesName(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckQuorum(@QueryParameter String value) {
            return Checks.administrator() ? FormValidation.validatePositiveInteger(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckTicket(@QueryParameter String value) {
            return Checks.administrator() ? Checks.regularExpression(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckRouterAddress(@QueryParameter String value) {
            return Checks.administrator() ? Checks.routerAddress(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckWindow(@QueryParameter String value) {
            return Checks.administrator() ? Checks.window(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckVariables(@QueryParameter String value) {
            return Checks.administrator() ? Checks.variables("variables", value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckBindings(@QueryParameter String value) {
            return Checks.administrator() ? Checks.variables("bindings", value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckCluster(@QueryParameter String value) {
            return Checks.administrator() ? References.checkCluster(value) : FormValidation.ok();
        }

        /** @param name of the environment that the form is of */
        @POST
        public FormValidation doCheckPromotedFrom(@QueryParameter String value, @QueryParameter String name) {
            return Checks.administrator() ? References.checkPromotedFrom(name, value) : FormValidation.ok();
        }

        @POST
        public ListBoxModel doFillClusterItems(@QueryParameter String cluster) {
            return Checks.administrator()
                    ? References.clusters(cluster)
                    : new ListBoxModel(new ListBoxModel.Option(Util.fixNull(cluster)));
        }

        @POST
        public ListBoxModel doFillDefaultStrategyItems() {
            ListBoxModel model = new ListBoxModel();
            if (Checks.administrator()) {
                model.add(Messages.EnvironmentSettings_whatIsFound(), "");
                DeployStrategy.WORDS.forEach(model::add);
            }
            return model;
        }

        @POST
        public ListBoxModel doFillColourItems() {
            return Checks.administrator() ? EnvironmentColours.choices() : new ListBoxModel();
        }

        @POST
        public ListBoxModel doFillMetricSourceItems() {
            ListBoxModel model = new ListBoxModel();
            if (Checks.administrator()) {
                model.add("", "");
                model.addAll(Checks.constants(SeriesSource.class));
            }
            return model;
        }

        @POST
        public ListBoxModel doFillReasonItems() {
            return Checks.administrator() ? Checks.constants(ReasonRule.class) : new ListBoxModel();
        }
    }
}
